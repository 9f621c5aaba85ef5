"""Batches: what was stated stays, the same bytes twice are one, and one fault ends nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.errors import StoryUnwritable
from onrecord.reading import Passages, shared_reader
from onrecord.record import Story
from onrecord.vocabulary import Reading, Report
from tests.cli.conftest import DENIAL, Command


def _published(onrecord: Command, story: Path) -> str | None:
    (row,) = onrecord("list", story, "--json").json
    return row["published"]["value"] if row["published"] else None


def test_a_stated_day_outlives_an_add_that_states_none(onrecord: Command, tmp_path: Path) -> None:
    story, file = tmp_path / "story", tmp_path / "report.txt"
    file.write_text(DENIAL.replace("3 March 2024", "Samplestreet"), "utf8")
    onrecord("add", story, file, "--published", "2023-10-16")
    assert onrecord("add", story, file, "--json").json[0]["status"] == "already there"
    assert _published(onrecord, story) == "2023-10-16"
    onrecord("add", story, file, "--published", "2023-10-17")
    assert _published(onrecord, story) == "2023-10-17"
    onrecord("add", story, file, "--published", "2023-10-16")
    assert _published(onrecord, story) == "2023-10-16"
    assert onrecord("verify", story).code == 0


def test_the_same_bytes_twice_in_one_batch(onrecord: Command, report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(report.read_bytes())
    ran = onrecord("add", tmp_path / "story", report, copy, "--json")
    assert [o["status"] for o in ran.json] == ["added", "already there"]


def test_a_fault_of_ours_ends_no_batch(onrecord: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.txt").write_text("bad " + DENIAL, "utf8")
    real = pipeline.passages

    def faulty(collected: Report) -> object:
        if collected.name == "bad.txt":
            raise RuntimeError(collected.text)
        return real(collected)

    monkeypatch.setattr(pipeline, "passages", faulty)
    ran = onrecord("add", tmp_path / "story", tmp_path / "bad.txt", report, "--json")
    assert ran.code == 1
    bad, good = ran.json
    assert bad["error"]["kind"] == "FaultySource"
    assert "ministry" not in json.dumps(bad).lower()
    assert good["status"] == "added"


def test_a_script_learns_what_is_kept_where_the_story_fails(
    onrecord: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "more.txt").write_text(DENIAL + "More.\n", "utf8")
    real = Story.add

    def full(self: Story, collected: Report, raw: bytes, reading: Reading) -> object:
        if collected.name == "more.txt":
            raise StoryUnwritable("The disk is full.", "Free some space and add the file again.")
        return real(self, collected, raw, reading)

    monkeypatch.setattr(Story, "add", full)
    ran = onrecord("add", tmp_path / "story", report, tmp_path / "more.txt", "--json")
    assert ran.code == 3
    assert [o["name"] for o in ran.json] == ["denial.txt"]
    assert "disk is full" in ran.err


def test_what_a_report_says_does_not_depend_on_its_company() -> None:
    texts = [DENIAL, DENIAL + "A line more, which the ministry said was its last.\n" * 30, "He said: “No.”\n"]
    reader = shared_reader()
    together = reader.read_all([Passages(t) for t in texts])
    assert together == [reader.read(Passages(t)) for t in texts]
    assert together[::-1] == reader.read_all([Passages(t) for t in texts[::-1]])


@pytest.mark.slow
def test_killing_the_command_loses_nothing_that_it_reported(onrecord: Command, tmp_path: Path) -> None:
    """`kill -9` of the real command, later and later into its work; the story opens, verifies, and takes the rest."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n:02}.txt").write_text(f"{DENIAL}\nNumber {n}.\n", "utf8")
    story = tmp_path / "story"
    reported: set[str] = set()
    for lines in (1, 17, 20, 33):
        command = [sys.executable, "-m", "onrecord", "add", str(story), str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1) as running:
            assert running.stdout is not None
            for _ in range(lines):
                said = running.stdout.readline()
                if "added" in said or "already" in said:
                    reported.add(said.split()[1])
            running.kill()
        rows = onrecord("list", story, "--json").json
        assert reported <= {row["name"] for row in rows}
        assert onrecord("verify", story).code == 0
    assert onrecord("add", story, folder).code == 0
    assert len(onrecord("list", story, "--json").json) == 40
