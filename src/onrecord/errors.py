"""Every error that On Record raises on purpose.

    OnRecordError
    ├── SourceError              a file or page could not become a report
    │   ├── MissingSource        no such path, or not readable by this user
    │   ├── EmptySource          nothing in it, or no words
    │   ├── BinarySource         not text and not HTML
    │   ├── UndecodableSource    bytes that fit no encoding
    │   ├── OversizedSource      beyond a limit that keeps hostile input harmless
    │   └── FaultySource         the program failed at it; the fault is ours
    ├── StoryError               a story folder could not be used
    │   ├── NotAStory            the folder holds something else
    │   ├── StoryLocked          another process keeps it locked
    │   ├── StoryNewer           made by a later version of On Record
    │   ├── StoryDamaged         the record or the archive does not hold what it should
    │   ├── StoryUnwritable      no permission, or no space left on the disk
    │   └── NotInStory           no report or statement of that name
    ├── ModelError               the encoder file is missing or is not the one that its summary describes
    └── ExportError              the export could not be written, or did not validate

Each says what happened and what to do about it; neither part ever holds a word of a source's text.
"""


class OnRecordError(Exception):
    """Base of all. `problem` says what happened, `remedy` what to do; both are sentences for a person."""

    exit_code = 1

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


class SourceError(OnRecordError):
    """A file or page could not become a report."""


class MissingSource(SourceError):
    """There is nothing at that path, or this user may not read it."""


class EmptySource(SourceError):
    """The source holds no words."""


class BinarySource(SourceError):
    """The source is neither text nor HTML."""


class UndecodableSource(SourceError):
    """The bytes fit no encoding that we know."""


class OversizedSource(SourceError):
    """The source is larger or more deeply nested than the limits allow."""


class FaultySource(SourceError):
    """The program failed at this source in a way that nobody foresaw; the rest of a batch goes on."""


class StoryError(OnRecordError):
    """A story folder could not be used."""

    exit_code = 3


class NotAStory(StoryError):
    """The folder is no story."""


class StoryLocked(StoryError):
    """Another process kept the story locked for too long."""


class StoryNewer(StoryError):
    """A later version of On Record made the story."""


class StoryDamaged(StoryError):
    """The record or the archive does not hold what it should."""


class StoryUnwritable(StoryError):
    """The story's disk is full or may not be written."""


class NotInStory(StoryError):
    """The story has no such report or statement."""


class ModelError(OnRecordError):
    """The encoder file is missing or is not what its summary says."""

    exit_code = 4


class ExportError(OnRecordError):
    """The export was not written."""

    exit_code = 5
