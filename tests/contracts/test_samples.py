"""Every command and every sample of Python in README and docs is run, in the order in which a reader would."""

import re
from pathlib import Path

import pytest

from tests.contracts.pages import ROOT, blocks, commands, given, name, pages
from tests.contracts.running import NOT_RUN, RUN, SHOWN_ONLY, Reader, differences, expected_exit, findings, not_run, renewed, retold, steps

RUNNABLE = [page for page in pages() if steps(page.read_text("utf8"))]


@pytest.mark.parametrize("page", RUNNABLE, ids=name)
def test_a_page_does_what_it_says(page: Path, tmp_path: Path, sample_story: Path, sample_words: str) -> None:
    text = retold(page.read_text("utf8"), findings(sample_story))
    reader = Reader(tmp_path)
    reader.prepare(given(text), sample_story)
    failures = []
    for block, command in steps(text):
        if command is None:
            printed = reader.execute(block, name(page))
            following = [b for b in blocks(text) if b.start > block.end][:1]
            if following and following[0].note == "output":
                failures += differences(following[0].inside.splitlines(), printed, sample_words)
            continue
        if not_run(command.line):
            continue
        code, real = reader.do(command)
        assert code == expected_exit(block), (command.line, real)
        failures += [f"{command.line}: {line}" for line in differences(command.shown, real, sample_words)]
    assert not failures


def test_no_block_hides_a_command_from_these_tests() -> None:
    for page in pages():
        for block in blocks(page.read_text("utf8")):
            assert block.language in RUN + SHOWN_ONLY, (name(page), block.language)
            if block.language in SHOWN_ONLY:
                assert not re.search(r"^\$ |^onrecord |^make ", block.inside, re.MULTILINE), (name(page), block.inside)


def test_what_is_not_run_is_really_there() -> None:
    left_out = [
        c.line for p in pages() for b in blocks(p.read_text("utf8")) if b.language in RUN[:3] for c in commands(b) if not_run(c.line)
    ]
    makefile = (ROOT / "Makefile").read_text("utf8")
    for line in left_out:
        if line.startswith("make "):
            assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE), line
    unused = [pattern for pattern in NOT_RUN if not any(re.fullmatch(pattern, line) for line in left_out)]
    assert not unused


def test_the_makefile_keeps_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text("utf8")
    for target in ("demo", "test", "lint", "bench", "train", "clean"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    ci = (ROOT / ".ci" / "run").read_text("utf8")
    assert ci.rstrip().endswith("make test")
    assert "export ONRECORD_TEST_ALL=1" in ci


WORDS = "Koo Byoung-sam confirmed on Friday that a large number had been sent back"


def test_a_line_that_the_machine_never_prints_is_a_difference() -> None:
    real = ["r1  a.txt  added: 12 statements", "    s3  confirm     Koo Byoung-sam: that a large number"]
    assert not differences(["r1  a.txt  added: 9 statements", "...", "    s4  confirm     Koo Byoung-sam: a large …"], real, WORDS)
    assert differences(["r1  b.txt  added: 9 statements"], real, WORDS)
    assert differences(["    s4  whisper     Koo Byoung-sam: a large number"], real, WORDS)
    assert differences(["    s4  confirm     Koo Byoung-sam: a small number"], real, WORDS)


def test_renewing_keeps_the_cuts() -> None:
    real = ["a 1", "b", "s7  say  x", "s8  say  y", "c", "d 22", "e"]
    assert renewed(["a 9", "...", "s7  say  old", "...", "d 3"], real) == ["a 1", "...", "s7  say  x", "...", "d 22", "e"]
    assert renewed(["b"], ["a", "b"]) == ["b"]
    assert renewed(["a", "..."], ["a", "2", "3"]) == ["a", "..."]


def test_the_sample_story_holds_what_readme_and_tutorial_find(sample_story: Path) -> None:
    confirmed, not_confirmed = findings(sample_story)
    assert int(not_confirmed[1:]) == int(confirmed[1:]) + 1


def test_findings_that_moved_are_told_by_their_new_ids() -> None:
    page = "<!-- findings: s2 s3 -->`s2`, s3 and s21: onrecord show demo-story s3"
    assert retold(page, ["s3", "s4"]) == "<!-- findings: s3 s4 -->`s3`, s4 and s21: onrecord show demo-story s4"
