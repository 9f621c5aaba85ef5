"""A story: the workspace that holds all reports about one matter."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, select

from onrecord.errors import NotAStory, NotInStory
from onrecord.record import tables as t
from onrecord.record.appending import Added, append, check, spelt_out
from onrecord.record.archive import Archive
from onrecord.record.database import RECORD, Database, choose_access, damaged, newer, settle_journal, translated
from onrecord.record.entry import Check, Entry, StoredStatement
from onrecord.record.loading import load, members, page
from onrecord.record.making import Kind, create, format_of, look, revision_of
from onrecord.record.searching import Hit, search
from onrecord.record.verifying import verify
from onrecord.vocabulary import Reading, Report

_ID = re.compile(r"[rs][1-9][0-9]{0,17}")


class _InterruptedError(NotAStory):
    """The making of the story was interrupted before anything could be added."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The making of the story at {folder} was interrupted; nothing was in it yet.",
            "Add a report to it, which completes it: onrecord add FOLDER FILE...",
        )


class Story:
    """A story's folder, open. Use it in a `with` block, or `close` it.

    Every method may raise StoryDamaged or StoryLocked. Threads may share one; processes open their own.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self._database = database
        self._archive = Archive(folder)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The story at `path`, brought up to date if an older version made it. Raises NotAStory, StoryNewer, StoryDamaged, StoryLocked."""
        folder = Path(path).absolute()
        with translated(folder):
            kind = look(folder)
        if kind is Kind.STORY:
            return cls._opened(folder)
        if kind is Kind.HALF_MADE:
            raise _InterruptedError(folder)
        what = "There is nothing" if kind is Kind.NOTHING else "There is no story"
        raise NotAStory(f"{what} at {folder}.", "Check the path, or make a story in a new folder: onrecord add FOLDER FILE...")

    @classmethod
    def make(cls, path: str | Path) -> Self:
        """The story at `path`, made now if nothing is there. Raises as `open`, and StoryUnwritable.

        A folder that holds anything else is NotAStory and stays as it is. A story whose making was interrupted is completed.
        """
        folder = Path(path).absolute()
        with translated(folder):
            kind = look(folder)
            if kind is Kind.OTHER:
                raise NotAStory(
                    f"There is something at {folder} that is no story; it was left as it is.",
                    "Name a folder that is new or empty.",
                )
            if kind is Kind.STORY:
                with suppress(_InterruptedError):
                    return cls._opened(folder)
            create(folder)
        return cls._opened(folder)

    @classmethod
    def _opened(cls, folder: Path) -> Self:
        with translated(folder):
            access = choose_access(folder)
            database = Database(folder, access)
            if database.writable:
                settle_journal(folder)
        try:
            _bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(folder, database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files. May be called again."""
        self._database.close()

    @property
    def writable(self) -> bool:
        """Whether this user may add to it."""
        return self._database.writable

    def add(self, report: Report, raw: bytes, reading: Reading) -> Added:
        """Keep a report with the bytes it came from and what was read from it; when this returns, it is on the disk.

        The same bytes are one report: another name is kept as `also_named`, and a text or a reading that the story does not hold yet is
        stored beside the old ones. What was added last takes effect, also where the story held it before. Raises StoryUnwritable;
        ValueError where `raw` is not what `report` was made from or a span lies outside of the text.
        """
        check(report, raw, reading)
        self._database.require_writable()
        with translated(self.folder):
            self._archive.put(raw, report.sha256, known=self.has(report.sha256) is not None)
        with self._database.write() as connection:
            added = append(connection, report, len(raw), reading)
        self._archive.clear_leftovers(report.sha256)
        return added

    def has(self, sha256: str) -> str | None:
        """The id of the report whose raw bytes have this hash."""
        with self._database.read() as connection:
            key = connection.scalar(select(t.report.c.id).where(t.report.c.sha256 == sha256))
        return None if key is None else f"r{key}"

    def count(self) -> int:
        """How many reports there are."""
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(t.report)) or 0

    def entries(self) -> Iterator[Entry]:
        """Every report with the reading in effect, in the order of adding; few at a time in memory, and no lock held in between."""
        after = 0
        while True:
            with self._database.read() as connection:
                members_of_page = page(connection, after)
                loaded = self._load(connection, [member.reading for member in members_of_page])
            if not loaded:
                return
            after = members_of_page[-1].report
            yield from loaded

    def entry(self, id_or_name: str) -> Entry:
        """The report with this id, or else this name, or else also seen under this name. Raises NotInStory."""
        with self._database.read() as connection:
            key = _find(connection, id_or_name)
            if key is None:
                raise NotInStory(f"The story at {self.folder} has no report {id_or_name!r}.", "See what it has: onrecord list STORY")
            row = connection.execute(members().where(t.report.c.id == key)).first()
            if row is None:
                raise damaged(self.folder, "a report has no reading in effect")
            return self._load(connection, [row.reading])[0]

    def raw(self, id_or_name: str) -> bytes:
        """The bytes that a report came from, hashed again. Raises NotInStory, and StoryDamaged where they are gone or altered."""
        with self._database.read() as connection:
            key = _find(connection, id_or_name)
            sha256 = connection.scalar(select(t.report.c.sha256).where(t.report.c.id == key))
        if sha256 is None:
            raise NotInStory(f"The story at {self.folder} has no report {id_or_name!r}.", "See what it has: onrecord list STORY")
        with translated(self.folder):
            return self._archive.read(sha256)

    def statement(self, id: str) -> tuple[Entry, StoredStatement]:
        """The statement with this id, and the entry with the reading that it is part of, be it an older one. Raises NotInStory."""
        with self._database.read() as connection:
            reading = connection.scalar(select(t.statement.c.reading_id).where(t.statement.c.id == _number(id, "s")))
            if reading is None:
                raise NotInStory(f"The story at {self.folder} has no statement {id!r}.", "See what it has: onrecord show STORY REPORT")
            entry = self._load(connection, [reading])[0]
        return entry, next(stored for stored in entry.statements if stored.id == id)

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """The reports whose text in effect holds every one of `words`, best first; words in straight double quotes must stand together."""
        with self._database.read() as connection:
            return search(connection, words, limit)

    def verify(self) -> Iterator[Check]:
        """Look at everything again: each hash, each span, each file; one check per item, as it is done."""
        return verify(self._database, self._archive)

    def _load(self, connection: Connection, readings: list[int]) -> list[Entry]:
        try:
            return load(connection, readings)
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(self.folder, f"a row of {RECORD} holds what it never should ({type(error).__name__})") from None


def _find(connection: Connection, id_or_name: str) -> int | None:
    """The number of a report by its id, its name, or one that it was also seen under."""
    name = spelt_out(id_or_name)
    by_id = select(t.report.c.id).where(t.report.c.id == _number(id_or_name, "r"))
    by_name = select(t.report.c.id).where(t.report.c.name == name)
    sighted = select(t.sighting.c.report_id).where(t.sighting.c.name == name).order_by(t.sighting.c.id).limit(1)
    for query in (by_id, by_name, sighted):
        key = connection.scalar(query)
        if key is not None:
            return int(key)
    return None


def _number(id: str, letter: str) -> int:
    """The number in `r12` or `s3`; 0, which nothing has, for anything else."""
    return int(id[1:]) if _ID.fullmatch(id) and id[0] == letter else 0


def _bring_up_to_date(database: Database) -> None:
    with database.read() as connection:
        revision = revision_of(connection)
        if revision is None:
            raise _InterruptedError(database.folder)
        if format_of(connection) > t.FORMAT:
            raise newer(database.folder)
    if revision != t.HEAD:
        from onrecord.record.upgrading import upgrade  # noqa: PLC0415 - alembic takes long to import and is seldom needed

        upgrade(database)
