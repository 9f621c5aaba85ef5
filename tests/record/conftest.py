import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Story

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: these tests say nothing about the disk, and a disk takes most of their time."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="onrecord-") as folder:
        yield Path(folder)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with Story.make(tmp_path / "story") as made:
        yield made
