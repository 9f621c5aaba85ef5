"""What commands print. Sources are hostile: nothing from them may move the cursor, change colours or turn text round."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import typer

from onrecord.errors import OnRecordError

T = TypeVar("T")

_SHORT = 100


def safe(text: str) -> str:
    """`text` on one line, with control and direction characters made visible."""
    shown = []
    for c in " ".join(text.split()):
        hidden = unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\u200c\u200d"
        shown.append(f"<U+{ord(c):04X}>" if hidden else c)
    return "".join(shown)


def short(text: str, longest: int = _SHORT) -> str:
    """`text` made safe and cut to `longest` characters."""
    plain = safe(text)
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def line(text: str = "") -> None:
    """One line to standard output."""
    typer.echo(text)


def note(text: str) -> None:
    """One line to standard error, where it does not get into a pipe."""
    typer.echo(text, err=True)


def complaint(error: OnRecordError, place: str = "") -> None:
    """An error as two short sentences: what happened, what to do."""
    where = f"{safe(place)}: " if place else ""
    note(f"{where}{safe(error.problem)}\n  → {safe(error.remedy)}")


def as_json(value: object) -> None:
    """A value as JSON to standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def progressing(items: Iterable[T], total: int | None, label: str, *, shown: bool) -> Iterator[T]:
    """`items`, with a progress bar on standard error where that is a terminal and `shown`."""
    if not (shown and sys.stderr.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)
        for item in items:
            progress.advance(task)
            yield item


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> None:
    """A plain table with columns as wide as they need to be, numbers to the right."""
    cells = [[short(str(c), 60) for c in row] for row in rows]
    widths = [max([len(head), *(len(row[i]) for row in cells)]) for i, head in enumerate(heads)]
    line("  ".join(head.ljust(width) for head, width in zip(heads, widths, strict=True)).rstrip())
    for row in cells:
        padded = (c.rjust(width) if c.replace(",", "").isdigit() else c.ljust(width) for c, width in zip(row, widths, strict=True))
        line("  ".join(padded).rstrip())


def count(n: int, one: str, many: str | None = None) -> str:
    """`3 reports`, `1 report`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"
