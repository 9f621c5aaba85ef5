"""The encoder session: word pieces in, tag and role scores out. The only module that knows onnxruntime."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
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

PIECES_A_BATCH = 4096
"""Word pieces, padding counted, that go through the encoder at once; more gains no speed and costs memory."""

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
        # Spinning threads would burn a core of the user's laptop between batches.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), sess_options=options, providers=["CPUExecutionProvider"])

    def scores(self, windows: Sequence[tuple[Featured, Window]]) -> list[Scores]:
        """Scores of every window, in the order given."""
        found: dict[int, Scores] = {}
        for order, longest in self._plan(windows):
            inputs, heads = self.pack([windows[i] for i in order], longest)
            tags, asked, given = self.run(inputs)
            for b, (i, head) in enumerate(zip(order, heads, strict=True)):
                found[i] = score_window(tags[b, head], asked[b, head], given[b, head], self.distance)
        return [found[i] for i in range(len(windows))]

    def batches(self, windows: Sequence[tuple[Featured, Window]]) -> list[dict[str, Integers]]:
        """The inputs of the session runs that `scores` would make."""
        return [self.pack([windows[i] for i in order], longest)[0] for order, longest in self._plan(windows)]

    def run(self, inputs: dict[str, Integers]) -> tuple[Floats, Floats, Floats]:
        """One session run: inputs (b, p) to `tags`, `asked`, `given` (b, p, ...)."""
        tags, asked, given = self._session.run(["tags", "asked", "given"], inputs)
        return tags, asked, given

    @staticmethod
    def _plan(windows: Sequence[tuple[Featured, Window]]) -> Iterator[tuple[list[int], int]]:
        """Which windows share a batch, and how long it is: windows of like length together, so that little is padded."""
        sizes = [sum(len(f.pieces[w]) for w in range(window.first, window.last)) + 2 for f, window in windows]
        batch: list[int] = []
        for i in sorted(range(len(windows)), key=lambda i: sizes[i]):
            if batch and sizes[i] * (len(batch) + 1) > PIECES_A_BATCH:
                yield batch, sizes[batch[-1]]
                batch = []
            batch.append(i)
        if batch:
            yield batch, sizes[batch[-1]]

    def pack(self, batch: Sequence[tuple[Featured, Window]], longest: int) -> tuple[dict[str, Integers], list[list[int]]]:
        """The session's inputs for windows of at most `longest` pieces, and where each word's first piece stands in its row."""
        names = ("pieces", "case", "place", "quote", "seen")
        inputs = {name: np.zeros((len(batch), longest), dtype=np.int64) for name in names}
        inputs["pieces"][:] = self.vocabulary.pad
        heads: list[list[int]] = []
        for b, (f, window) in enumerate(batch):
            pieces = [self.vocabulary.first]
            words: list[int] = []
            owner: list[int] = []
            for w in range(window.first, window.last):
                words.append(len(pieces))
                pieces.extend(f.pieces[w])
                owner.extend([w] * len(f.pieces[w]))
            pieces.append(self.vocabulary.last)
            n = len(pieces)
            inputs["pieces"][b, :n] = pieces
            inputs["seen"][b, :n] = 1
            inputs["case"][b, 1 : n - 1] = f.case[owner]
            inputs["quote"][b, 1 : n - 1] = f.quote[owner]
            inputs["place"][b, words] = f.place[window.first : window.last]
            heads.append(words)
        return inputs, heads


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
