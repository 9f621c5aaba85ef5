"""Putting a report and its reading into the record: rows prepared first, then one short transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from onrecord.record import tables as t
from onrecord.record.codec import findings_of, offsets_to_json, reading_digest, report_digest, text_digest, value_to_text
from onrecord.record.entry import StoredStatement
from onrecord.record.folding import fold
from onrecord.vocabulary import Notice, Reading, Report, Span, Statement, TextQuote

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: its `id` and `name` in the story; `new` is False where the story already held the same bytes."""

    id: str
    new: bool
    name: str


def check(report: Report, raw: bytes, reading: Reading) -> None:
    """ValueError where the three do not belong together, or a span is no place in the text."""
    if hashlib.sha256(raw).hexdigest() != report.sha256:
        raise ValueError("the raw bytes are not those of the report")
    places = [part.span for part in report.parts] + [found.span for _, found in findings_of(report) if found.span is not None]
    words = [span for statement in reading.statements for _, span in statement.spans()]
    if any(span.end > len(report.text) for span in (*places, *words)):
        raise ValueError("a span goes beyond the end of the text")
    if any(span.start == span.end for span in words):
        raise ValueError("a span of a statement is empty")


def now() -> str:
    """This moment as it is stored."""
    return datetime.now(UTC).isoformat()


def append(connection: Connection, report: Report, size: int, reading: Reading) -> Added:
    """Add what is not there yet, and let this text and reading take effect, inside the caller's transaction. `size`: of the raw bytes."""
    moment = now()
    given = plain_name(report.name)
    row = connection.execute(select(t.report.c.id, t.report.c.name).where(t.report.c.sha256 == report.sha256)).first()
    if row is None:
        name = _unused_name(connection, given)
        connection.execute(insert(t.blob), {"sha256": report.sha256, "size": size})
        key = _insert(connection, t.report, {"sha256": report.sha256, "name": name, "added": moment})
    else:
        key, name = row.id, row.name
    _sight(connection, key, given, moment)
    version = _version(connection, key, report, moment)
    stored = _held(connection, key, version, reading.model)
    if stored is None:
        stored = _read(connection, version, report.text, reading, moment)
    _take_effect(connection, key, stored, moment)
    return Added(f"r{key}", row is None, name)


def plain_name(name: str) -> str:
    """A file's name as characters that every database, file and screen takes: undecodable bytes are spelt out."""
    return spelt_out(name) or "unnamed"


def spelt_out(name: str) -> str:
    """The name with what no database takes, halves of surrogate pairs, as `\\udc80`."""
    return name.encode("utf-8", "backslashreplace").decode()


def _unused_name(connection: Connection, given: str) -> str:
    taken = select(t.report.c.id)
    if connection.execute(taken.where(t.report.c.name == given)).first() is None:
        return given
    path = PurePath(given)
    # Counting first keeps the two thousandth `index.html` as cheap as the second.
    number = connection.scalar(select(func.count()).where(t.sighting.c.name == given)) or 1
    while True:
        number += 1
        name = f"{path.stem} ({number}){path.suffix}"
        if connection.execute(taken.where(t.report.c.name == name)).first() is None:
            return name


def _sight(connection: Connection, report: int, given: str, moment: str) -> None:
    seen = select(t.sighting.c.id).where(t.sighting.c.report_id == report, t.sighting.c.name == given)
    if connection.execute(seen).first() is None:
        connection.execute(insert(t.sighting), {"report_id": report, "name": given, "seen": moment})


def _version(connection: Connection, key: int, report: Report, moment: str) -> int:
    """The id of this text of the report, stored if it is new."""
    version = t.text_version
    text_sha256 = text_digest(report.text)
    digest = report_digest(report, text_sha256)
    stored = connection.scalar(select(version.c.id).where(version.c.report_id == key, version.c.digest == digest))
    if stored is not None:
        return int(stored)
    number = connection.scalar(select(func.count()).where(version.c.report_id == key)) or 0
    row: Row = {
        "report_id": key,
        "number": number + 1,
        "digest": digest,
        "created": moment,
        "media_type": report.media_type,
        "encoding": report.decoding.encoding,
        "encoding_basis": report.decoding.basis,
        "replaced": report.decoding.replaced,
        "text_sha256": text_sha256,
        "offsets": offsets_to_json(report.offsets),
        "text": report.text,
    }
    new = _insert(connection, version, row)
    _insert_all(connection, t.part, _parts(new, report))
    _insert_all(connection, t.finding, _findings(new, report))
    _insert_all(connection, t.text_notice, _notices("version_id", new, report.notices))
    connection.execute(_INDEX, {"version": new, "folded": fold(report.text)})
    return new


_INDEX = text(f"INSERT INTO {t.SEARCH} (rowid, text) VALUES (:version, :folded)")  # noqa: S608


def _held(connection: Connection, report: int, version: int, model: str) -> int | None:
    """The id of the reading that already stands for this model's reading of this text."""
    mine = select(t.reading.c.id).where(t.reading.c.version_id == version)
    if not model:
        # A reading by no model says only that nobody looked; it is never put over one that did.
        looked = mine.join(t.effect, t.effect.c.reading_id == t.reading.c.id)
        looked = looked.where(t.effect.c.report_id == report, t.reading.c.model != "").order_by(t.effect.c.id.desc()).limit(1)
        newest = connection.scalar(looked)
        if newest is not None:
            return int(newest)
    return connection.scalar(mine.where(t.reading.c.model == model))


def _take_effect(connection: Connection, report: int, reading: int, moment: str) -> None:
    """Let the reading be the one that counts, unless it is already."""
    now_in_effect = select(t.effect.c.reading_id).where(t.effect.c.report_id == report).order_by(t.effect.c.id.desc()).limit(1)
    if connection.scalar(now_in_effect) != reading:
        connection.execute(insert(t.effect), {"report_id": report, "reading_id": reading, "since": moment})


def _read(connection: Connection, version: int, words: str, reading: Reading, moment: str) -> int:
    """Store the reading; its id."""
    first = (connection.scalar(select(func.max(t.statement.c.id))) or 0) + 1
    numbered = list(enumerate(reading.statements, first))
    digest = reading_digest(reading.model, reading.notices, (StoredStatement(f"s{id_}", statement) for id_, statement in numbered))
    key = _insert(connection, t.reading, {"version_id": version, "model": reading.model, "created": moment, "digest": digest})
    _insert_all(connection, t.reading_notice, _notices("reading_id", key, reading.notices))
    _insert_all(connection, t.statement, [_statement(key, id_ - first, id_, statement) for id_, statement in numbered])
    _insert_all(
        connection,
        t.statement_via,
        [{"statement_id": id_, "number": n, "name": name} for id_, statement in numbered for n, name in enumerate(statement.via)],
    )
    _insert_all(connection, t.statement_span, [row for id_, statement in numbered for row in _spans(id_, words, statement)])
    return key


def _statement(reading: int, number: int, key: int, statement: Statement) -> Row:
    said = statement.said_on
    return {
        "id": key,
        "reading_id": reading,
        "number": number,
        "act": statement.act.value,
        "quoted": statement.quoted.value,
        "score": statement.score,
        "why": statement.why,
        "speaker": statement.speaker,
        "said_earliest": said.earliest.isoformat() if said else None,
        "said_latest": said.latest.isoformat() if said else None,
    }


def _spans(key: int, words: str, statement: Statement) -> Iterable[Row]:
    roles: tuple[tuple[str, tuple[Span, ...]], ...] = (
        ("source", statement.source),
        ("cue", statement.cue),
        ("content", statement.content),
    )
    for role, spans in roles:
        for piece, span in enumerate(spans, 1):
            quote = TextQuote.at(words, span)
            place = {"statement_id": key, "role": role, "piece": piece, "start": span.start, "end": span.end}
            yield {**place, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _parts(version: int, report: Report) -> list[Row]:
    return [
        {
            "version_id": version,
            "number": number,
            "start": part.span.start,
            "end": part.span.end,
            "kind": part.kind.value,
            "why": part.why,
        }
        for number, part in enumerate(report.parts)
    ]


def _findings(version: int, report: Report) -> list[Row]:
    return [
        {
            "version_id": version,
            "field": field,
            "number": number,
            "value": value_to_text(found.value),
            "as_written": found.as_written,
            "start": None if found.span is None else found.span.start,
            "end": None if found.span is None else found.span.end,
            "basis": found.basis,
        }
        for number, (field, found) in enumerate(findings_of(report))
    ]


def _notices(owner: str, key: int, notices: tuple[Notice, ...]) -> list[Row]:
    return [{owner: key, "number": number, "code": notice.code, "message": notice.message} for number, notice in enumerate(notices)]


def _insert(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
