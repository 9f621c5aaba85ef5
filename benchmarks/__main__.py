"""All measures of On Record as one table: `python -m benchmarks --data DATA --scoring SCORING --seeds SEEDS`, each folder optional."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import accuracy, footprint, speed
from benchmarks.printing import Row, show


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with polnear/dev.jsonl")
    parser.add_argument("--scoring", type=Path, help="folder of the scoring scripts")
    parser.add_argument("--seeds", type=Path, help="folder of the reference story with gold.json")
    parser.add_argument("--only", choices=["articles", "story", "speed", "memory", "cold", "growth"], help="one group of measures")
    given = parser.parse_args()
    data = given.data if given.data and given.data.is_dir() else None
    seeds = given.seeds if given.seeds and given.seeds.is_dir() else None
    groups: dict[str, Callable[[], Iterable[Row]]] = {
        "articles": lambda: accuracy.articles(data, given.scoring) if data and given.scoring else [_without("PolNeAR dev")],
        "story": lambda: accuracy.story(seeds, given.scoring) if seeds and given.scoring else [_without("seeds")],
        "speed": lambda: speed.measure(data),
        "memory": lambda: footprint.memory(data),
        "cold": lambda: footprint.cold(data),
        "growth": lambda: footprint.growth(data),
    }
    rows = []
    print("| measure | seen | must / aim |\n|---|---|---|")
    for name, group in groups.items():
        if given.only in (None, name):
            for row in group():
                rows.append(row)
                show(row)


def _without(what: str) -> Row:
    return Row(what, "not measured: its data folder was not given")


if __name__ == "__main__":
    main()
