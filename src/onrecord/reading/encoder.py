"""The encoder session: word pieces in, tag and role scores out. The only module that knows onnxruntime."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# onnxruntime's builds may carry telemetry; this must stand before the import, whatever the user's environment says.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import numpy.typing as npt
import onnxruntime

from onrecord.errors import ModelError
from onrecord.reading.features import Featured, Integers
from onrecord.reading.labels import DISTANCES, ROLE_WIDTH, ROLES, TAGS
from onrecord.reading.windows import Window
from onrecord.reading.wordpiece import Vocabulary

Floats = npt.NDArray[np.float32]

LEAST_CUE = float(np.log(0.02))
"""Words less likely than this to begin a cue are not asked about."""

MOST_CUES = 64
"""Cues that one window may have: more than any report has, few enough that hostile text costs no more than its length."""

_REINSTALL = "Install onrecord again, or set ONRECORD_MODELS to a folder with encoder.onnx, vocabulary.txt and summary.json."


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window's w words, as log-probabilities.

    `tags`: (w, tags). `cues`: for each word that may begin a cue, (w, roles): what every word is to it.
    """

    tags: Floats
    cues: dict[int, Floats]


class Encoder:
    """A loaded encoder. `name` is its version as the summary gives it; ModelError where the files are missing or altered."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        summary = _summary(folder)
        self.name = str(summary["name"])
        self.longest = int(str(summary["longest_window"]))
        self.overlap = int(str(summary["overlap"]))
        self.distance: Floats = np.asarray(summary["distance"], dtype=np.float32)
        self.decoding: dict[str, float] = {k: float(v) for k, v in dict(summary["decoding"]).items()}  # type: ignore[call-overload]
        self.vocabulary = Vocabulary.load(folder / "vocabulary.txt")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Threads may spin while a window is read, which is quicker, and must not burn a core of the user's laptop in between.
        options.add_session_config_entry("session.force_spinning_stop", "1")
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), sess_options=options, providers=["CPUExecutionProvider"])

    def scores(self, windows: Sequence[tuple[Featured, Window]]) -> list[Scores]:
        """Scores of every window, in the order given.

        Each goes through alone. The int8 session scales activations by the largest of a run, so windows that share a run would change
        each other's scores in the last digits, and a report's statements would depend on what else was added with it.
        """
        found = []
        for seen, window in windows:
            inputs, heads = self.pack(seen, window)
            tags, asked, given = self.run(inputs)
            found.append(score_window(tags[0, heads], asked[0, heads], given[0, heads], self.distance))
        return found

    def run(self, inputs: dict[str, Integers]) -> tuple[Floats, Floats, Floats]:
        """One session run: inputs (1, p) to `tags`, `asked`, `given` (1, p, ...)."""
        tags, asked, given = self._session.run(["tags", "asked", "given"], inputs)
        return tags, asked, given

    def pack(self, seen: Featured, window: Window) -> tuple[dict[str, Integers], list[int]]:
        """The session's inputs for one window, and where each word's first piece stands in them."""
        pieces = [self.vocabulary.first]
        heads: list[int] = []
        owner: list[int] = []
        for w in range(window.first, window.last):
            heads.append(len(pieces))
            pieces.extend(seen.pieces[w])
            owner.extend([w] * len(seen.pieces[w]))
        pieces.append(self.vocabulary.last)
        case, place, quote = (np.zeros((1, len(pieces)), dtype=np.int64) for _ in range(3))
        case[0, 1:-1] = seen.case[owner]
        quote[0, 1:-1] = seen.quote[owner]
        place[0, heads] = seen.place[window.first : window.last]
        numbers = np.array([pieces], dtype=np.int64)
        return {"pieces": numbers, "case": case, "place": place, "quote": quote, "seen": np.ones_like(numbers)}, heads


def score_window(tags: Floats, asked: Floats, given: Floats, distance: Floats) -> Scores:
    """Log-probabilities of one window, from the encoder's `tags` (w, tags), `asked` (w, roles x width), `given` (w, roles x width + roles).

    Only words that may begin a cue are asked about: so what is kept grows with the statements, not with the square of the text.
    """
    sure = log_softmax(tags)
    likely = sure[:, TAGS.index("B-cue")]
    cues = np.flatnonzero(likely > LEAST_CUE)
    if len(cues) > MOST_CUES:
        cues = np.sort(np.argsort(-likely, kind="stable")[:MOST_CUES])
    n = len(given)
    roles = len(ROLES)
    ask = asked[cues].reshape(len(cues), roles, ROLE_WIDTH).transpose(1, 0, 2)
    inner = given[:, : roles * ROLE_WIDTH].reshape(n, roles, ROLE_WIDTH).transpose(1, 2, 0)
    pair = (ask @ inner).transpose(1, 2, 0) / np.float32(ROLE_WIDTH**0.5)
    away = np.arange(n)[None, :] - cues[:, None]
    classes = np.sign(away) * np.searchsorted(DISTANCES, np.abs(away), side="right") + len(DISTANCES)
    scored = log_softmax(pair + given[:, roles * ROLE_WIDTH :] + distance.T[classes])
    return Scores(sure, dict(zip(cues.tolist(), scored, strict=True)))


def log_softmax(x: Floats) -> Floats:
    """Along the last axis."""
    moved = x - x.max(axis=-1, keepdims=True)
    result: Floats = moved - np.log(np.exp(moved).sum(axis=-1, keepdims=True))
    return result


def _summary(folder: Path) -> dict[str, object]:
    """The summary beside the encoder, after checking that the encoder is the one it describes."""
    try:
        summary = json.loads((folder / "summary.json").read_text("utf8"))
        digests = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "vocabulary.txt")]
    except OSError as error:
        raise ModelError(f"The encoder could not be read: {error.strerror} ({folder}).", _REINSTALL) from error
    except ValueError as error:
        raise ModelError(f"The encoder's summary in {folder} is damaged.", _REINSTALL) from error
    if not isinstance(summary, dict) or [summary.get("sha256"), summary.get("vocabulary_sha256")] != digests:
        raise ModelError(f"The encoder in {folder} is not the one that its summary describes.", _REINSTALL)
    return summary
