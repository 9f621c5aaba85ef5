"""Looking at everything again: hashes, spans, files, and the database itself. One check per item, streaming."""

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import Connection, func, select, text

from onrecord.errors import StoryDamaged
from onrecord.record import tables as t
from onrecord.record.archive import Archive, Kept, is_hash
from onrecord.record.codec import reading_digest, report_digest, text_digest
from onrecord.record.database import Database
from onrecord.record.entry import Check, Verdict
from onrecord.record.loading import AnyRow, load_reports, load_statements
from onrecord.record.offsets import check_offsets
from onrecord.vocabulary import Notice, Report, Span, TextQuote

_LEFTOVER = "A leftover of an interrupted add; adding the same source again takes it over."
_SPANS_AT_ONCE = 2000


def verify(database: Database, archive: Archive) -> Iterator[Check]:
    """Every check of a story: the database, then the archive, then each text with its readings and the spans of their statements."""
    steps: tuple[tuple[str, Callable[[], Iterator[Check]]], ...] = (
        ("record", partial(_database, database)),
        ("archive", partial(_archive, database, archive)),
        ("texts", partial(_texts, database, archive)),
    )
    for name, step in steps:
        try:
            yield from step()
        except StoryDamaged as error:
            # What cannot be read is a finding like others; the steps after it may still tell something.
            yield Check(name, Verdict.FAIL, f"The rest could not be checked. {error.problem}")


def _database(database: Database) -> Iterator[Check]:
    for item, look in (("record:integrity", _integrity), ("record:references", _references), ("record:search", _searchable)):
        try:
            with database.read() as connection:
                fault = look(connection)
        except StoryDamaged as error:
            fault = error.problem
        yield _verdict(item, not fault, "SQLite finds no fault.", fault)


def _integrity(connection: Connection) -> str:
    said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
    return "" if said == ["ok"] else f"SQLite finds {len(said)} faults in its pages."


def _references(connection: Connection) -> str:
    loose = len(connection.execute(text("PRAGMA foreign_key_check")).all())
    if loose:
        return f"{loose} rows refer to others that do not exist."
    owner = select(t.text_version.c.report_id).join(t.reading, t.reading.c.version_id == t.text_version.c.id)
    owner = owner.where(t.reading.c.id == t.effect.c.reading_id).correlate(t.effect)
    strange = select(func.count()).select_from(t.effect).where(t.effect.c.report_id != owner.scalar_subquery())
    without = select(func.count()).select_from(t.report).where(t.report.c.id.not_in(select(t.effect.c.report_id)))
    wrong = (connection.scalar(strange) or 0) + (connection.scalar(without) or 0)
    return f"{wrong} reports have no reading in effect, or that of another report." if wrong else ""


def _searchable(connection: Connection) -> str:
    indexed = connection.scalar(text(f"SELECT count(*) FROM {t.SEARCH}"))  # noqa: S608
    texts = connection.scalar(select(func.count()).select_from(t.text_version))
    return "" if indexed == texts else f"There are {texts} texts, but {indexed} can be searched."


def _archive(database: Database, archive: Archive) -> Iterator[Check]:
    for stray, left in archive.strays():
        if left:
            yield Check(f"archive:{stray}", Verdict.NOT_CHECKED, _LEFTOVER)
        else:
            yield Check(f"archive:{stray}", Verdict.FAIL, "This file does not belong to the archive.")
    with database.read() as connection:
        told = set(connection.scalars(select(func.substr(t.blob.c.sha256, 1, 2)).distinct()))
    for prefix in sorted(told.union(archive.prefixes())):
        # The files first: what another process adds in between is then in the table too.
        files = archive.files(prefix)
        with database.read() as connection:
            inside = t.blob.c.sha256.between(prefix, prefix + "g")
            known = set(connection.scalars(select(t.blob.c.sha256).where(inside)))
        for sha256 in sorted(known):
            yield _known(sha256, archive.look(sha256))
        for name in files:
            if name not in known:
                yield _unknown(name, prefix, archive)


def _known(sha256: str, kept: Kept) -> Check:
    item = f"archive:{sha256}"
    if kept is Kept.SOUND:
        return Check(item, Verdict.PASS, "The bytes fit their hash.")
    return Check(
        item, Verdict.FAIL, "The file is missing." if kept is Kept.MISSING else "The file was altered: its bytes do not fit its hash."
    )


def _unknown(name: str, prefix: str, archive: Archive) -> Check:
    item = f"archive:{name}" if is_hash(name) else f"archive:{prefix}/{name}"
    if is_hash(name) and name.startswith(prefix) and archive.look(name) is Kept.SOUND:
        return Check(item, Verdict.NOT_CHECKED, _LEFTOVER)
    return Check(item, Verdict.FAIL, "This file does not belong to the archive.")


def _texts(database: Database, archive: Archive) -> Iterator[Check]:
    """The texts of all versions in the order of adding, each with the spans of every reading of it."""
    version = t.text_version
    after = 0
    while True:
        with database.read() as connection:
            row = connection.execute(
                select(version.c.id, version.c.report_id, version.c.number, version.c.digest, version.c.text_sha256, t.report.c.sha256)
                .join(t.report, t.report.c.id == version.c.report_id)
                .where(version.c.id > after)
                .order_by(version.c.id)
                .limit(1)
            ).first()
            if row is None:
                return
            name = f"r{row.report_id}" if row.number == 1 else f"r{row.report_id}:version{row.number}"
            report = _loaded(connection, row.id, name)
        after = row.id
        yield from _readings(database, row.id, name)
        if isinstance(report, Check):
            yield report
            continue
        yield _verdict(
            f"{name}:text", text_digest(report.text) == row.text_sha256, "The text fits its hash.", "The text does not fit its hash."
        )
        rest = report_digest(report, row.text_sha256) == row.digest
        yield _verdict(f"{name}:findings", rest, "Parts, findings and offsets fit their hash.", "Parts, findings or offsets were altered.")
        yield _offsets(f"{name}:offsets", report, archive)
        yield from _spans(database, row.id, report.text)


def _loaded(connection: Connection, version: int, name: str) -> Report | Check:
    try:
        return load_reports(connection, [version])[version]
    except (ValueError, KeyError, TypeError):
        return Check(f"{name}:rows", Verdict.FAIL, "A row of this text holds what it never should; its spans could not be checked.")


def _offsets(item: str, report: Report, archive: Archive) -> Check:
    try:
        raw = archive.read(report.sha256)
    except (StoryDamaged, OSError):
        return Check(item, Verdict.NOT_CHECKED, "The archived bytes are missing, altered or unreadable.")
    verdict, detail = check_offsets(report, raw)
    return Check(item, verdict, detail)


def _readings(database: Database, version: int, name: str) -> Iterator[Check]:
    """Each reading of this text, whichever is in effect, against the digest that was stored with it."""
    with database.read() as connection:
        columns = t.reading.c.id, t.reading.c.model, t.reading.c.digest
        rows = connection.execute(select(*columns).where(t.reading.c.version_id == version).order_by(t.reading.c.id)).all()
    for number, row in enumerate(rows, 1):
        item = f"{name}:reading" + (str(number) if number > 1 else "")
        with database.read() as connection:
            sound = _unaltered(connection, row)
        yield _verdict(item, sound, "The statements fit their hash.", "A statement or a notice of this reading was altered.")


def _unaltered(connection: Connection, reading: AnyRow) -> bool:
    notice = t.reading_notice
    rows = connection.execute(select(notice.c.code, notice.c.message).where(notice.c.reading_id == reading.id).order_by(notice.c.number))
    try:
        statements = load_statements(connection, [reading.id])[reading.id]
        digest = reading_digest(reading.model, [Notice(*row) for row in rows], statements)
    except (ValueError, KeyError, TypeError):
        return False
    return bool(digest == reading.digest)


def _spans(database: Database, version: int, words: str) -> Iterator[Check]:
    """Each span of each statement that was ever read from this text, against the words that were stored beside it."""
    span = t.statement_span
    query = (
        select(span)
        .join(t.statement, t.statement.c.id == span.c.statement_id)
        .join(t.reading, t.reading.c.id == t.statement.c.reading_id)
        .where(t.reading.c.version_id == version)
        .order_by(span.c.statement_id, span.c.role, span.c.piece)
        .limit(_SPANS_AT_ONCE)
    )
    done = 0
    while True:
        with database.read() as connection:
            rows = connection.execute(query.offset(done)).all()
        yield from (_span(row, words) for row in rows)
        done += len(rows)
        if len(rows) < _SPANS_AT_ONCE:
            return


def _span(row: AnyRow, words: str) -> Check:
    item = f"s{row.statement_id}:{row.role}" + (f":{row.piece}" if row.piece > 1 else "")
    quote = TextQuote(row.exact, row.prefix, row.suffix)
    try:
        sound = quote.agrees(words, Span(row.start, row.end))
    except (ValueError, TypeError):
        sound = False
    return _verdict(item, sound, "The words stand where they should.", "The words at this place are not those stored beside it.")


def _verdict(item: str, sound: bool, well: str, ill: str) -> Check:
    return Check(item, Verdict.PASS, well) if sound else Check(item, Verdict.FAIL, ill)
