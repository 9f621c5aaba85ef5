"""What is no plain row: the offset map of a report, kept as JSON, and the digests of its versions and of their readings."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.record.entry import StoredStatement
from onrecord.vocabulary import Found, Notice, OffsetMap, Report, Run

_SEPARATORS = (",", ":")


def offsets_to_json(offsets: OffsetMap) -> str:
    """The runs as one JSON list: text start, raw start, length, text start..."""
    return json.dumps([number for run in offsets.runs for number in (run.text_start, run.raw_start, run.length)], separators=_SEPARATORS)


def offsets_from_json(stored: str) -> OffsetMap:
    """What `offsets_to_json` wrote; ValueError where it is anything else."""
    numbers = json.loads(stored)
    if not isinstance(numbers, list) or len(numbers) % 3 or not all(type(number) is int for number in numbers):
        raise ValueError("not an offset map")
    return OffsetMap(tuple(Run(*numbers[at : at + 3]) for at in range(0, len(numbers), 3)))


def findings_of(report: Report) -> tuple[tuple[str, Found[str] | Found[date]], ...]:
    """Everything found about a report, by the name of its field; credits are `credit`, one each."""
    single: tuple[tuple[str, Found[str] | Found[date] | None], ...] = (
        ("outlet", report.outlet),
        ("title", report.title),
        ("author", report.author),
        ("published", report.published),
        ("language", report.language),
    )
    return tuple((field, found) for field, found in single if found is not None) + tuple(("credit", found) for found in report.credits)


def text_digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def report_digest(report: Report, text_sha256: str) -> str:
    """SHA-256, hexadecimal, of all that was read from the raw bytes: the same bytes read alike give the same digest under any file name."""
    decoding = report.decoding
    shape = [
        report.media_type,
        text_sha256,
        [decoding.encoding, decoding.basis, decoding.replaced],
        offsets_to_json(report.offsets),
        [[part.span.start, part.span.end, part.kind, part.why] for part in report.parts],
        [[field, *_plain(found)] for field, found in findings_of(report)],
        _notices(report.notices),
    ]
    return _digest(shape)


def reading_digest(model: str, notices: Iterable[Notice], statements: Iterable[StoredStatement]) -> str:
    """SHA-256, hexadecimal, of all that a reading proposes, the ids of its statements included: they are what others refer to."""
    return _digest([model, _notices(notices), [_told(stored) for stored in statements]])


def value_to_text(value: str | date) -> str:
    """A finding's value as it is stored."""
    return value if isinstance(value, str) else value.isoformat()


def _plain(found: Found[str] | Found[date]) -> Iterable[Any]:
    span = found.span
    return (value_to_text(found.value), found.as_written, None if span is None else [span.start, span.end], found.basis)


def _told(stored: StoredStatement) -> list[Any]:
    told = stored.statement
    said = [told.said_on.earliest.isoformat(), told.said_on.latest.isoformat()] if told.said_on else None
    # By role: pieces keep their order within one, and that is all that the rows keep.
    places = [[[span.start, span.end] for span in spans] for spans in (told.source, told.cue, told.content)]
    # float: a score of 1 comes back from the database as 1.0.
    return [stored.id, told.act.value, told.quoted.value, float(told.score), told.why, told.speaker, said, list(told.via), places]


def _notices(notices: Iterable[Notice]) -> list[list[str]]:
    return [[notice.code, notice.message] for notice in notices]


def _digest(shape: list[Any]) -> str:
    return hashlib.sha256(json.dumps(shape, separators=_SEPARATORS).encode()).hexdigest()
