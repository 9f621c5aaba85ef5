import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import StoryDamaged
from onrecord.record import Check, Story, Verdict
from onrecord.record.offsets import check_offsets
from onrecord.vocabulary import Decoding, OffsetMap, Reading, Run
from tests.record.samples import article, full, report_of


def checks(story: Story) -> dict[str, Check]:
    found = list(story.verify())
    assert all(count == 1 for count in Counter(check.item for check in found).values()), "one check per item"
    return {check.item: check for check in found}


def failed(story: Story) -> set[str]:
    return {item for item, check in checks(story).items() if check.verdict is Verdict.FAIL}


def tamper(story: Story, *statements: str) -> None:
    """Change rows as somebody with a database tool would, who first removes what forbids it."""
    with closing(sqlite3.connect(story.folder / "record.sqlite")) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def archived(story: Story, sha256: str) -> Path:
    return story.folder / "archive" / sha256[:2] / sha256


@pytest.fixture
def told(story: Story) -> Story:
    report, raw, reading = full()
    story.add(report, raw, reading)
    story.add(report, raw, Reading("model-2", reading.statements[1:]))
    story.add(*article(1, 4, 60))
    return story


def test_a_sound_story_passes_item_by_item(told: Story) -> None:
    found = checks(told)
    assert {check.verdict for check in found.values()} == {Verdict.PASS}
    report, _, _ = full()
    expected = {
        "r1:reading",
        "r1:reading2",
        "record:integrity",
        "record:references",
        "record:search",
        f"archive:{report.sha256}",
        "r1:text",
        "r1:findings",
        "r1:offsets",
    }
    assert expected <= set(found)
    assert {"s1:source", "s1:cue", "s1:content", "s1:content:2", "s2:cue", "s2:content", "s3:cue"} <= set(found)
    assert "s2:source" not in found


def test_many_spans_are_each_checked_once(story: Story) -> None:
    report, raw, reading = article(1, 1, 20)
    story.add(report, raw, Reading("model-1", reading.statements * 1500))
    assert sum(item.startswith("s") for item in checks(story)) == 4500


def test_an_altered_archive_file_fails(told: Story) -> None:
    sha256 = told.entry("r1").report.sha256
    archived(told, sha256).chmod(0o644)
    archived(told, sha256).write_bytes(b"altered")
    assert failed(told) == {f"archive:{sha256}"}
    assert checks(told)["r1:offsets"].verdict is Verdict.NOT_CHECKED
    archived(told, sha256).unlink()
    assert failed(told) == {f"archive:{sha256}"}
    assert "missing" in checks(told)[f"archive:{sha256}"].detail


def test_an_altered_text_fails(told: Story) -> None:
    tamper(told, "UPDATE text_version SET text = replace(text, 'denies', 'denied') WHERE id = 1")
    assert failed(told) == {"r1:text", "r1:offsets"}


def test_an_altered_span_fails(told: Story) -> None:
    tamper(
        told,
        "UPDATE statement_span SET start = start + 1 WHERE statement_id = 1 AND role = 'cue'",
        "UPDATE statement_span SET exact = 'other' WHERE statement_id = 1 AND role = 'content' AND piece = 2",
        "UPDATE statement_span SET prefix = '' WHERE statement_id = 2 AND role = 'content'",
    )
    assert failed(told) == {"s1:cue", "s1:content:2", "s2:content", "r1:reading"}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statement SET act = 'deny' WHERE id = 2",
        "UPDATE statement SET act = 'nonsense' WHERE id = 2",
        "UPDATE statement SET quoted = 'direct' WHERE id = 2",
        "UPDATE statement SET score = 0.99 WHERE id = 2",
        "UPDATE statement SET speaker = 'Kim' WHERE id = 1",
        "UPDATE statement SET speaker = NULL WHERE id = 1",
        "UPDATE statement SET why = 'a person' WHERE id = 1",
        "UPDATE statement SET said_earliest = '2023-10-12' WHERE id = 1",
        "UPDATE statement_via SET name = 'Reuters' WHERE statement_id = 1 AND number = 1",
        "DELETE FROM statement_via WHERE statement_id = 1 AND number = 1",
        "UPDATE reading SET model = 'model-0' WHERE id = 1",
        "DELETE FROM reading_notice",
    ],
)
def test_an_altered_statement_fails(told: Story, change: str) -> None:
    tamper(told, change)
    assert failed(told) == {"r1:reading"}


def test_words_that_were_moved_together_with_their_place_fail(told: Story) -> None:
    tamper(
        told,
        "CREATE TABLE other AS SELECT * FROM statement_span WHERE statement_id = 2 AND role = 'cue'",
        "DELETE FROM statement_span WHERE statement_id = 2 AND role = 'cue'",
        "INSERT INTO statement_span SELECT 2, 'cue', piece, start, \"end\", exact, prefix, suffix FROM statement_span "
        "WHERE statement_id = 1 AND role = 'cue'",
    )
    assert failed(told) == {"r1:reading"}


def test_every_reading_is_checked_under_a_name_of_its_own(told: Story) -> None:
    report, raw, reading = full()
    told.add(replace(report, published=None), raw, reading)
    assert {item for item in checks(told) if ":reading" in item} == {"r1:reading", "r1:reading2", "r1:version2:reading", "r2:reading"}
    tamper(told, "UPDATE statement SET act = 'deny' WHERE reading_id = 2")
    assert failed(told) == {"r1:reading2"}


@pytest.mark.parametrize("change", ["DELETE FROM effect WHERE report_id = 2", "UPDATE effect SET reading_id = 1 WHERE report_id = 2"])
def test_a_report_without_a_reading_of_its_own_in_effect_fails(told: Story, change: str) -> None:
    tamper(told, change)
    assert failed(told) == {"record:references"}
    if "DELETE" in change:
        with pytest.raises(StoryDamaged):
            told.entry("r2")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE part SET kind = 'not_body' WHERE version_id = 1 AND number = 0",
        "UPDATE finding SET value = 'Other' WHERE version_id = 1 AND field = 'outlet'",
        "DELETE FROM text_notice",
        "UPDATE text_version SET encoding_basis = 'declared' WHERE id = 1",
    ],
)
def test_altered_findings_fail(told: Story, change: str) -> None:
    tamper(told, change)
    assert failed(told) == {"r1:findings"}


def test_rows_that_make_no_sense_fail_and_the_rest_is_checked(told: Story) -> None:
    tamper(told, "UPDATE part SET kind = 'nonsense' WHERE version_id = 1", "UPDATE text_version SET offsets = '[1]' WHERE id = 2")
    found = checks(told)
    assert {item for item, check in found.items() if check.verdict is Verdict.FAIL} == {"r1:rows", "r2:rows"}


def test_what_an_interrupted_add_leaves_is_no_failure_and_the_next_add_takes_it_over(told: Story) -> None:
    report, raw, reading = article(2)
    archive = told.folder / "archive"
    part = archive / "incoming" / f"{report.sha256}.0a1b.part"
    part.write_bytes(raw[:10])
    archived(told, report.sha256).parent.mkdir(exist_ok=True)
    archived(told, report.sha256).write_bytes(raw)
    found = checks(told)
    for item in (f"archive:incoming/{part.name}", f"archive:{report.sha256}"):
        assert found[item].verdict is Verdict.NOT_CHECKED
        assert "interrupted" in found[item].detail
    told.add(report, raw, reading)
    assert not part.exists()
    assert {check.verdict for check in checks(told).values()} == {Verdict.PASS}


def test_a_torn_leftover_is_written_anew(told: Story) -> None:
    report, raw, reading = article(2)
    archived(told, report.sha256).parent.mkdir(exist_ok=True)
    archived(told, report.sha256).write_bytes(raw[:10])
    assert failed(told) == {f"archive:{report.sha256}"}
    told.add(report, raw, reading)
    assert told.raw(told.has(report.sha256) or "") == raw
    assert failed(told) == set()


def test_what_does_not_belong_fails(told: Story) -> None:
    archive = told.folder / "archive"
    sha256 = told.entry("r1").report.sha256
    (archive / "notes.txt").write_text("x")
    (archive / "incoming" / "notes.txt").write_text("x")
    (archive / sha256[:2] / "notes.txt").write_text("x")
    (archive / "zz").mkdir()
    items = {"archive:notes.txt", "archive:incoming/notes.txt", f"archive:{sha256[:2]}/notes.txt", "archive:zz"}
    assert failed(told) == items


def test_loose_rows_and_a_lost_search_index_fail(told: Story) -> None:
    tamper(told, "DELETE FROM text_search_docsize WHERE id = 1", "DELETE FROM report WHERE id = 2")
    found = failed(told)
    assert {"record:references", "record:search"} <= found


def offsets_of(text: str, raw: bytes, decoding: Decoding, *runs: Run) -> Verdict:
    report, _ = report_of(text, raw=raw)
    return check_offsets(replace(report, decoding=decoding, offsets=OffsetMap(runs)), raw)[0]


def test_offsets_are_compared_run_by_run() -> None:
    utf8 = Decoding("utf-8", "utf-8")
    assert offsets_of("a & b", b"a &amp; b", utf8, Run(0, 0, 2), Run(2, 2, 1), Run(3, 7, 2)) is Verdict.PASS
    assert offsets_of("a < b", b"a &lt; b", utf8, Run(0, 0, 2), Run(2, 2, 1), Run(3, 6, 2)) is Verdict.PASS
    assert offsets_of("a < b", b"a &lt; b", utf8, Run(0, 0, 2), Run(2, 2, 1), Run(3, 5, 2)) is Verdict.FAIL
    assert offsets_of("<", b"&lt;", utf8, Run(0, 0, 1)) is Verdict.NOT_CHECKED
    assert offsets_of("ab", b"ab", utf8, Run(0, 5, 2)) is Verdict.FAIL
    assert offsets_of("", b"", utf8) is Verdict.PASS
    assert offsets_of("né", b"n\xe9", Decoding("cp1252", "declared"), Run(0, 0, 2)) is Verdict.PASS
    assert offsets_of("né", b"\xef\xbb\xbfn\xc3\xa9", Decoding("utf-8", "bom"), Run(0, 0, 2)) is Verdict.PASS
    assert offsets_of("n\ufffd!", b"n\xe9!", Decoding("utf-8", "utf-8", 1), Run(0, 0, 3)) is Verdict.PASS
    assert offsets_of("nx!", b"n\xe9!", Decoding("utf-8", "utf-8", 1), Run(0, 0, 3)) is Verdict.NOT_CHECKED
    assert offsets_of("né", b"n\xe9", utf8, Run(0, 0, 2)) is Verdict.NOT_CHECKED
    assert offsets_of("né", b"n\xe9", Decoding("no-such", "declared"), Run(0, 0, 2)) is Verdict.NOT_CHECKED
