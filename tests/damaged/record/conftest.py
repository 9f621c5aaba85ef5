from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.record import Story, Verdict, database
from onrecord.settings import Settings
from tests.record.samples import article

Added = Callable[[Story, int], str]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a tenth of a second for a lock, not a minute."""
    monkeypatch.setattr(database, "settings", lambda: Settings(lock_wait=0.1))


@pytest.fixture
def holding(tmp_path: Path) -> Path:
    """The folder of a story that holds three reports."""
    with Story.make(tmp_path / "story") as story:
        for number in range(3):
            story.add(*article(number, 4, 60))
    return tmp_path / "story"


def sound(folder: Path, reports: int) -> None:
    """The story opens, holds that many reports, verifies without a failure and can be added to."""
    with Story.open(folder) as story:
        assert story.count() == reports
        assert [check for check in story.verify() if check.verdict is Verdict.FAIL] == []
        assert len(list(story.entries())) == reports
        story.add(*article(1_000 + reports, 4, 60))
        assert story.count() == reports + 1
