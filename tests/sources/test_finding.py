import inspect
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import MissingSource, OversizedSource
from onrecord.settings import Settings
from onrecord.sources import find, printable


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_a_folder_gives_its_texts_in_sorted_order_and_says_what_it_skips(tmp_path):
    put(tmp_path, "b.txt", "a.html", "sub/c.md", "sub/d", "photo.jpg", ".hidden.txt", "Z.HTM", "sub/e.pdf", ".git/HEAD")
    skipped: list[str] = []
    found = [candidate.name for candidate in find([tmp_path], skipped=skipped.append)]
    assert found == ["Z.HTM", "a.html", "b.txt", "c.md", "d"]
    assert sorted(Path(place).name for place in skipped) == [".git", ".hidden.txt", "e.pdf", "photo.jpg"]


def test_the_order_of_paths_is_kept_and_a_named_file_may_end_with_anything(tmp_path):
    put(tmp_path, "b.log", "a.txt")
    candidates = list(find([tmp_path / "b.log", tmp_path / "a.txt"]))
    assert [candidate.name for candidate in candidates] == ["b.log", "a.txt"]
    assert candidates[0].read() == b"b.log"
    assert candidates[0].place == str(tmp_path / "b.log")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    [candidate] = find(["-"])
    assert (candidate.name, candidate.read()) == ("stdin", b"words")


def test_standard_input_that_is_closed_says_so(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    [candidate] = find(["-"])
    with pytest.raises(MissingSource, match="Standard input is closed") as error:
        candidate.read()
    assert error.value.remedy


def test_a_missing_path_does_not_end_the_batch(tmp_path):
    put(tmp_path, "a.txt")
    missing, present = find([tmp_path / "nothing.txt", tmp_path / "a.txt"])
    with pytest.raises(MissingSource, match=r"nothing\.txt"):
        missing.read()
    assert present.read() == b"a.txt"


@pytest.mark.parametrize("address", ["http://example.org/a", "https://example.org/a", "HTTPS://EXAMPLE.ORG"])
def test_an_address_is_not_fetched(address):
    [candidate] = find([address])
    with pytest.raises(MissingSource, match="not fetched") as error:
        candidate.read()
    assert "Save the page" in error.value.remedy


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    [candidate] = find([tmp_path / "pipe.txt"])
    with pytest.raises(MissingSource, match="a pipe"):
        candidate.read()


def test_a_device_is_refused():
    [candidate] = find(["/dev/null"])
    with pytest.raises(MissingSource, match="a device"):
        candidate.read()


def test_links_that_lead_in_circles_end(tmp_path):
    put(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert [candidate.name for candidate in find([tmp_path / "in"])] == ["a.txt"]
    [candidate] = find([tmp_path / "self.txt"])
    with pytest.raises(MissingSource, match="leads back to itself"):
        candidate.read()


def test_a_link_out_of_a_folder_is_skipped_and_one_that_is_named_is_read(tmp_path):
    put(tmp_path, "private/key", "received/a.txt", "received/sub/b.txt", "received-too/c.txt")
    received = tmp_path / "received"
    (received / "sub" / "notes.txt").symlink_to(tmp_path / "private" / "key")
    (received / "beside.txt").symlink_to("../received-too/c.txt")
    (received / "nowhere.txt").symlink_to(tmp_path / "private" / "gone")
    (received / "within.txt").symlink_to("sub/b.txt")
    (tmp_path / "door").symlink_to(received, target_is_directory=True)
    for folder in (received, tmp_path / "door"):
        skipped: list[str] = []
        assert [candidate.name for candidate in find([folder], skipped=skipped.append)] == ["a.txt", "b.txt", "within.txt"]
        assert [Path(place).name for place in skipped] == ["beside.txt", "nowhere.txt", "notes.txt"]
    [named] = find([received / "sub" / "notes.txt"])
    assert named.read() == b"private/key"


def test_a_link_that_may_not_be_looked_at_does_not_end_the_batch(tmp_path, monkeypatch):
    put(tmp_path, "z.txt")
    (tmp_path / "long.txt").symlink_to("a" * 300)
    (tmp_path / "shut.txt").symlink_to("shut/a")
    stat_of = os.stat

    def refuse(path, *args, **kwargs):
        if str(path).endswith("shut.txt"):
            raise PermissionError(13, "Permission denied")
        return stat_of(path, *args, **kwargs)

    monkeypatch.setattr(os, "stat", refuse)
    long, shut, text = find([tmp_path])
    for candidate in (long, shut):
        with pytest.raises(MissingSource):
            candidate.read()
    assert text.read() == b"z.txt"


def test_a_folder_without_texts_says_so(tmp_path):
    put(tmp_path, "photo.jpg")
    [candidate] = find([tmp_path])
    with pytest.raises(MissingSource, match="holds no text or HTML file") as error:
        candidate.read()
    assert "1 other was skipped" in error.value.problem


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")
    [candidate] = find([tmp_path / "a.txt"])

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(MissingSource, match="may not be read by this user"):
        candidate.read()


def test_more_than_the_limit_is_refused(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")
    monkeypatch.setattr("onrecord.sources.finding.settings", lambda: Settings(largest_source=4))
    [candidate] = find([tmp_path / "a.txt"])
    with pytest.raises(OversizedSource, match="larger than 4 bytes"):
        candidate.read()


def test_a_folder_deeper_than_python_calls(tmp_path):
    deepest = tmp_path.joinpath(*["d"] * 200)
    deepest.mkdir(parents=True)
    put(deepest, "a.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        names = [candidate.name for candidate in find([tmp_path])]
    finally:
        sys.setrecursionlimit(limit)
    assert names == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.txt", "report.txt"),
        ("서울 보고.txt", "서울 보고.txt"),
        ("a\x1b[31m.txt", r"a\x1b[31m.txt"),
        ("invoice\u202etxt.exe", r"invoice\u202etxt.exe"),
        ("line\nbreak", r"line\x0abreak"),
        ("caf\udce9.txt", r"caf\udce9.txt"),
    ],
)
def test_hostile_names_are_spelt_out(name, shown):
    assert printable(name) == shown


@given(st.text())
def test_a_printable_name_can_be_stored_and_printed(name):
    shown = printable(name)
    shown.encode("utf-8")
    assert not any(ord(c) < 32 or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f" for c in shown)


def test_a_hostile_name_on_disk_reads_all_the_same(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9\x1b[2J.txt")  # noqa: PTH118 - pathlib takes no bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"words")
    [candidate] = find([tmp_path])
    assert candidate.name == r"caf\udce9\x1b[2J.txt"
    assert candidate.read() == b"words"
