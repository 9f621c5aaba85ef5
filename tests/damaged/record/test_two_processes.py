import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import StoryLocked
from onrecord.record import Story
from tests.damaged.record.children import Child
from tests.damaged.record.conftest import sound
from tests.damaged.record.test_kill import adding
from tests.record.samples import article, names_in


def test_two_adds_at_once_both_succeed(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    with Child(adding(folder, 0, 15)) as one, Child(adding(folder, 100, 15)) as other:
        said = one.end() + other.end()
    ids = sorted(line.split()[1] for line in said if line.startswith("added"))
    assert ids == sorted(f"r{number}" for number in range(1, 31))
    sound(folder, 30)
    assert names_in(folder) == ["archive", "record.sqlite"]


def test_the_same_sources_added_at_once_are_kept_once(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    children = [Child(adding(folder, 0, 10)) for _ in range(4)]
    said = [child.end() for child in children]
    assert not [line for lines in said for line in lines if line.startswith("raised")]
    kept = [{line for line in lines if line.startswith("added")} for lines in said]
    assert kept[0] == kept[1] == kept[2] == kept[3]
    sound(folder, 10)


def making(folder: Path) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        with Story.make(folder) as story:
            say(f"made {story.count()}")

    return work


def test_a_story_made_by_many_at_once_is_one_story(tmp_path: Path) -> None:
    for attempt in range(3):
        folder = tmp_path / f"story-{attempt}"
        children = [Child(making(folder)) for _ in range(5)]
        assert [child.end() for child in children] == [["made 0"]] * 5
        sound(folder, 0)


@pytest.mark.usefixtures("impatient")
def test_a_locked_story_can_be_read_but_not_added_to(holding: Path) -> None:
    with closing(sqlite3.connect(holding / "record.sqlite", isolation_level=None)) as other, Story.open(holding) as story:
        other.execute("BEGIN IMMEDIATE")
        assert len(list(story.entries())) == 3
        with pytest.raises(StoryLocked) as told:
            story.add(*article(7, 4, 60))
        assert "0.1 seconds" in told.value.problem
        assert str(holding) in told.value.problem
        other.execute("COMMIT")
        assert story.add(*article(7, 4, 60)).new


@pytest.mark.usefixtures("impatient")
def test_a_story_that_is_locked_for_reading_too_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    Story.make(folder).close()
    with closing(sqlite3.connect(folder / "record.sqlite", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoryLocked):
            Story.open(folder)
    sound(folder, 0)
