"""How well the encoder reads: tunes the decoder on dev, and scores with the shared scorer."""

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.reading.decoding import Range, Rules, Told, decode
from onrecord.reading.encoder import Encoder, Scores
from onrecord.reading.features import Featured, featured
from onrecord.reading.windows import Window, cut
from onrecord.vocabulary import Span

Prepared = list[tuple[dict[str, Any], Featured, list[Window], list[Scores]]]


def scorer(folder: Path) -> ModuleType:
    """The shared scoring script for single articles, as a module."""
    spec = importlib.util.spec_from_file_location("score_attributions", folder / "score_attributions.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score_attributions.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prepare(encoder: Encoder, path: Path) -> Prepared:
    """Annotated articles with the encoder's scores for each."""
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    prepared: Prepared = []
    for row in rows:
        first = row["text"].split("\n", 1)[0]
        named = first.rstrip(".").strip() == (row.get("title") or "").rstrip(".").strip()
        seen = featured(row["text"], encoder.vocabulary, headlines=[Span(0, len(first))] if named else [])
        windows = cut(seen, longest=encoder.longest, overlap=encoder.overlap)
        prepared.append((row, seen, windows, encoder.scores([(seen, w) for w in windows])))
    return prepared


def relation(told: Told, seen: Featured) -> dict[str, Any]:
    """A decoded statement in the scorer's form."""

    def spans(ranges: tuple[Range, ...]) -> list[list[int]]:
        return [[seen.words[first].start, seen.words[last - 1].end] for first, last in ranges]

    return {"source": spans(told.source), "cue": spans((told.cue,)), "content": spans(told.content)}


def scored(prepared: Prepared, rules: Rules, score: ModuleType) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of every measure of the scorer."""
    predictions = {
        row["id"]: [relation(told, seen) for told in decode(windows, scores, seen, rules)] for row, seen, windows, scores in prepared
    }
    result: dict[str, tuple[float, float, float]] = score.score([row for row, *_ in prepared], predictions)[0]
    return result


def tune(prepared: Prepared, score: ModuleType) -> tuple[Rules, dict[str, tuple[float, float, float]]]:
    """The rules with the best found + right + content spans on `prepared`, one weight after the other (coordinate ascent)."""
    best = Rules()
    result = scored(prepared, best, score)
    choices = {
        "cue_bias": (-0.4, 0.0, 0.4, 0.8, 1.2),
        "tag_weight": (0.0, 0.3, 0.6, 1.0),
        "piece_cost": (0.0, 0.5, 1.0, 2.0, 3.0, 4.0),
        "source_bonus": (0.0, 0.5, 1.0, 1.5, 2.0),
        "far_content": (0.0, 1.0, 2.0, 4.0, 7.0),
        "far_source": (0.0, 1.0, 2.0, 4.0, 7.0),
        "least": (0.0, 0.5, 0.6, 0.7, 0.75, 0.8),
    }
    for name, values in choices.items():
        for value in values:
            rules = Rules(**{**asdict(best), name: value})
            tried = scored(prepared, rules, score)
            if _worth(tried) > _worth(result):
                best, result = rules, tried
    return best, result


def _worth(result: dict[str, tuple[float, float, float]]) -> float:
    return result["found"][2] + 2 * result["right"][2] + 0.5 * result["span_content"][2] + 0.5 * result["span_cue"][2]
