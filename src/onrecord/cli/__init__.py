"""The command line: arguments in, words on the terminal out, and exit codes."""

from onrecord.cli.commands import main

__all__ = ["main"]
