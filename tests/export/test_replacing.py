import errno
import os
from pathlib import Path

import pytest

from onrecord.errors import ExportError
from onrecord.export.replacing import replace_file


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    replace_file(target, b"one")
    target.chmod(0o640)
    replace_file(target, b"two")
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no space"), (errno.EACCES, "may not write"), (errno.EROFS, "may not write"), (errno.EIO, "could not be written")],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=words) as raised:
        replace_file(target, b"new")
    assert raised.value.remedy.endswith("Nothing was changed.")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for place, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "out", "does not exist"),
        (tmp_path / "file" / "out", "file"),
        (tmp_path / ("n" * 300), "no place"),
    ):
        with pytest.raises(ExportError, match=words):
            replace_file(place, b"new")


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace_file(pipe, b"new")
        assert os.read(reader, 10) == b"new"
        assert pipe.is_fifo()
    finally:
        os.close(reader)


OF_THE_STORY = (
    "record.sqlite", "record.sqlite-wal", "record.sqlite-shm", "record.sqlite-journal", "record.sqlite.before-0002", "Record.SQLite",
    "archive/out.csv", "archive/ab/out.csv", "archive/ab/abcd",
)  # fmt: skip


@pytest.mark.parametrize("name", OF_THE_STORY)
@pytest.mark.parametrize("way", ["plain", "link", "roundabout"])
def test_nothing_that_a_story_is_made_of_is_replaced(tmp_path: Path, name: str, way: str) -> None:
    story = tmp_path / "story"
    (story / "archive" / "ab").mkdir(parents=True)
    (story / "record.sqlite").write_bytes(b"record")
    (story / "archive" / "ab" / "abcd").write_bytes(b"evidence")
    before = {path: path.stat().st_mtime_ns for path in story.rglob("*")}
    output = story / "archive" / ".." / name if way == "roundabout" else story / name
    if way == "link":
        output = tmp_path / "link"
        output.symlink_to(story / name)
    with pytest.raises(ExportError, match="belongs to the story") as raised:
        replace_file(output, b"new")
    assert raised.value.remedy.endswith("Nothing was changed.")
    assert {path: path.stat().st_mtime_ns for path in story.rglob("*")} == before


def test_beside_a_record_and_in_other_archives_exports_may_lie(tmp_path: Path) -> None:
    story = tmp_path / "story"
    (story / "exports" / "archive").mkdir(parents=True)
    (story / "record.sqlite").write_bytes(b"record")
    (tmp_path / "archive").mkdir()
    for place in (story / "out.csv", story / "exports" / "archive" / "out.csv", tmp_path / "archive" / "out.csv"):
        replace_file(place, b"new")
        assert place.read_bytes() == b"new"
