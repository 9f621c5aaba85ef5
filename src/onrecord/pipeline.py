"""Joins the stages: sources, reading, record. The only module that knows their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.errors import FaultySource, SourceError
from onrecord.reading import Passages, Reader, shared_reader
from onrecord.sources import STATED, Candidate, collect, describe, forms_of, telling
from onrecord.vocabulary import Found, Notice, Part, PartKind, Reading, Report

if TYPE_CHECKING:
    # Reading one text needs no record, and the record's libraries take their time to load.
    from onrecord.record import Story


def read(text: str, *, published: date | str | None = None, title: str | None = None) -> Reading:
    """Read one text: who said what in it. Spans are code points of `text` as given.

    Lines that are no part of an article (menus, adverts, image credits) are not read. `published` (a day, or 2023-10-16) is the day of
    publication; `title`, the headline where `text` holds it.
    ValueError where `published` is no day; ModelError where the encoder is missing.
    """
    if isinstance(published, str):
        _day(published)
    seen = describe(text, title=title)
    return shared_reader().read(_passages(text, seen.parts, seen.language, seen.credits))


def passages(report: Report) -> Passages:
    """The lines of a report in which somebody may be told to have said something: headline and body."""
    return _passages(report.text, report.parts, report.language, report.credits)


def _passages(text: str, parts: tuple[Part, ...], language: Found[str] | None, credited: tuple[Found[str], ...]) -> Passages:
    return Passages(
        text,
        lines=telling(text, parts),
        headlines=tuple(part.span for part in parts if part.kind is PartKind.TITLE),
        language=language.value if language is not None else None,
        agencies=forms_of(found.value for found in credited),
    )


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
    for candidate in candidates:
        try:
            collected, known = _known(story, _collect(candidate, published, outlet), reader.model)
            yield known or _keep(story, collected, _read(collected.report, reader))
        except SourceError as error:
            yield Outcome(candidate.place, Status.FAILED, name=candidate.name, error=error)


def _collect(candidate: Candidate, published: date | None, outlet: str | None) -> _Collected:
    """The candidate as a report; every failure is a SourceError, so that one hostile file ends no batch."""
    try:
        raw = candidate.read()
        return _Collected(candidate.place, raw, collect(raw, candidate.name, published=published, outlet=outlet))
    except SourceError:
        raise
    except Exception as error:
        raise _fault(candidate.name, error) from error


def _fault(name: str, error: Exception) -> FaultySource:
    return FaultySource(f"{name} brought On Record to a fault of its own ({type(error).__name__}).", "Leave it out, and tell us about it.")


def _known(story: "Story", collected: _Collected, model: str) -> tuple[_Collected, Outcome | None]:
    """The report with what a user stated of it earlier, and its outcome where nothing of it is new to the story."""
    report = collected.report
    id_ = story.has(report.sha256)
    if id_ is None:
        return collected, None
    entry = story.entry(id_)
    stated = {
        name: getattr(entry.report, name)
        for name in ("published", "outlet")
        if _is_stated(getattr(entry.report, name)) and not _is_stated(getattr(report, name))
    }
    report = replace(report, **stated)
    if entry.model != model or replace(entry.report, name=report.name) != report:
        return replace(collected, report=report), None
    # Nothing to read anew; adding keeps the name under which it came this time.
    story.add(report, collected.raw, Reading(model))
    return collected, Outcome(collected.place, Status.KNOWN, id=id_, name=entry.name)


def _is_stated(found: Found[str] | Found[date] | None) -> bool:
    return found is not None and found.basis == STATED


def _read(report: Report, reader: Reader) -> Reading:
    try:
        return reader.read(passages(report))
    except Exception as error:
        raise _fault(report.name, error) from error


def _keep(story: "Story", collected: _Collected, reading: Reading) -> Outcome:
    added = story.add(collected.report, collected.raw, reading)
    return Outcome(
        collected.place,
        Status.ADDED if added.new else Status.REREAD,
        id=added.id,
        name=added.name,
        statements=len(reading.statements),
        notices=(*collected.report.notices, *reading.notices),
    )
