import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from onrecord.record import Story, tables
from onrecord.record.loading import members
from onrecord.record.upgrading import configuration
from tests.record.migrated import migrate
from tests.record.samples import full


@pytest.fixture
def told(story: Story) -> Story:
    report, raw, reading = full()
    story.add(report, raw, reading)
    return story


def test_no_row_can_be_changed_or_deleted(told: Story) -> None:
    for table in tables.EVIDENCE:
        refuses_changes(told, table.name, table.c[0].name)


def refuses_changes(told: Story, table: str, column: str) -> None:
    changes = [
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ]
    with told._database.write() as connection:
        rows = connection.execute(text(f"SELECT * FROM {table}")).all()
        assert rows, "the sample leaves no table empty"
        for change in changes:
            with pytest.raises(IntegrityError, match="append-only"):
                connection.execute(text(change))
        assert connection.execute(text(f"SELECT * FROM {table}")).all() == rows
    # From outside of this program as well.
    with closing(sqlite3.connect(told.folder / "record.sqlite")) as outside:
        for change in changes[:2]:
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                outside.execute(change)


def schema(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {"".join(sql.split()) for (sql,) in rows}


def test_the_tables_are_those_of_the_migrations(story: Story, tmp_path: Path) -> None:
    migrate(tmp_path / "migrated.sqlite", "head")
    assert schema(tmp_path / "migrated.sqlite") == schema(story.folder / "record.sqlite")


def test_alembic_finds_no_difference(tmp_path: Path) -> None:
    migrate(tmp_path / "migrated.sqlite", "head")
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}")

    def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
        return not (kind == "table" and str(name).startswith(tables.SEARCH))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_the_newest_revision_is_the_one_that_opening_expects() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [tables.HEAD]


PLANS = {
    "has": "SELECT id FROM report WHERE sha256 = 'x'",
    "name": "SELECT id FROM report WHERE name = 'x'",
    "names like it": "SELECT count(*) FROM sighting WHERE name = 'x'",
    "versions": "SELECT id FROM text_version WHERE report_id = 1 AND digest = 'x'",
    "models": "SELECT model FROM reading WHERE version_id = 1",
    "statements": "SELECT * FROM statement WHERE reading_id = 1 ORDER BY number",
    "spans": "SELECT * FROM statement_span WHERE statement_id = 1",
    "in effect": "SELECT reading_id FROM effect WHERE report_id = 1 ORDER BY id DESC LIMIT 1",
    "in effect of one": f"{members()} WHERE report.id = 1",
    "next page": f"{members()} WHERE report.id > 1 ORDER BY report.id LIMIT 64",
}


def test_no_step_of_adding_reads_a_whole_table(told: Story) -> None:
    with told._database.read() as connection:
        for name, query in PLANS.items():
            plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
            assert not [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE" in step], (name, plan)
