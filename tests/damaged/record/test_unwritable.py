import errno
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from onrecord.errors import StoryUnwritable
from onrecord.record import Story, Verdict, database
from tests.damaged.record.children import Child
from tests.damaged.record.conftest import sound
from tests.record.samples import article, names_in

ROOT = os.name == "posix" and os.geteuid() == 0
NOBODY = 65534


def test_a_disk_without_space_for_the_archive(holding: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with Story.open(holding) as story:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StoryUnwritable) as told:
            story.add(*article(7, 4, 60))
        assert "no space" in told.value.problem
        monkeypatch.undo()
        assert names_in(holding / "archive" / "incoming") == []
    sound(holding, 3)


def test_a_disk_without_space_for_the_record(holding: Path) -> None:
    def work(say: Callable[[str], None]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Story.open(holding) as story:
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
            for number in range(10, 50):
                try:
                    story.add(*article(number, 30, 700))
                    say("added")
                except StoryUnwritable as error:
                    say(f"unwritable {error.problem}")
                    return

    with Child(work) as child:
        lines = child.end()
    assert lines[-1].startswith("unwritable"), lines
    assert set(lines[:-1]) <= {"added"}
    sound(holding, 3 + len(lines) - 1)


def test_sqlite_full(holding: Path) -> None:
    with Story.open(holding) as story:
        with story._database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        with story._database.write() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoryUnwritable) as told:
            story.add(*article(7, 30, 700))
        assert "no space" in told.value.problem
    sound(holding, 3)


@pytest.mark.slow
@pytest.mark.skipif(not ROOT or shutil.which("mount") is None, reason="only root can mount a small disk")
def test_a_small_disk_that_fills_up(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=1m") as disk:
        added = 0
        with pytest.raises(StoryUnwritable), Story.make(disk / "story") as story:
            for number in range(500):
                story.add(*article(number, 30, 700))
                added += 1
        assert added > 3
        with Story.open(disk / "story") as story:
            assert story.count() == added
            assert [check for check in story.verify() if check.verdict is Verdict.FAIL] == []
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        sound(disk / "story", added)


@pytest.mark.skipif(not ROOT or shutil.which("mount") is None, reason="only root can mount a disk")
def test_a_disk_that_may_only_be_read(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=8m") as disk:
        with Story.make(disk / "story") as story:
            story.add(*article(1, 4, 60))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        reads_only(disk / "story")
        with pytest.raises(StoryUnwritable):
            Story.make(disk / "other")


@contextmanager
def mounted(tmp_path: Path, options: str) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def reads_only(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with Story.open(folder) as story:
        assert not story.writable
        assert len(list(story.entries())) == story.count() > 0
        assert story.search("word1") is not None
        assert {check.verdict for check in story.verify()} == {Verdict.PASS}
        with pytest.raises(StoryUnwritable):
            story.add(*article(50, 4, 60))
    with Story.make(folder) as story:
        assert story.count()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A story whose folder this user may only read."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "story"
        with Story.make(folder) as story:
            story.add(*article(1, 4, 60))
        everything = [folder, *folder.rglob("*")]
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
        if ROOT:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if ROOT:
                os.seteuid(0)
            for path in everything:
                path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_a_folder_that_may_only_be_read(unprivileged: Path) -> None:
    reads_only(unprivileged)
    with pytest.raises(StoryUnwritable):
        Story.make(unprivileged / "other")


def test_a_story_left_in_use_on_a_disk_that_may_only_be_read(holding: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Story.open(holding) as busy:
        busy.add(*article(7, 4, 60))
        assert "record.sqlite-wal" in names_in(holding)
        monkeypatch.setattr(database, "_may_write", lambda _: False)
        with Story.open(holding) as story:
            assert story.count() == 4


def test_without_shared_memory_there_is_a_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's dot-file locks stand in for a network disk: they have no shared memory."""
    with Story.make(tmp_path / "logged") as story:
        story.add(*article(1, 4, 60))
    plain = database.uri
    monkeypatch.setattr(database, "uri", lambda *given: plain(*given) + "&vfs=unix-dotfile")
    for name in ("logged", "new"):
        with Story.make(tmp_path / name) as story:
            story.add(*article(2, 4, 60))
        assert names_in(tmp_path / name) == ["archive", "record.sqlite"]
        assert database.header(tmp_path / name / "record.sqlite")[18] == 1
        sound(tmp_path / name, 2 if name == "logged" else 1)
    monkeypatch.undo()
    sound(tmp_path / "logged", 3)
    with closing(sqlite3.connect(tmp_path / "logged" / "record.sqlite")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
