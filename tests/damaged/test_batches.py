"""Bad input through the commands: each a clear message, the rest of the batch done, nothing lost."""

import os
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import StoryUnwritable
from onrecord.record import Story
from tests.cli.conftest import DENIAL, Command, onrecord, report  # noqa: F401  fixtures


def _write(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a-empty.txt").write_bytes(b"")
    (folder / "b-blank.txt").write_bytes(b" \n\t\n")
    (folder / "c-binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "d-mixed.txt").write_bytes(DENIAL.encode() + "Café said.\n".encode("cp1252"))
    (folder / "e-deep.html").write_text("<div>" * 10_000 + DENIAL + "</div>" * 10_000, "utf8")
    (folder / "f-good.txt").write_text(DENIAL + "The end.\n", "utf8")
    (folder / "g-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    return folder


def test_the_rest_of_the_batch_is_done(onrecord: Command, tmp_path: Path) -> None:  # noqa: F811
    folder = _write(tmp_path / "in")
    ran = onrecord("add", tmp_path / "story", folder, tmp_path / "missing.txt", "https://example.org/x", "--json")
    assert ran.code == 1
    by_name = {Path(o["place"]).name: o for o in ran.json}
    assert {n for n, o in by_name.items() if o["error"]} == {
        "a-empty.txt",
        "b-blank.txt",
        "c-binary.txt",
        "g-picture.txt",
        "missing.txt",
        "x",
    }
    for outcome in by_name.values():
        if outcome["error"]:
            assert outcome["error"]["problem"] and outcome["error"]["remedy"]
    assert by_name["d-mixed.txt"]["notices"]
    assert {by_name[n]["status"] for n in ("d-mixed.txt", "e-deep.html", "f-good.txt")} == {"added"}
    assert onrecord("verify", tmp_path / "story").code == 0


def test_messages_name_the_file_and_say_what_to_do(onrecord: Command, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = onrecord("add", tmp_path / "story", tmp_path / "empty.txt")
    assert ran.code == 1
    assert "empty.txt" in ran.err
    assert "→" in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_that_is_no_story_is_left_alone(onrecord: Command, report: Path, tmp_path: Path) -> None:  # noqa: F811
    other = tmp_path / "photos"
    other.mkdir()
    (other / "me.jpg").write_bytes(b"x")
    ran = onrecord("add", other, report)
    assert ran.code == 3
    assert [p.name for p in other.iterdir()] == ["me.jpg"]
    assert onrecord("list", tmp_path / "nowhere").code == 3
    assert onrecord("verify", other).code == 3


def test_a_locked_story_says_so(onrecord: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    story = tmp_path / "story"
    onrecord("add", story, report)
    (tmp_path / "more.txt").write_text(DENIAL + "More.\n", "utf8")
    monkeypatch.setattr("onrecord.record.database.settings", _short_wait)
    holder = sqlite3.connect(story / "record.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        ran = onrecord("add", story, tmp_path / "more.txt")
    finally:
        holder.close()
    assert ran.code == 3
    assert "→" in ran.err
    assert onrecord("add", story, tmp_path / "more.txt").code == 0


def _short_wait() -> object:
    from onrecord.settings import Settings

    return Settings(lock_wait=0.2)


def test_a_full_disk_loses_nothing(onrecord: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    story = tmp_path / "story"
    onrecord("add", story, report)
    (tmp_path / "more.txt").write_text(DENIAL + "More.\n", "utf8")

    def full(*_: object, **__: object) -> None:
        raise StoryUnwritable("The disk is full.", "Free some space and add the file again.")

    with monkeypatch.context() as patch:
        patch.setattr(Story, "add", full)
        assert onrecord("add", story, tmp_path / "more.txt").code == 3
    assert len(onrecord("list", story, "--json").json) == 1
    assert onrecord("verify", story).code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(onrecord: Command, report: Path, tmp_path: Path) -> None:  # noqa: F811
    report.chmod(0)
    ran = onrecord("add", tmp_path / "story", report)
    assert ran.code == 1
    assert "denial.txt" in ran.err


@pytest.mark.slow
def test_fifty_megabytes_of_one_line(onrecord: Command, tmp_path: Path) -> None:  # noqa: F811
    line = "The ministry said that nobody was sent back. "
    (tmp_path / "huge.txt").write_text(line * (50_000_000 // len(line)), "utf8")
    (tmp_path / "after.txt").write_text(DENIAL, "utf8")
    from onrecord.settings import settings

    settings.cache_clear()
    ran = onrecord("add", tmp_path / "story", tmp_path / "huge.txt", tmp_path / "after.txt", "--json")
    statuses = {o["name"]: o["status"] for o in ran.json}
    assert statuses["after.txt"] == "added"
    huge = next(o for o in ran.json if o["name"] == "huge.txt")
    assert huge["error"] or any(n["code"] == "unread:length" for n in huge["notices"])
