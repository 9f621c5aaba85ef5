import random
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.record import Story, Verdict
from tests.damaged.record.children import Child
from tests.record.samples import article, names_in

KILLS = 50


def adding(folder: Path, first: int, count: int = 10_000) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        say("opening")
        with Story.make(folder) as story:
            for number in range(first, first + count):
                report, raw, reading = article(number, 2, 30)
                say(f"adding {report.sha256}")
                added = story.add(report, raw, reading)
                say(f"added {added.id} {report.sha256}")

    return work


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(20231016)
    folder = tmp_path / "story"
    acknowledged: dict[str, str] = {}
    torn = 0
    for kill in range(KILLS):
        with Child(adding(folder, kill * 1000)) as child:
            # One in five falls into the opening, the others into an add or between two.
            child.hear_until("opening" if kill % 5 == 0 else "adding")
            child.hear(chance.uniform(0.0, 0.06))
            lines = child.kill()
        assert not [line for line in lines if line.startswith("raised")]
        told = [line.split() for line in lines if line.startswith("added")]
        acknowledged.update({sha256: id_ for _, id_, sha256 in told})
        torn += bool(lines) and lines[-1].startswith("adding")
        still_good(folder, acknowledged, kill, thorough=kill % 10 == 9)
    assert len(acknowledged) > KILLS
    assert torn > KILLS / 4, "most kills should fall into an add"


def still_good(folder: Path, acknowledged: dict[str, str], kill: int, *, thorough: bool) -> None:
    """The story opens, verifies, holds what it said it holds, and takes more: what was being added, and something new."""
    with Story.make(folder) as story:
        assert all(story.has(sha256) == id_ for sha256, id_ in acknowledged.items())
        assert [check for check in story.verify() if check.verdict is Verdict.FAIL] == []
        report, raw, reading = article(kill * 1000 + 999, 2, 30)
        acknowledged[report.sha256] = story.add(report, raw, reading).id
        if thorough:
            for entry in story.entries():
                assert entry.statements
                assert story.raw(entry.id).decode() == entry.report.text
            # Whatever was interrupted can be added again, and then nothing is left over.
            for number in range(kill * 1000, kill * 1000 + 8):
                story.add(*article(number, 2, 30))


@pytest.mark.slow
def test_a_kill_while_a_story_is_made_leaves_one_that_make_completes(tmp_path: Path) -> None:
    chance = random.Random(5)
    halves = 0
    for kill in range(20):
        folder = tmp_path / f"story-{kill}"
        with Child(adding(folder, 0)) as child:
            child.hear_until("opening")
            child.hear(chance.uniform(0.0, 0.03))
            child.kill()
        halves += folder.exists() and "archive" not in names_in(folder)
        with Story.make(folder) as story:
            story.add(*article(500, 2, 30))
            assert [check for check in story.verify() if check.verdict is not Verdict.PASS and "interrupted" not in check.detail] == []
    assert halves, "some kills should fall into the making"


def test_a_kill_of_one_add_is_survived(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    with Child(adding(folder, 0)) as child:
        child.hear_until("added r2")
        child.kill()
    acknowledged = {line.split()[2]: line.split()[1] for line in child.lines if line.startswith("added")}
    still_good(folder, acknowledged, 0, thorough=True)
