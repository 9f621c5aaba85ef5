import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from onrecord.errors import NotAStory, NotInStory, StoryDamaged
from onrecord.record import Added, Story, loading, tables
from onrecord.vocabulary import Found, Notice, Part, PartKind, Reading, Span
from tests.record.samples import TEXT, article, full, names_in, report_of, statement_at

UNREAD = Reading("")


def test_a_report_comes_back_as_it_was_added(story: Story) -> None:
    report, raw, reading = full()
    before = datetime.now(UTC)
    assert story.add(report, raw, reading) == Added("r1", True, "full.txt")
    entry = story.entry("r1")
    assert entry.report == report
    assert tuple(stored.statement for stored in entry.statements) == reading.statements
    assert [stored.id for stored in entry.statements] == ["s1", "s2"]
    assert entry.model == "model-1"
    assert entry.notices == report.notices + reading.notices
    assert before <= entry.added < before + timedelta(minutes=1)
    assert entry.also_named == ()
    assert story.raw("r1") == raw
    assert story.has(report.sha256) == "r1"
    assert list(story.entries()) == [entry]


def test_a_story_survives_closing(tmp_path: Path) -> None:
    report, raw, reading = full()
    with Story.make(tmp_path / "story") as story:
        story.add(report, raw, reading)
        entry = story.entry("r1")
    assert names_in(tmp_path / "story") == ["archive", "record.sqlite"]
    with Story.open(tmp_path / "story") as story:
        assert story.entry("full.txt") == entry
        assert story.count() == 1


def test_the_same_bytes_are_one_report(story: Story) -> None:
    report, raw, reading = full()
    story.add(report, raw, reading)
    assert story.add(replace(report, name="copy.txt"), raw, reading) == Added("r1", False, "full.txt")
    assert story.add(replace(report, name="copy.txt"), raw, reading) == Added("r1", False, "full.txt")
    entry = story.entry("copy.txt")
    assert (entry.id, entry.name, entry.also_named, entry.report.name) == ("r1", "full.txt", ("copy.txt",), "full.txt")
    assert story.count() == 1
    assert [stored.id for stored in entry.statements] == ["s1", "s2"]


def test_another_model_s_reading_takes_effect_and_the_old_one_stays(story: Story) -> None:
    report, raw, reading = full()
    story.add(report, raw, reading)
    story.add(report, raw, Reading("model-2", reading.statements[:1]))
    entry = story.entry("r1")
    assert (entry.model, [stored.id for stored in entry.statements]) == ("model-2", ["s3"])
    old, stored = story.statement("s2")
    assert (old.model, stored.statement) == ("model-1", reading.statements[1])


def in_effect(story: Story) -> list[tuple[int, int]]:
    with story._database.read() as connection:
        return [(row.report_id, row.reading_id) for row in connection.execute(select(tables.effect).order_by(tables.effect.c.id))]


def test_what_is_added_last_takes_effect_also_where_it_was_held_before(story: Story) -> None:
    report, raw, reading = full()
    other = Reading("model-2", reading.statements[:1])
    for given, model, ids in ((reading, "model-1", ["s1", "s2"]), (other, "model-2", ["s3"]), (reading, "model-1", ["s1", "s2"])):
        for _ in range(2):
            story.add(report, raw, given)
            entry = story.entry("r1")
            assert (entry.model, [stored.id for stored in entry.statements]) == (model, ids)
    assert list(story.entries()) == [entry]
    assert in_effect(story) == [(1, 1), (1, 2), (1, 1)], "a row where the effect changes, none where nothing does"


def test_a_day_that_is_stated_again_takes_effect_again(story: Story) -> None:
    report, raw, reading = full()
    silent, unread = replace(report, published=None), replace(report, text=report.text.upper())
    story.add(*article(1, 2, 40))
    for given in (report, silent, report):
        story.add(given, raw, reading)
        assert story.entry("r2").report.published == given.published
    assert [stored.id for stored in story.entry("r2").statements] == ["s3", "s4"]
    assert in_effect(story) == [(1, 1), (2, 2), (2, 3), (2, 2)]
    # A text that nobody read counts like another; the reading of the first is taken up again though nobody reads it anew.
    for given in (unread, report):
        story.add(given, raw, UNREAD)
        assert story.entry("r2").report.text == given.text
    assert story.entry("r2").model == "model-1"
    assert story.search("spokesman")[0].id == "r2"


def test_a_report_that_nobody_read_never_replaces_a_reading(story: Story) -> None:
    report, raw, reading = full()
    story.add(report, raw, UNREAD)
    assert story.entry("r1").model == ""
    story.add(report, raw, reading)
    story.add(report, raw, UNREAD)
    assert story.entry("r1").model == "model-1"


def test_a_text_read_otherwise_from_the_same_bytes_is_a_new_version(story: Story) -> None:
    report, raw, reading = full()
    story.add(report, raw, reading)
    outlet = Found("The Gazette", "The Gazette", None, "stated by user")
    story.add(replace(report, outlet=outlet), raw, reading)
    entry = story.entry("r1")
    assert entry.report.outlet == outlet
    old, _ = story.statement("s1")
    assert old.report.outlet == report.outlet
    assert [stored.id for stored in entry.statements] == ["s3", "s4"]


def test_names_are_made_unique(story: Story) -> None:
    names = [story.add(*report_of(f"Text {number}", "index.html"), UNREAD).name for number in range(4)]
    assert names == ["index.html", "index (2).html", "index (3).html", "index (4).html"]
    assert story.entry("index (3).html").report.text == "Text 2"
    assert story.entry("index (3).html").also_named == ()
    assert story.add(*report_of("Text x", "index (5).html"), UNREAD).name == "index (5).html"
    assert story.add(*report_of("Text y", "index.html"), UNREAD).name == "index (6).html"


def test_any_file_name_can_be_kept(story: Story) -> None:
    for given, kept in (("caf\udce9.txt", "caf\\udce9.txt"), ("", "unnamed"), ("북한\n.txt", "북한\n.txt")):
        assert story.add(*report_of(f"Text {kept}", given), UNREAD).name == kept
        assert story.entry(kept).name == kept
        assert not given or story.entry(given).name == kept


def test_what_is_not_there_is_said(story: Story) -> None:
    story.add(*report_of("Text"), UNREAD)
    for name in ("r2", "r0", "r", "", "r1x", "r-1", "r１", "R1", "r" + "9" * 40, "none.txt", "r01", "r1\n", "\ud800", "r\udcff"):
        with pytest.raises(NotInStory):
            story.entry(name)
        with pytest.raises(NotInStory):
            story.raw(name)
        with pytest.raises(NotInStory):
            story.statement(name.replace("r", "s"))
    assert story.has("0" * 64) is None


def test_entries_come_in_the_order_of_adding_across_pages(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_PAGE_REPORTS", 4)
    monkeypatch.setattr(loading, "_PAGE_BYTES", 100)
    lengths = [10] * 10 + [60] * 3 + [200] * 3
    names = [story.add(*report_of(f"{number:04}" + "x" * length, f"{number}.txt"), UNREAD).name for number, length in enumerate(lengths)]
    entries = story.entries()
    first = next(entries)
    late = story.add(*report_of("Text added while listing", "late.txt"), UNREAD).name
    assert [first.name] + [entry.name for entry in entries] == [*names, late]


def test_a_page_is_no_more_than_memory_should_hold(story: Story) -> None:
    for number in range(3):
        story.add(*report_of(f"{number}" * 1_500_000), UNREAD)
    with story._database.read() as connection:
        assert [member.report for member in loading.page(connection, 0)] == [1, 2]


def test_statements_without_end(story: Story) -> None:
    report, raw = report_of("He said so.")
    one = statement_at(report.text, "He", "said", "so")
    story.add(report, raw, Reading("model-1", (one,) * 4_000))
    assert len(story.entry("r1").statements) == 4_000


def test_what_does_not_belong_together_is_refused(story: Story) -> None:
    report, raw, reading = full()
    one = reading.statements[0]
    with pytest.raises(ValueError, match="not those of the report"):
        story.add(report, raw + b".", reading)
    for wrong in (Span(len(TEXT) - 1, len(TEXT) + 1), Span(3, 3)):
        with pytest.raises(ValueError, match="span"):
            story.add(report, raw, Reading("model-1", (replace(one, content=(wrong,)),)))
    with pytest.raises(ValueError, match="span"):
        story.add(replace(report, parts=(Part(Span(0, len(TEXT) + 1), PartKind.BODY, ""),)), raw, UNREAD)
    assert story.count() == 0


def test_a_text_with_odd_characters_comes_back(story: Story) -> None:
    text = "nul \0 here, \u2028 a line, \U0001f600 beyond, \ufeff a mark, e\u0301 composed"
    report, raw = report_of(text)
    story.add(replace(report, notices=(Notice("x", "\0"),)), raw, UNREAD)
    assert story.entry("r1").report.text == text


def test_an_altered_archive_file_is_neither_read_nor_written_over(story: Story) -> None:
    report, raw, reading = full()
    story.add(report, raw, reading)
    file = story.folder / "archive" / report.sha256[:2] / report.sha256
    assert file.stat().st_mode & 0o222 == 0
    file.chmod(0o644)
    file.write_bytes(b"altered")
    with pytest.raises(StoryDamaged):
        story.raw("r1")
    with pytest.raises(StoryDamaged):
        story.add(report, raw, reading)
    file.unlink()
    with pytest.raises(StoryDamaged):
        story.raw("r1")
    story.add(report, raw, reading)
    assert story.raw("r1") == raw


def test_a_link_out_of_the_archive_is_not_followed(story: Story, tmp_path: Path) -> None:
    report, raw, reading = full()
    story.add(report, raw, reading)
    file = story.folder / "archive" / report.sha256[:2] / report.sha256
    (tmp_path / "elsewhere").write_bytes(raw)
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoryDamaged):
        story.raw("r1")


def test_open_says_what_is_not_a_story(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("x")
    for name in ("nothing", "file", "folder", "other"):
        with pytest.raises(NotAStory) as told:
            Story.open(tmp_path / name)
        assert name in told.value.problem
    assert not (tmp_path / "nothing").exists()


def test_make_touches_no_other_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "archive").mkdir()
    with pytest.raises(NotAStory):
        Story.make(tmp_path)
    with pytest.raises(NotAStory):
        Story.make(tmp_path / "notes.txt")
    with pytest.raises(NotAStory):
        Story.make(tmp_path / "missing" / "story")
    assert names_in(tmp_path) == ["archive", "notes.txt"]


def test_make_takes_an_empty_folder_and_an_existing_story(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x")
    with Story.make(tmp_path) as story:
        story.add(*report_of("Text"), UNREAD)
    with Story.make(str(tmp_path)) as story:
        assert story.count() == 1
        story.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_nobody_else_can_look_into_a_new_story(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    given.chmod(0o755)
    before = os.umask(0)
    try:
        for folder, mode in ((tmp_path / "new", 0o700), (given, 0o755)):
            with Story.make(folder) as story:
                story.add(*full())
                modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
                assert folder.stat().st_mode & 0o777 == mode
                assert modes.pop("archive") == 0o700
                assert set(modes) == {"record.sqlite", "record.sqlite-wal", "record.sqlite-shm"}
                assert set(modes.values()) == {0o600}
            (folder / "record.sqlite").chmod(0o640)
            Story.make(folder).close()
            assert (folder / "record.sqlite").stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


def test_a_story_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Story.make("a story?mode=ro#100%") as story:
        monkeypatch.chdir("/")
        story.add(*report_of("Text"), UNREAD)
        assert story.raw("r1") == b"Text"
    assert names_in(tmp_path) == ["a story?mode=ro#100%"]


def test_threads_may_share_a_story(story: Story) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(lambda number: story.add(*article(number, 3, 60)), range(24)))
        counts = list(pool.map(lambda one: len(story.entry(one.id).statements), added))
    assert sorted(int(one.id[1:]) for one in added) == list(range(1, 25))
    assert counts == [3] * 24
