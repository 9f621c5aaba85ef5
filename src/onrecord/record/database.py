"""Connections to `record.sqlite`: how it is opened, locked and written, and what its errors mean to a person."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.pool import QueuePool

from onrecord.errors import StoryDamaged, StoryError, StoryLocked, StoryNewer, StoryUnwritable
from onrecord.settings import settings

RECORD = "record.sqlite"
APPLICATION_ID = 0x4F6E5263
"""Bytes 68 to 71 of our database files ("OnRc"): tells a story from other folders without opening anything."""

_WRITES = "onrecord_writes"
_WAL_LIMIT = 16_000_000
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_UNWRITABLE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}
_UNREADABLE = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Access(Enum):
    """How a record is opened; the values are SQLite's URI parameters."""

    CREATE = "mode=rwc"
    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "mode=ro&immutable=1"
    """For media that nobody can write to: SQLite makes no lock and no side file."""


class Database:
    """The record of one story. Safe to use from several threads, each call on a connection of its own."""

    def __init__(self, folder: Path, access: Access) -> None:
        self.folder = folder
        self.access = access
        self._engine = _engine(folder, access)
        self._writer = self._engine.execution_options(**{_WRITES: True})

    @property
    def writable(self) -> bool:
        """Whether this user may add to the record."""
        return self.access in (Access.CREATE, Access.WRITE)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging view of the record. Raises StoryDamaged, StoryLocked."""
        with translated(self.folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that holds the only write lock, kept as a whole or not at all. Raises StoryLocked, StoryUnwritable."""
        self.require_writable()
        with translated(self.folder), self._writer.begin() as connection:
            yield connection

    def require_writable(self) -> None:
        """Raises StoryUnwritable where this user may only read."""
        if not self.writable:
            raise unwritable(self.folder, "it lies where this user may not write")

    def close(self) -> None:
        """Let go of the files; the last to close also removes SQLite's side files."""
        self._engine.dispose()


def uri(folder: Path, access: Access) -> str:
    """The address of the record for SQLite."""
    return f"{(folder / RECORD).absolute().as_uri()}?{access.value}"


def _engine(folder: Path, access: Access) -> Engine:
    wait = settings().lock_wait

    def connect() -> sqlite3.Connection:
        # isolation_level None: the driver starts no transaction behind our back, BEGIN is ours.
        return sqlite3.connect(uri(folder, access), uri=True, timeout=wait, isolation_level=None, check_same_thread=False)

    # hide_parameters: an error message must never hold a word of a source.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    for pragma in (
        # FULL: a commit that was reported survives a power cut; in WAL mode that costs one sync a commit.
        "synchronous=FULL",
        "foreign_keys=ON",
        # Without this, INSERT OR REPLACE would delete rows behind the triggers that forbid it.
        "recursive_triggers=ON",
        # Stories come from elsewhere too: their schema may call nothing that has effects, and their pages are checked.
        "trusted_schema=OFF",
        "cell_size_check=ON",
        f"journal_size_limit={_WAL_LIMIT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # IMMEDIATE: the lock is waited for at the start, so that no transaction fails half way because another one wrote.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def choose_access(folder: Path) -> Access:
    """How this user can open the record in `folder`."""
    file = folder / RECORD
    if _may_write(folder) and _may_write(file):
        return Access.WRITE
    return Access.FROZEN if header(file)[18:19] == b"\x02" and not _side_file(file, "-wal").exists() else Access.READ


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _side_file(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def header(file: Path) -> bytes:
    """The first 100 bytes, which say what kind of database it is; fewer where the file is shorter."""
    with file.open("rb") as stream:
        return stream.read(100)


def settle_journal(folder: Path) -> None:
    """Use a write-ahead log where the disk can have one (readers and a writer do not wait for each other), else a rollback journal.

    Network disks and some USB sticks have no shared memory for the log.
    """
    logged = header(folder / RECORD)[18:19] == b"\x02"
    with closing(sqlite3.connect(uri(folder, Access.WRITE), uri=True, timeout=0, isolation_level=None)) as connection:
        try:
            if not logged:
                connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
                return  # busy, or damaged: whoever reads next will say so
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system into ours; mistakes of this program pass unchanged."""
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _story_error(folder, error.orig) from None
    except sqlite3.DatabaseError as error:
        raise _story_error(folder, error) from None
    except UnicodeDecodeError:
        # SQLite quotes what it finds damaged, and the driver fails over the quotation.
        raise damaged(folder, "SQLite finds what is no text") from None
    except OSError as error:
        why = "no space is left on its disk" if error.errno in _NO_SPACE else (error.strerror or "the disk failed").lower()
        raise unwritable(folder, why) from None


def unwritable(folder: Path, why: str) -> StoryUnwritable:
    """The error for a story that takes nothing more; `why` goes on after a colon."""
    return StoryUnwritable(
        f"The story at {folder} could not be written: {why}.",
        "What was added before is kept. Free some space, or copy the story to where you may write, and run the same command again.",
    )


def damaged(folder: Path, why: str) -> StoryDamaged:
    """The error for a record that does not hold what it should; `why` goes on after a colon."""
    return StoryDamaged(
        f"The record of the story at {folder} is damaged: {why}.",
        f"Put {RECORD} back from a backup; the raw reports in its archive folder can also be added to a new story.",
    )


def newer(folder: Path) -> StoryNewer:
    """The error for a story that this version cannot read."""
    return StoryNewer(
        f"The story at {folder} was made by a later version of On Record.",
        "Install that version or a later one; the story itself is left as it is.",
    )


def _story_error(folder: Path, error: sqlite3.Error) -> StoryError:
    # The driver raises some errors itself, without a code: text that is no UTF-8. Their message holds the text.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    name = getattr(error, "sqlite_errorname", "text that is no UTF-8")
    if code & 0xFF in _LOCKED:
        return StoryLocked(
            f"Another program has kept the story at {folder} locked for more than {settings().lock_wait:g} seconds.",
            "Wait until it has finished and run the same command again; ONRECORD_LOCK_WAIT sets how many seconds to wait.",
        )
    if code & 0xFF == sqlite3.SQLITE_FULL:
        return unwritable(folder, "no space is left on its disk")
    if code & 0xFF in _UNWRITABLE and code not in _UNREADABLE:
        return unwritable(folder, f"SQLite says {name}")
    return damaged(folder, f"SQLite says {name}")
