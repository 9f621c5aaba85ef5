"""Bringing a story of an older version up to date; the only module that imports alembic, and only when there is something to do."""

import logging
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from onrecord.record.database import RECORD, Access, Database, newer, translated, uri
from onrecord.record.making import revision_of

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Where alembic finds the migrations."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(database: Database) -> None:
    """Run the migrations that the story lacks, all or none, after a copy of its record was laid beside it.

    Raises StoryNewer where the story's revision is none of ours, StoryUnwritable where there is no space for the copy.
    """
    config = configuration()
    script = ScriptDirectory.from_config(config)
    with database.write() as connection:
        revision = revision_of(connection)
        head = script.get_current_head()
        if revision == head:
            return  # another process did it while this one waited for the lock
        if revision is None or not _knows(script, revision):
            raise newer(database.folder)
        _copy(database.folder, f"{RECORD}.before-{head}")
        config.attributes["connection"] = connection
        logging.getLogger("alembic").setLevel(logging.WARNING)
        command.upgrade(config, "head")


def _knows(script: ScriptDirectory, revision: str) -> bool:
    try:
        return script.get_revision(revision) is not None
    except CommandError:
        return False


def _copy(folder: Path, name: str) -> None:
    part = folder / f"{name}.part"
    with translated(folder):
        part.unlink(missing_ok=True)
        # The copy is for the same eyes as the record.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, stat.S_IMODE((folder / RECORD).stat().st_mode)))
    with (
        translated(folder),
        closing(sqlite3.connect(uri(folder, Access.READ), uri=True)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)
    part.replace(folder / name)
