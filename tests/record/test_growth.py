import time
from pathlib import Path

import pytest

from onrecord.record import Story
from tests.record.samples import article

ADDED = 1200
MEASURED = 150


@pytest.mark.slow
def test_adding_costs_the_same_however_large_the_story_is(tmp_path: Path) -> None:
    seconds = []
    with Story.make(tmp_path / "story") as story:
        for number in range(ADDED):
            report, raw, reading = article(number)
            started = time.thread_time()
            story.add(report, raw, reading)
            seconds.append(time.thread_time() - started)
    early, late = sum(seconds[10 : 10 + MEASURED]), sum(seconds[-MEASURED:])
    assert late < 1.25 * early, f"{early / MEASURED:.4f} s an add at first, {late / MEASURED:.4f} s later"
