import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from onrecord.errors import StoryDamaged, StoryNewer, StoryUnwritable
from onrecord.record import Story, Verdict, database, tables, upgrading
from onrecord.record.appending import append
from tests.record.migrated import migrate
from tests.record.samples import full, names_in

LATER = """
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    {then}
"""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A story as the first version left it: the first migration and rows that it would have written."""
    folder = tmp_path / "story"
    folder.mkdir()
    migrate(folder / "record.sqlite", "0001")
    report, raw, reading = full()
    file = folder / "archive" / report.sha256[:2] / report.sha256
    file.parent.mkdir(parents=True)
    file.write_bytes(raw)
    engine = create_engine(f"sqlite:///{folder / 'record.sqlite'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO story VALUES (1, 1, 'onrecord 0.1.0', '2026-01-01T00:00:00+00:00')")
        append(connection, report, len(raw), reading)
    engine.dispose()
    return folder


def add_migration(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str = "pass") -> None:
    """As if this version of On Record had one migration more."""
    shutil.copytree(upgrading.MIGRATIONS, folder)
    (folder / "versions" / "9999_later.py").write_text(LATER.format(head=tables.HEAD, then=then))
    monkeypatch.setattr(upgrading, "MIGRATIONS", folder)
    monkeypatch.setattr(tables, "HEAD", "9999")


def revision(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def holds_everything(folder: Path) -> None:
    report, raw, reading = full()
    with Story.open(folder) as story:
        entry = story.entry("r1")
        assert entry.report == report
        assert tuple(stored.statement for stored in entry.statements) == reading.statements
        assert story.raw("r1") == raw
        assert [hit.id for hit in story.search("spokesman")] == ["r1"]
        assert not [check for check in story.verify() if check.verdict is Verdict.FAIL]


def test_a_story_of_the_first_version_opens(first: Path) -> None:
    holds_everything(first)
    assert revision(first / "record.sqlite") == tables.HEAD


def test_an_older_story_is_brought_up_to_date_beside_a_copy(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Story.open(first).close()
    (first / "record.sqlite").chmod(0o600)
    before = revision(first / "record.sqlite")
    add_migration(monkeypatch, tmp_path / "migrations")
    holds_everything(first)
    assert revision(first / "record.sqlite") == "9999"
    assert revision(first / "record.sqlite.before-9999") == before
    assert {path.stat().st_mode & 0o777 for path in first.glob("record.sqlite*")} == {0o600}, "the copy is for the same eyes"
    assert sorted(set(names_in(first)) - {"record.sqlite.before-0001"}) == ["archive", "record.sqlite", "record.sqlite.before-9999"]
    holds_everything(first)


def test_a_migration_that_fails_changes_nothing(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Story.open(first).close()
    before = revision(first / "record.sqlite")
    add_migration(monkeypatch, tmp_path / "migrations", then='op.execute("SELECT nonsense")')
    with pytest.raises(StoryDamaged):
        Story.open(first)
    assert revision(first / "record.sqlite") == before
    monkeypatch.undo()
    holds_everything(first)


def test_an_older_story_that_may_not_be_written_is_said(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Story.open(first).close()
    add_migration(monkeypatch, tmp_path / "migrations")
    monkeypatch.setattr(database, "_may_write", lambda _: False)
    with pytest.raises(StoryUnwritable):
        Story.open(first)


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num = 'f00'", "UPDATE story SET format = 99"])
def test_a_story_of_a_later_version_is_left_alone(first: Path, change: str) -> None:
    Story.open(first).close()
    with closing(sqlite3.connect(first / "record.sqlite")) as connection:
        connection.execute("DROP TRIGGER story_no_update")
        connection.execute(change)
        connection.commit()
    held = (first / "record.sqlite").read_bytes()
    with pytest.raises(StoryNewer):
        Story.open(first)
    with pytest.raises(StoryNewer):
        Story.make(first)
    assert (first / "record.sqlite").read_bytes() == held
    assert names_in(first) == ["archive", "record.sqlite"]
