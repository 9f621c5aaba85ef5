"""Joins the stages: sources, reading, record. The only module that knows their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.errors import SourceError
from onrecord.reading import Passages, Reader, shared_reader
from onrecord.sources import Candidate, collect, describe, forms_of, telling
from onrecord.vocabulary import Notice, Reading, Report

if TYPE_CHECKING:
    # Reading one text needs no record, and the record's libraries take their time to load.
    from onrecord.record import Story

READ_AT_ONCE = 16
"""Reports that are read together: enough to fill the encoder's batches, few enough to lose little when interrupted."""

LARGE = 200_000
"""Code points of text at which a group of reports is read without waiting for more."""


def read(text: str, *, published: date | str | None = None, title: str | None = None) -> Reading:
    """Read one text: who said what in it. Spans are code points of `text` as given.

    Lines that are no part of an article (menus, adverts, image credits) are not read. `published` (a day, or ISO 8601) is the day of
    publication; `title`, the headline where `text` holds it.
    ValueError where `published` is no day; ModelError where the encoder is missing.
    """
    if isinstance(published, str):
        _day(published)
    seen = describe(text, title=title)
    language = seen.language.value if seen.language is not None else None
    return shared_reader().read(Passages(text, telling(text, seen.parts), language, forms_of(c.value for c in seen.credits)))


def passages(report: Report) -> Passages:
    """The lines of a report in which somebody may be told to have said something: headline and body."""
    language = report.language.value if report.language is not None else None
    return Passages(report.text, telling(report.text, report.parts), language, forms_of(c.value for c in report.credits))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"published should be a day as 2023-10-16, but is {written!r}.") from None


def read_report(report: Report) -> Reading:
    """The reading of a collected report."""
    return shared_reader().read(passages(report))


class Status(StrEnum):
    """What became of one source."""

    ADDED = "added"
    KNOWN = "already there"
    REREAD = "read anew"
    FAILED = "not added"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `id` and `name` in the story, how many statements were found, or the error."""

    place: str
    status: Status
    id: str = ""
    name: str = ""
    statements: int = 0
    notices: tuple[Notice, ...] = ()
    error: SourceError | None = None


@dataclass(frozen=True, slots=True)
class _Collected:
    place: str
    raw: bytes
    report: Report


def add(
    story: "Story",
    candidates: Iterable[Candidate],
    *,
    published: date | None = None,
    outlet: str | None = None,
    reader: Reader | None = None,
) -> Iterator[Outcome]:
    """Add sources to a story, each whole or not at all; the outcome of each as soon as it stands in the record.

    A source that cannot be read is an outcome with its error; the rest goes on. StoryError where the story itself fails: what was
    yielded before is kept. `published` and `outlet` are what the user states of all of them.
    """
    reader = reader or shared_reader()
    group: list[_Collected] = []
    for candidate in candidates:
        outcome = _collect(story, candidate, group, published, outlet, reader.model)
        if outcome is not None:
            yield outcome
        if len(group) >= READ_AT_ONCE or sum(len(c.report.text) for c in group) >= LARGE:
            yield from _settle(story, group, reader)
            group = []
    yield from _settle(story, group, reader)


def _collect(
    story: "Story", candidate: Candidate, group: list[_Collected], published: date | None, outlet: str | None, model: str
) -> Outcome | None:
    """Put the candidate into `group`, or say at once what became of it."""
    try:
        raw = candidate.read()
        report = collect(raw, candidate.name, published=published, outlet=outlet)
    except SourceError as error:
        return Outcome(candidate.place, Status.FAILED, name=candidate.name, error=error)
    known = story.has(report.sha256)
    if known is not None:
        entry = story.entry(known)
        if entry.model == model and replace(entry.report, name=report.name) == report:
            # Nothing to read anew; adding keeps the name under which it came this time.
            story.add(report, raw, Reading(model))
            return Outcome(candidate.place, Status.KNOWN, id=known, name=entry.name)
    group.append(_Collected(candidate.place, raw, report))
    return None


def _settle(story: "Story", group: list[_Collected], reader: Reader) -> Iterator[Outcome]:
    readings = reader.read_all([passages(c.report) for c in group])
    for collected, reading in zip(group, readings, strict=True):
        added = story.add(collected.report, collected.raw, reading)
        yield Outcome(
            collected.place,
            Status.ADDED if added.new else Status.REREAD,
            id=added.id,
            name=added.name,
            statements=len(reading.statements),
            notices=(*collected.report.notices, *reading.notices),
        )
