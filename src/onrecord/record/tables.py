"""The tables of a record. Rows are only ever added: triggers refuse to change or delete any.

Positions are code points of `text_version.text`; times are ISO 8601 in UTC; ids of reports and statements never change.
"""

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

HEAD = "0001"
"""The newest revision in `migrations/versions`. A test holds the two together, so that opening a story need not import alembic."""

FORMAT = 1
"""The layout of a story's folder."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _text(name: str, *refers: ForeignKey, key: bool = False, empty: bool = False, **options: bool) -> Column[str]:
    return Column(name, Text, *refers, primary_key=key, nullable=empty, **options)  # type: ignore[arg-type]


def _number(name: str, *refers: ForeignKey, empty: bool = False, **options: bool) -> Column[int]:
    return Column(name, Integer, *refers, nullable=empty, **options)  # type: ignore[arg-type]


def _key(name: str, *refers: ForeignKey) -> Column[int]:
    return Column(name, Integer, *refers, primary_key=True, autoincrement=False)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


_alone = CheckConstraint("id = 1", name="alone")
_place = 'start >= 0 AND "end" >= start'

story = Table("story", metadata, _id(), _number("format"), _text("made_with"), _text("made"), _alone)

blob = Table("blob", metadata, _text("sha256", key=True), _number("size"), sqlite_with_rowid=False)

report = Table(
    "report",
    metadata,
    _id(),
    _text("sha256", ForeignKey("blob.sha256"), unique=True),
    _text("name", unique=True),
    _text("added"),
)

sighting = Table(
    "sighting",
    metadata,
    _id(),
    _number("report_id", ForeignKey("report.id")),
    _text("name", index=True),
    _text("seen"),
    UniqueConstraint("report_id", "name"),
)

# The long columns stand last: SQLite reads the short ones without following the pages of the long.
text_version = Table(
    "text_version",
    metadata,
    _id(),
    _number("report_id", ForeignKey("report.id")),
    _number("number"),
    _text("digest"),
    _text("created"),
    _text("media_type"),
    _text("encoding"),
    _text("encoding_basis"),
    _number("replaced"),
    _text("text_sha256"),
    _text("offsets"),
    _text("text"),
    UniqueConstraint("report_id", "number"),
    UniqueConstraint("report_id", "digest"),
)

part = Table(
    "part",
    metadata,
    _key("version_id", ForeignKey("text_version.id")),
    _key("number"),
    _number("start"),
    _number("end"),
    _text("kind"),
    _text("why"),
    CheckConstraint(_place, name="place"),
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    _key("version_id", ForeignKey("text_version.id")),
    _text("field", key=True),
    _key("number"),
    _text("value"),
    _text("as_written"),
    _number("start", empty=True),
    _number("end", empty=True),
    _text("basis"),
    CheckConstraint(f'(start IS NULL AND "end" IS NULL) OR ({_place})', name="place"),
    sqlite_with_rowid=False,
)

text_notice = Table(
    "text_notice",
    metadata,
    _key("version_id", ForeignKey("text_version.id")),
    _key("number"),
    _text("code"),
    _text("message"),
    sqlite_with_rowid=False,
)

reading = Table(
    "reading",
    metadata,
    _id(),
    _number("version_id", ForeignKey("text_version.id")),
    _text("model"),
    _text("created"),
    _text("digest"),
    UniqueConstraint("version_id", "model"),
)

# Which reading counts is a fact of its own: going back to an older one is a row more, not a copy of what it says.
effect = Table(
    "effect",
    metadata,
    _id(),
    _number("report_id", ForeignKey("report.id"), index=True),
    _number("reading_id", ForeignKey("reading.id")),
    _text("since"),
)

reading_notice = Table(
    "reading_notice",
    metadata,
    _key("reading_id", ForeignKey("reading.id")),
    _key("number"),
    _text("code"),
    _text("message"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    _id(),
    _number("reading_id", ForeignKey("reading.id")),
    _number("number"),
    _text("act"),
    _text("quoted"),
    Column("score", Float, nullable=False),
    _text("why"),
    _text("speaker", empty=True),
    _text("said_earliest", empty=True),
    _text("said_latest", empty=True),
    UniqueConstraint("reading_id", "number"),
)

statement_via = Table(
    "statement_via",
    metadata,
    _key("statement_id", ForeignKey("statement.id")),
    _key("number"),
    _text("name"),
    sqlite_with_rowid=False,
)

statement_span = Table(
    "statement_span",
    metadata,
    _key("statement_id", ForeignKey("statement.id")),
    _text("role", key=True),
    _key("piece"),
    _number("start"),
    _number("end"),
    _text("exact"),
    _text("prefix"),
    _text("suffix"),
    CheckConstraint("role IN ('source', 'cue', 'content')", name="role"),
    CheckConstraint(_place, name="place"),
    sqlite_with_rowid=False,
)

EVIDENCE = tuple(metadata.sorted_tables)
"""Every table: none holds anything that may change."""

SEARCH = "text_search"
# content='' and detail=none: the index holds which text has which three characters, an eighth of the space of the full index, and costs the
# same to add to however large it is. Places are found in the text itself. case_sensitive: what goes in is folded already.
_SEARCH_DDL = f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(text, content='', detail=none, tokenize='trigram case_sensitive 1')"


def _forbid(table: Table, change: str) -> None:
    event.listen(
        table,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER {table.name}_no_{change.lower()} BEFORE {change} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
        ),
    )


for _table in EVIDENCE:
    _forbid(_table, "UPDATE")
    _forbid(_table, "DELETE")
event.listen(metadata, "after_create", DDL(_SEARCH_DDL))  # type: ignore[no-untyped-call]
