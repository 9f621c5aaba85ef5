"""Exit codes of every command; the reference page is checked against this list."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    """Everything asked for was done."""
    SOME_FAILED = 1
    """Some sources could not be read; the rest was done."""
    USAGE = 2
    """The command was not understood."""
    STORY = 3
    """The story could not be used: none there, locked, damaged, disk full."""
    MODEL = 4
    """The encoder is missing or altered."""
    EXPORT = 5
    """The export was not written."""
    CHECK_FAILED = 6
    """`verify` found something that is not as it was stored."""
    INTERRUPTED = 130
    """Stopped by the user (Ctrl-C); what was reported as added is kept."""
