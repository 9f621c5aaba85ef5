"""Rows to values: entries, reports and statements as they were added."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Row, Select, Table, func, select

from onrecord.record import tables as t
from onrecord.record.codec import offsets_from_json
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Act, Decoding, Found, Interval, Notice, Part, PartKind, Quoted, Report, Span, Statement

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
Grouped: TypeAlias = "dict[int, list[AnyRow]]"

_PAGE_REPORTS = 64
_PAGE_BYTES = 4_000_000


class Member(NamedTuple):
    """A report of the story: the number of its id, its name, the text and the reading in effect, and the size of its raw bytes."""

    report: int
    name: str
    version: int
    reading: int
    size: int


def members() -> Select[Any]:
    """A query whose rows make a `Member`."""
    # Looked up report by report: a page of a large story costs what a page of a small one does.
    newest = select(func.max(t.effect.c.id)).where(t.effect.c.report_id == t.report.c.id).correlate(t.report).scalar_subquery()
    return (
        select(
            t.report.c.id.label("report"),
            t.report.c.name.label("name"),
            t.reading.c.version_id.label("version"),
            t.reading.c.id.label("reading"),
            t.blob.c.size.label("size"),
        )
        .join_from(t.report, t.effect, t.effect.c.id == newest)
        .join(t.reading, t.reading.c.id == t.effect.c.reading_id)
        .join(t.blob, t.blob.c.sha256 == t.report.c.sha256)
    )


def page(connection: Connection, after: int) -> list[Member]:
    """The next reports whose number is above `after`: few enough to hold in memory, at least one while there is one."""
    query = members().where(t.report.c.id > after).order_by(t.report.c.id).limit(_PAGE_REPORTS)
    taken: list[Member] = []
    size = 0
    for row in connection.execute(query):
        member = Member(*row)
        size += member.size
        if taken and size > _PAGE_BYTES:
            break
        taken.append(member)
    return taken


def load(connection: Connection, readings: Sequence[int]) -> list[Entry]:
    """The entries with these readings, in this order. ValueError where a row holds what it never should."""
    heads = _heads(connection, readings)
    reports = load_reports(connection, {head.version_id for head in heads.values()})
    sightings = _grouped(connection, t.sighting, "report_id", {head.report_id for head in heads.values()}, "id")
    notices = _grouped(connection, t.reading_notice, "reading_id", readings, "number")
    statements = load_statements(connection, readings)
    entries = []
    for key in readings:
        head = heads[key]
        report = reports[head.version_id]
        names = [row.name for row in sightings[head.report_id]]
        entry = Entry(
            id=f"r{head.report_id}",
            name=head.name,
            report=report,
            model=head.model,
            statements=tuple(statements[key]),
            notices=report.notices + _notices(notices[key]),
            added=datetime.fromisoformat(head.added),
            also_named=tuple(names[1:]),
        )
        entries.append(entry)
    return entries


def load_reports(connection: Connection, versions: Iterable[int]) -> dict[int, Report]:
    """The reports as these texts of theirs give them, by the id of the text. ValueError as in `load`."""
    keys = sorted(versions)
    parts = _grouped(connection, t.part, "version_id", keys, "number")
    findings = _grouped(connection, t.finding, "version_id", keys, "number")
    notices = _grouped(connection, t.text_notice, "version_id", keys, "number")
    # The name of a report is the one that it was first seen under.
    first = select(func.min(t.sighting.c.id)).where(t.sighting.c.report_id == t.report.c.id).correlate(t.report).scalar_subquery()
    query = (
        select(t.text_version, t.report.c.sha256, t.sighting.c.name)
        .join(t.report, t.report.c.id == t.text_version.c.report_id)
        .join(t.sighting, t.sighting.c.id == first)
        .where(t.text_version.c.id.in_(keys))
    )
    return {row.id: _report(row, parts[row.id], findings[row.id], notices[row.id]) for row in connection.execute(query)}


def load_statements(connection: Connection, readings: Sequence[int]) -> dict[int, list[StoredStatement]]:
    """The statements of each of these readings, in the order of reading. ValueError as in `load`."""
    rows = _grouped(connection, t.statement, "reading_id", readings, "number")
    # By a condition on the reading, not by a list of ids: a long report can have more statements than SQLite takes parameters.
    mine = select(t.statement.c.id).where(t.statement.c.reading_id.in_(readings))
    spans = _by(connection.execute(select(t.statement_span).where(t.statement_span.c.statement_id.in_(mine))), "statement_id")
    vias = _by(connection.execute(select(t.statement_via).where(t.statement_via.c.statement_id.in_(mine))), "statement_id")
    return {key: [StoredStatement(f"s{row.id}", _statement(row, spans[row.id], vias[row.id])) for row in rows[key]] for key in readings}


def _heads(connection: Connection, readings: Sequence[int]) -> dict[int, AnyRow]:
    query = (
        select(t.reading.c.id, t.reading.c.version_id, t.reading.c.model, t.text_version.c.report_id, t.report.c.name, t.report.c.added)
        .join(t.text_version, t.text_version.c.id == t.reading.c.version_id)
        .join(t.report, t.report.c.id == t.text_version.c.report_id)
        .where(t.reading.c.id.in_(readings))
    )
    return {row.id: row for row in connection.execute(query)}


def _grouped(connection: Connection, table: Table, owner: str, keys: Iterable[int], order: str) -> Grouped:
    column = table.c[owner]
    return _by(connection.execute(select(table).where(column.in_(list(keys))).order_by(column, table.c[order])), owner)


def _by(rows: Iterable[AnyRow], owner: str) -> Grouped:
    grouped: Grouped = defaultdict(list)
    for row in rows:
        grouped[row._mapping[owner]].append(row)
    return grouped


def _report(row: AnyRow, parts: list[AnyRow], findings: list[AnyRow], notices: list[AnyRow]) -> Report:
    found = {finding.field: _found(finding) for finding in findings if finding.field not in ("credit", "published")}
    published = next((finding for finding in findings if finding.field == "published"), None)
    return Report(
        name=row.name,
        sha256=row.sha256,
        media_type=row.media_type,
        text=row.text,
        decoding=Decoding(row.encoding, row.encoding_basis, row.replaced),
        offsets=offsets_from_json(row.offsets),
        parts=tuple(Part(Span(part.start, part.end), PartKind(part.kind), part.why) for part in parts),
        outlet=found.get("outlet"),
        title=found.get("title"),
        author=found.get("author"),
        published=None if published is None else _found_day(published),
        language=found.get("language"),
        credits=tuple(_found(finding) for finding in findings if finding.field == "credit"),
        notices=_notices(notices),
    )


def _found(row: AnyRow) -> Found[str]:
    return Found(row.value, row.as_written, _place(row), row.basis)


def _found_day(row: AnyRow) -> Found[date]:
    return Found(date.fromisoformat(row.value), row.as_written, _place(row), row.basis)


def _place(row: AnyRow) -> Span | None:
    return None if row.start is None else Span(row.start, row.end)


def _notices(rows: list[AnyRow]) -> tuple[Notice, ...]:
    return tuple(Notice(row.code, row.message) for row in rows)


def _statement(row: AnyRow, spans: list[AnyRow], vias: list[AnyRow]) -> Statement:
    places: dict[str, tuple[Span, ...]] = {
        role: tuple(Span(span.start, span.end) for span in sorted(spans, key=lambda span: span.piece) if span.role == role)
        for role in ("source", "cue", "content")
    }
    said = None
    if row.said_earliest is not None:
        said = Interval(date.fromisoformat(row.said_earliest), date.fromisoformat(row.said_latest))
    return Statement(
        source=places["source"],
        cue=places["cue"],
        content=places["content"],
        act=Act(row.act),
        quoted=Quoted(row.quoted),
        score=row.score,
        why=row.why,
        speaker=row.speaker,
        said_on=said,
        via=tuple(via.name for via in sorted(vias, key=lambda via: via.number)),
    )
