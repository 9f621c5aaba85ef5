"""Nothing leaves the machine, and nothing is written outside of the story and the output.

The commands run in a process of their own that is watched three ways: Python's audit events, a filter in the kernel that ends the
process at its first socket (which sees C libraries, too), and empty home, temporary and working folders that must stay empty.
"""

import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.pages import SAMPLE

WATCHER = Path(__file__).with_name("watched.py")
FILTERED = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")


@dataclass(frozen=True)
class Watched:
    """What a watched process did: `wrote` holds absolute paths, `asked` socket and network events, `started` other programs."""

    place: Path
    codes: list[int]
    wrote: list[str]
    asked: list[str]
    started: list[str]
    telemetry: str | None
    filtered: bool
    printed: str

    def outside(self) -> list[str]:
        """Written paths that are neither in the story nor the output nor Python's own caches nor /dev/null."""
        inside = (str(self.place / "story"), str(self.place / "out"))
        return [p for p in self.wrote if not p.startswith(inside) and p != os.devnull and "__pycache__" not in p]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    place = tmp_path_factory.mktemp("watched").resolve()
    for folder in ("home", "temporary", "working", "out"):
        (place / folder).mkdir()
    story, out = str(place / "story"), place / "out"
    reports = [str(SAMPLE / file) for file in ("01-herald.txt", "03-gazette.html", "04-review.txt", "07-ilbo.txt")]
    commands = [
        ["add", story, *reports],
        ["read", reports[1]],
        ["list", story, "--search", "ministry"],
        *(["export", story, "--format", format, "--output", str(out / f"story.{format}")] for format in ("record", "csv", "html")),
        ["verify", story],
    ]
    done = subprocess.run(
        [sys.executable, str(WATCHER)],
        check=False,
        input=json.dumps(commands),
        cwd=place / "working",
        env=_environment(place),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, (done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    *printed, last = done.stdout.splitlines()
    seen: dict[str, Any] = json.loads(last)
    return Watched(place=place, printed="\n".join(printed), **seen)


def _environment(place: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ONRECORD_", "XDG_", "ORT_")) and k.upper() not in ("TMP", "TEMP")}
    return {
        **kept,
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "temporary"),
        "ORT_DISABLE_TELEMETRY": "0",
        # A proxy that does not exist: a request that got as far as this would at least fail loudly.
        "HTTPS_PROXY": "http://proxy.invalid:9",
    }


def test_the_commands_did_their_work(watched: Watched) -> None:
    assert watched.codes == [0] * 7, watched.printed
    assert {file.name for file in (watched.place / "out").iterdir()} == {"story.record", "story.csv", "story.html"}
    assert "0 fail" in watched.printed


def test_no_socket_is_made(watched: Watched) -> None:
    assert watched.asked == []
    assert watched.filtered == FILTERED


def test_no_other_program_is_started(watched: Watched) -> None:
    assert watched.started == []


def test_nothing_is_written_outside_of_story_and_output(watched: Watched) -> None:
    assert watched.outside() == []
    assert any(path.endswith("record.sqlite") for path in watched.wrote)


def test_home_temporary_and_working_folders_stay_empty(watched: Watched) -> None:
    for folder in ("home", "temporary", "working"):
        assert list((watched.place / folder).iterdir()) == []


def test_telemetry_is_off_before_the_runtime_is_loaded(watched: Watched) -> None:
    assert watched.telemetry == "1"
