"""The pages of README and docs: their code blocks, tables and sections, as the tests read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
SAMPLE = ROOT / "src" / "onrecord" / "sample"

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<inside>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL)
_GIVEN = re.compile(r"<!-- given: (?P<what>[\w ./-]+) -->")
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?P<target>[^)\s]+)\)")


def pages() -> list[Path]:
    """Every page that a reader may open, in a fixed order."""
    named = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "models" / "README.md"]
    return [page for page in named if page.exists()] + sorted(DOCS.rglob("*.md"))


def name(page: Path) -> str:
    """A page's path from the repository's root."""
    return page.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Block:
    """A fenced block: `language` is the first word after the fence, `note` the rest; `[start, end)` is its inside in the page."""

    language: str
    note: str
    inside: str
    start: int
    end: int


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found = []
    for match in _FENCE.finditer(text):
        language, _, note = match["info"].strip().partition(" ")
        found.append(Block(language, note, match["inside"], match.start("inside"), match.end("inside")))
    return found


@dataclass(frozen=True)
class Command:
    """One command line and the output that the page shows for it."""

    line: str
    shown: tuple[str, ...]


def commands(block: Block) -> Iterator[Command]:
    """The commands of a block: after `$ ` where it is `console`, else each line that is no comment."""
    line, going_on = "", False
    shown: list[str] = []
    for written in block.inside.splitlines():
        prompt = written.startswith("$ ") or block.language != "console"
        if going_on:
            line += "\n" + written
        elif prompt and written.strip() and not written.startswith("#"):
            if line:
                yield Command(line, tuple(shown))
            line, shown = written.removeprefix("$ "), []
        elif block.language == "console":
            shown.append(written)
            continue
        going_on = written.endswith("\\")
    if line:
        yield Command(line, tuple(shown))


def given(text: str) -> frozenset[str]:
    """What a page takes for granted in the reader's folder: `reports`, `my-story`."""
    match = _GIVEN.search(text)
    return frozenset(match["what"].split()) if match else frozenset()


def without_code(text: str) -> str:
    """A page's prose: blocks and code spans blanked out."""
    return re.sub(r"`[^`\n]*`", "``", _FENCE.sub("", text))


def links(text: str) -> list[str]:
    """Where a page's links lead."""
    return [match["target"] for match in _LINK.finditer(without_code(text))]


def headings(text: str) -> list[str]:
    """A page's headings without their marks."""
    return [line.lstrip("#").strip() for line in _FENCE.sub("", text).splitlines() if re.match(r"#{1,6} ", line)]


def anchor(heading: str) -> str:
    """The address of a heading within its page."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next of the same rank or a higher one; KeyError where there is none."""
    found = re.search(rf"^(#{{1,6}}) {re.escape(heading)}$", text, re.MULTILINE)
    if found is None:
        raise KeyError(heading)
    rest = text[found.end() :]
    following = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: following.start()] if following else rest


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in `text`, cell by cell, without their heads."""
    found: list[list[str]] = []
    lines = [line for line in text.splitlines() if line.startswith("|")]
    for number, line in enumerate(lines):
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        head = number + 1 < len(lines) and set(lines[number + 1]) <= set("|-: ")
        if not head and not set(line) <= set("|-: "):
            found.append(cells)
    return found


def coded(cell: str) -> list[str]:
    """The code spans of a cell."""
    return re.findall(r"`([^`]+)`", cell)


def first_codes(text: str) -> list[str]:
    """The first code span of the first cell of every table row."""
    return [coded(row[0])[0] for row in rows(text) if coded(row[0])]
