"""One document as collected: what was archived, the text that was read from it, and what is known about it."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from onrecord.vocabulary.span import Span

T = TypeVar("T")


class PartKind(StrEnum):
    """What a line of a report is."""

    BODY = "body"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    NOT_BODY = "not_body"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a report's text with what it is, and the rule that says so."""

    span: Span
    kind: PartKind
    why: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Something found about a report, with its evidence.

    `as_written` is the evidence word for word; `span` its place in the text, None where it stands outside of it (an HTML tag);
    `basis` names the rule: `dateline`, `header`, `byline`, `html:og:site_name`, `stated by user`...
    """

    value: T
    as_written: str
    span: Span | None
    basis: str


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became characters. `basis`: `bom`, `declared`, `utf-8` or `guessed`; `replaced` counts unreadable bytes shown as U+FFFD."""

    encoding: str
    basis: str
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of the text from `text_start` on, the same as those of the raw text from `raw_start` on."""

    text_start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of a text stand in the raw (decoded) text; `runs` are in order of `text_start` and do not overlap.

    Characters in no run were put in by us (a line end between two HTML blocks) or stand for others (an HTML entity).
    """

    runs: tuple[Run, ...]

    def to_raw(self, span: Span) -> Span | None:
        """The smallest raw span that holds every mapped character of `span`; None if none is mapped.

        A character that stands for a longer raw form (`&amp;`) is a run of length 1 at the form's first character.
        """
        at = max(0, bisect_right(self.runs, span.start, key=lambda run: run.text_start) - 1)
        places: list[tuple[int, int]] = []
        for run in self.runs[at:]:
            if run.text_start >= span.end:
                break
            first, last = max(span.start, run.text_start), min(span.end, run.text_start + run.length)
            if first < last:
                places.append((run.raw_start + first - run.text_start, run.raw_start + last - run.text_start))
        if not places:
            return None
        return Span(min(p[0] for p in places), max(p[1] for p in places))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a report or its reading: `code` for programs, `message` for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document as collected, before anybody reads statements from it.

    `name`: the file's own name. `sha256`: of the raw bytes, hexadecimal. `media_type`: `text/plain` or `text/html`. `parts` are the
    non-empty lines of `text`, in order. `published` and the other findings are None where nothing tells.
    """

    name: str
    sha256: str
    media_type: str
    text: str
    decoding: Decoding
    offsets: OffsetMap
    parts: tuple[Part, ...]
    outlet: Found[str] | None = None
    title: Found[str] | None = None
    author: Found[str] | None = None
    published: Found[date] | None = None
    language: Found[str] | None = None
    credits: tuple[Found[str], ...] = ()
    notices: tuple[Notice, ...] = ()

    def spans_of(self, *kinds: PartKind) -> tuple[Span, ...]:
        """The lines of these kinds."""
        return tuple(part.span for part in self.parts if part.kind in kinds)
