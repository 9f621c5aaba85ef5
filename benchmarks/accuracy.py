"""Who said what against the gold, through the same public ways that users take."""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import onrecord
from benchmarks.printing import Row
from onrecord import export, pipeline, sources
from onrecord.vocabulary import Span


def script(folder: Path, name: str) -> ModuleType:
    """A scoring script as a module."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def articles(data: Path, scoring: Path) -> Iterator[Row]:
    """`onrecord.read` on the development articles of PolNeAR."""
    score = script(scoring, "score_attributions")
    gold = [json.loads(line) for line in (data / "polnear/dev.jsonl").read_text("utf8").splitlines()]
    predictions = {a["id"]: [_relation(s) for s in onrecord.read(a["text"], title=a["title"]).statements] for a in gold}
    result = score.score(gold, predictions)[0]
    marks = {
        "found": ".78 / .82", "found+who": "", "right": ".62 / .72", "exact": "", "span_content": ".68 / .76", "span_source": ".80 / .86",
        "span_cue": ".75 / .78",
    }  # fmt: skip
    for name, mark in marks.items():
        yield Row(f"PolNeAR dev: {name} F1", f"{result[name][2]:.3f}", mark)
    summary = json.loads((onrecord.settings.settings().models_folder / "summary.json").read_text("utf8"))
    kept = summary["polnear_dev"]["right"]
    yield Row("PolNeAR dev: right, float32 less int8 (when exported)", f"{kept['float32'] - kept['int8']:+.4f}", ".005 / 0")


def _relation(statement: onrecord.vocabulary.Statement) -> dict[str, Any]:
    def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[s.start, s.end] for s in spans]

    return {"source": pairs(statement.source), "cue": pairs(statement.cue), "content": pairs(statement.content)}


def story(seeds: Path, scoring: Path) -> Iterator[Row]:
    """The reference story, added and exported, against its gold record."""
    score = script(scoring, "score_story")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with onrecord.Story.make(folder / "story") as opened:
            for _ in pipeline.add(opened, sources.find(sorted(seeds.glob("*.txt")))):
                pass
            export.write(list(opened.entries()), "record", folder / "record.json", title="seeds")
        result = score.main(seeds, folder / "record.json")
    marks = {
        "statements found": ".82 / .90", "statements right (content .8 and who)": ".62 / .80", "act": "(next issue)", "quoted": "",
        "outlet": "1 (5 of 5)", "published": "1 (3 of 3)", "lines that are not the article": ".85 / 1",
    }  # fmt: skip
    for name, mark in marks.items():
        value = result[name]
        yield Row(f"seeds: {name}", f"{value[-1] if len(value) == 3 else value[0]:.3f}", mark)
