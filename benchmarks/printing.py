"""One measure, one row."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measure with what was seen; `marks` is what it must reach / should reach."""

    measure: str
    seen: str
    marks: str = ""


def show(row: Row) -> None:
    print(f"| {row.measure} | {row.seen} | {row.marks} |", flush=True)
