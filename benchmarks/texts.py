"""Texts to time with: the development articles where the data folder is given, else the sample reports over and over."""

import json
from importlib.resources import files
from pathlib import Path

from onrecord.sources import collect


def some(data: Path | None, wanted: int) -> list[str]:
    """`wanted` texts, no two the same."""
    if data is not None:
        base = [json.loads(line)["text"] for line in (data / "polnear/dev.jsonl").read_text("utf8").splitlines()]
    else:
        folder = files("onrecord") / "sample"
        base = [
            collect(f.read_bytes(), f.name).text for f in folder.iterdir() if f.name.endswith((".txt", ".html")) and "ilbo" not in f.name
        ]
    return [base[n % len(base)] + f"\n\nReport number {n + 1}." for n in range(wanted)]
