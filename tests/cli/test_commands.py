"""The commands from end to end, with the real encoder."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

import onrecord as package
from onrecord.vocabulary import Act
from tests.cli.conftest import DENIAL, Command


def test_read_finds_who_said_what_word_for_word() -> None:
    text = DENIAL
    reading = package.read(text)
    told = {(" ".join(s.of(text) for s in x.source), x.cue[0].of(text), x.act) for x in reading.statements}
    assert any(who.startswith("The Sample Ministry") and (cue, act) == ("denied", Act.DENY) for who, cue, act in told)
    assert ("He", "did not confirm", Act.REFUSE) in told
    direct = [x for x in reading.statements if x.quoted.value == "direct"]
    assert any("We know of no such case" in x.content[0].of(text) for x in direct)
    for statement in reading.statements:
        for _, span in statement.spans():
            assert 0 <= span.start < span.end <= len(text)


def test_reading_twice_gives_the_same() -> None:
    assert package.read(DENIAL) == package.read(DENIAL)


def test_read_keeps_offsets_of_the_text_as_given() -> None:
    text = "\ufeffIntro\r\n\r\n\t" + DENIAL.replace("\n", "\r\n")
    contents = [span.of(text) for s in package.read(text).statements for span in s.content]
    assert any("anyone had been sent back" in c for c in contents)


def test_read_of_nothing_is_an_empty_reading() -> None:
    assert package.read("").statements == ()
    assert package.read(" \n\n ").statements == ()


def test_published_must_be_a_day() -> None:
    with pytest.raises(ValueError, match="2024-13-40"):
        package.read("x", published="2024-13-40")


def test_add_list_show_export_verify(onrecord: Command, report: Path, tmp_path: Path) -> None:
    story = tmp_path / "story"
    added = onrecord("add", story, report, "--json")
    assert added.code == 0
    (outcome,) = added.json
    assert (outcome["id"], outcome["status"], outcome["error"]) == ("r1", "added", None)
    assert outcome["statements"] >= 2

    archived = list((story / "archive").rglob("*"))
    digest = hashlib.sha256(report.read_bytes()).hexdigest()
    assert any(digest.endswith(f.name) or f.name == digest for f in archived if f.is_file())

    (row,) = onrecord("list", story, "--json").json
    assert row["sha256"] == digest
    assert "denial.txt" in onrecord("list", story).out

    shown = onrecord("show", story, "denial.txt", "--json").json
    first = shown["statements"][0]
    for role, places in first["spans"].items():
        assert [shown["text"][a:b] for a, b in places] == first[role]
    one = onrecord("show", story, first["id"])
    assert first["content"][0].split("\n")[0] in one.out

    record = tmp_path / "record.json"
    assert onrecord("export", story, "--format", "record", "-o", record).code == 0
    exported = json.loads(record.read_text("utf8"))
    assert [s["id"] for s in exported["statements"]] == [s["id"] for s in shown["statements"]]
    table = onrecord("export", story, "--format", "csv", "-o", "-")
    assert len(list(csv.DictReader(io.StringIO(table.out.removeprefix("\ufeff"))))) >= len(shown["statements"])

    checked = onrecord("verify", story)
    assert checked.code == 0
    assert " 0 fail" in checked.out


def test_the_same_bytes_twice_are_one_report(onrecord: Command, report: Path, tmp_path: Path) -> None:
    story = tmp_path / "story"
    onrecord("add", story, report)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(report.read_bytes())
    again = onrecord("add", story, copy, "--json")
    assert again.code == 0
    assert again.json[0]["status"] == "already there"
    (row,) = onrecord("list", story, "--json").json
    assert row["also_named"] == ["copy.txt"]


def test_what_the_user_states_is_kept_as_such(onrecord: Command, report: Path, tmp_path: Path) -> None:
    onrecord("add", tmp_path / "story", report, "--published", "2024-03-05", "--outlet", "Sample Herald")
    (row,) = onrecord("list", tmp_path / "story", "--json").json
    assert (row["published"]["value"], row["outlet"]["value"]) == ("2024-03-05", "Sample Herald")
    assert "user" in row["published"]["basis"]


def test_search_finds_words_of_unread_reports(onrecord: Command, tmp_path: Path) -> None:
    file = tmp_path / "korean.txt"
    file.write_text("통일부 대변인은 월요일 기자들에게 강제 송환에 반대한다고 밝혔다. 정부는 관계국과 협의하고 있다고 말했다.\n", "utf8")
    added = onrecord("add", tmp_path / "story", file)
    assert added.code == 0
    assert "ko" in added.out
    assert "Not read" in added.out
    hits = onrecord("list", tmp_path / "story", "--search", "송환", "--json").json
    assert [h["report"] for h in hits] == ["r1"]


def test_read_prints_json_and_keeps_nothing(onrecord: Command, report: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    printed = onrecord("read", report).json
    assert printed["statements"]
    assert printed["language"]["value"] == "en"
    assert sorted(tmp_path.rglob("*")) == before


def test_verify_notices_an_altered_archive(onrecord: Command, report: Path, tmp_path: Path) -> None:
    story = tmp_path / "story"
    onrecord("add", story, report)
    (file,) = (f for f in (story / "archive").rglob("*") if f.is_file())
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace(b"denied", b"agreed"))
    checked = onrecord("verify", story, "--json")
    assert checked.code == 6
    assert any(c["verdict"] == "fail" and "archive" in c["item"] for c in checked.json)


def test_demo_shows_the_sample_story(onrecord: Command, tmp_path: Path) -> None:
    ran = onrecord("demo", "--story", tmp_path / "sample", "-o", tmp_path / "demo.html")
    assert ran.code == 0
    assert "deny" in ran.out
    page = (tmp_path / "demo.html").read_text("utf8")
    assert "not for publication" in page.lower()
    assert "0 failed" in ran.out


def test_usage_errors_are_said_plainly(onrecord: Command, tmp_path: Path) -> None:
    assert onrecord("add", tmp_path / "s", "x", "--published", "soon").code == 2
    assert onrecord("export", tmp_path / "s", "--format", "pdf", "-o", "x").code == 2
    assert onrecord("nonsense").code == 2
    (tmp_path / "report.txt").write_text("x", "utf8")
    forgotten = onrecord("add", tmp_path / "report.txt", tmp_path / "report.txt")
    assert forgotten.code == 2
    assert "story's folder first" in " ".join(forgotten.err.split())
    assert onrecord("--version").out.startswith("onrecord 0.")
