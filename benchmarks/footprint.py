"""Memory, cold starts, and the cost as a story grows."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.printing import Row
from benchmarks.texts import some

_READ = """
import resource, sys
from pathlib import Path
from onrecord import Story, pipeline, sources
with Story.make(sys.argv[2]) as story:
    assert sum(1 for o in pipeline.add(story, sources.find([sys.argv[1]])) if o.error is None) == int(sys.argv[3])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
_ADD = """
import sys, time
from onrecord import Story, pipeline, sources
from onrecord.sources import collect
from onrecord.vocabulary import Reading
text = open(sys.argv[2], encoding="utf8").read()
took = []
from onrecord.reading import shared_reader
reader = shared_reader()
with Story.make(sys.argv[1]) as story:
    for n in range(2020):
        raw = f"{text}\\n\\nReport number {n}.".encode()
        start = time.perf_counter()
        report = collect(raw, f"{n}.txt")
        # Reading does not know how large the story is; it is timed in full once a hundred reports.
        reading = reader.read(pipeline.passages(report)) if n % 100 < 20 else reading
        kept = time.perf_counter()
        story.add(report, raw, reading)
        took.append(time.perf_counter() - start)
early, late = sorted(took[5:20]), sorted(took[2005:2020])
print(early[len(early) // 2], late[len(late) // 2])
"""


def _python(code: str, *arguments: str) -> str:
    return subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True).stdout


def memory(data: Path | None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        for n, text in enumerate(some(data, 500)):
            (folder / f"{n:04}.txt").write_text(text, "utf8")
        peak = _python(_READ, str(folder), str(Path(place) / "story"), "500").strip()
    yield Row("peak memory of adding 500 articles", f"{peak} MB", "600 / 350 MB")


def cold(data: Path | None) -> Iterator[Row]:
    command = str(Path(sys.executable).with_name("onrecord"))
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "report.txt"
        file.write_text(some(data, 1)[0], "utf8")
        yield Row("cold start of `onrecord read`", f"{_best(command, 'read', str(file)):.2f} s", "2 / 1 s")
    yield Row("`onrecord --help`", f"{_best(command, '--help'):.2f} s", ".4 / .2 s")


def _best(*command: str) -> float:
    """Seconds of the quickest of five runs."""
    took = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return min(took)


def growth(data: Path | None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "report.txt"
        file.write_text(some(data, 1)[0], "utf8")
        early, late = (float(x) for x in _python(_ADD, str(Path(place) / "story"), str(file)).split())
    yield Row("seconds an article, around the 10th added", f"{early:.3f}")
    yield Row("seconds an article, around the 2,000th added", f"{late:.3f}")
    yield Row("2,000th against 10th", f"{late / early:.2f}", "under 1.3 / 1.0")
