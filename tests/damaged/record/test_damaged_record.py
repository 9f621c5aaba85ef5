import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import NotAStory, OnRecordError, StoryDamaged
from onrecord.record import Story, Verdict
from tests.damaged.record.conftest import sound
from tests.record.samples import article, names_in


def use(folder: Path) -> list[Verdict]:
    """Everything that reads a story."""
    with Story.open(folder) as story:
        verdicts = [check.verdict for check in story.verify()]
        list(story.entries())
        story.search("word1")
        story.add(*article(99, 4, 60))
        return verdicts


def _random(held: bytes) -> bytes:
    return random.Random(1).randbytes(len(held))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "random": _random,
    "emptied": lambda _: b"",
    "cut in the header": lambda held: held[:50],
    "cut after a page": lambda held: held[:4096],
    "cut in the middle": lambda held: held[: len(held) // 2],
    "page of zeros": lambda held: held[:4096] + bytes(4096) + held[8192:],
    "schema of noise": lambda held: held[:100] + _random(held)[100:4096] + held[4096:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_record_is_said(holding: Path, damage: Callable[[bytes], bytes]) -> None:
    file = holding / "record.sqlite"
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(StoryDamaged) as told:
        use(holding)
    assert str(holding) in told.value.problem
    assert "backup" in told.value.remedy
    assert "word" not in str(told.value), "no words of a source"


def test_noise_anywhere_gives_no_other_error(holding: Path) -> None:
    file = holding / "record.sqlite"
    held = file.read_bytes()
    chance = random.Random(2)
    for _ in range(25):
        noisy = bytearray(held)
        for _ in range(chance.choice((1, 30, 3000))):
            noisy[chance.randrange(100, len(noisy))] = chance.randrange(256)
        for name in names_in(holding):
            if name.startswith("record.sqlite-"):
                (holding / name).unlink()
        file.write_bytes(noisy)
        try:
            use(holding)
        except OnRecordError as error:
            assert isinstance(error, StoryDamaged), error


def test_verify_says_which_page_is_damaged_and_goes_on(holding: Path) -> None:
    file = holding / "record.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'statement_span'").fetchone()
    held = bytearray(file.read_bytes())
    held[(page - 1) * 4096 : page * 4096] = bytes(4096)
    file.write_bytes(held)
    with Story.open(holding) as story:
        checks = list(story.verify())
    failed = {check.item for check in checks if check.verdict is Verdict.FAIL}
    assert "record:integrity" in failed
    assert sum(check.item.startswith("archive:") and check.verdict is Verdict.PASS for check in checks) == 3


def test_text_that_is_no_utf_8_is_damage_and_not_shown(holding: Path) -> None:
    with closing(sqlite3.connect(holding / "record.sqlite")) as connection:
        connection.execute("DROP TRIGGER text_version_no_update")
        connection.execute("UPDATE text_version SET text = CAST(x'73656372657420ff' AS TEXT)")
        connection.commit()
    with Story.open(holding) as story, pytest.raises(StoryDamaged) as told:
        story.entry("r1")
    assert "secret" not in str(told.value)


def test_another_program_s_database_is_no_story_and_stays_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE theirs (id INTEGER)")
        connection.commit()
    held = (tmp_path / "record.sqlite").read_bytes()
    for way in (Story.open, Story.make):
        with pytest.raises(NotAStory):
            way(tmp_path)
    assert (tmp_path / "record.sqlite").read_bytes() == held
    assert names_in(tmp_path) == ["record.sqlite"]


def test_a_making_that_left_an_empty_file_is_completed(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").touch()
    with pytest.raises(NotAStory) as told:
        Story.open(tmp_path)
    assert "interrupted" in told.value.problem
    Story.make(tmp_path).close()
    sound(tmp_path, 0)


def test_an_empty_file_among_others_is_no_making_of_ours(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").touch()
    (tmp_path / "notes.txt").touch()
    with pytest.raises(NotAStory):
        Story.make(tmp_path)
