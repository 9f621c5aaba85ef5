"""Recognising a story's folder, and making one so that a kill at any moment leaves a folder which the next `make` completes."""

from contextlib import suppress
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

from onrecord.errors import NotAStory
from onrecord.record import tables as t
from onrecord.record.appending import now
from onrecord.record.database import APPLICATION_ID, RECORD, Access, Database, damaged, header, settle_journal

_MAGIC = b"SQLite format 3\x00"
_ALEMBIC_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
_OWN = {RECORD, f"{RECORD}-journal", f"{RECORD}-wal", f"{RECORD}-shm"}
# File managers leave these in every folder that they show.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


class Kind(Enum):
    """What lies at a path."""

    NOTHING = "nothing, or an empty folder"
    HALF_MADE = "a story whose making was interrupted before anything could be added"
    STORY = "a story"
    OTHER = "something that is no story"


def look(folder: Path) -> Kind:
    """What lies at `folder`, without opening or changing anything. Raises StoryDamaged where it was a story."""
    if not folder.exists():
        return Kind.NOTHING
    if not folder.is_dir():
        return Kind.OTHER
    names = {entry.name for entry in folder.iterdir()} - _LITTER
    if not names:
        return Kind.NOTHING
    file = folder / RECORD
    if not file.is_file():
        return Kind.OTHER
    start = header(file)
    if start.startswith(_MAGIC) and len(start) == 100:
        return Kind.STORY if int.from_bytes(start[68:72]) == APPLICATION_ID else Kind.OTHER
    # The archive is made after the record, so a folder that has one was a whole story before.
    if "archive" in names:
        raise damaged(folder, f"{RECORD} is no database any more")
    # With its rollback journal beside it, SQLite undoes what a power cut left in the file.
    unfinished = not start or f"{RECORD}-journal" in names
    return Kind.HALF_MADE if unfinished and names <= _OWN else Kind.OTHER


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables; None where there are none, because their making was interrupted and undone."""
    if not connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar():
        return None
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def create(folder: Path) -> None:
    """Make the story at `folder`, or complete it. Safe beside other processes that do the same. Raises NotAStory, StoryUnwritable."""
    if not folder.parent.is_dir():
        raise NotAStory(
            f"No story can be made at {folder}: the folder that should hold it does not exist.",
            "Make that folder first, or check the path.",
        )
    # What sources say may be seen by nobody else; a folder that was there keeps the mode that its owner chose.
    folder.mkdir(mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        # SQLite gives its side files the mode of the record.
        (folder / RECORD).touch(mode=0o600, exist_ok=False)
    database = Database(folder, Access.CREATE)
    try:
        # One transaction, so there are all tables or none; who comes second waits for the lock and finds them.
        with database.write() as connection:
            if revision_of(connection) is None:
                _make_tables(connection)
    finally:
        database.close()
    settle_journal(folder)
    # After the record: see `look`.
    (folder / "archive").mkdir(mode=0o700, exist_ok=True)


def _make_tables(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    t.metadata.create_all(connection, checkfirst=False)
    # The same tables as the migrations make, without importing alembic; a test compares the two.
    connection.exec_driver_sql(_ALEMBIC_VERSION)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (t.HEAD,))
    connection.execute(insert(t.story), {"id": 1, "format": t.FORMAT, "made_with": _made_with(), "made": now()})


def _made_with() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import, and needed once in the life of a story

    try:
        return f"onrecord {version('onrecord')}"
    except PackageNotFoundError:
        return "onrecord"


def format_of(connection: Connection) -> int:
    """The layout of the story's folder."""
    return connection.scalar(select(t.story.c.format)) or 0
