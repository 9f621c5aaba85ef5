"""Lines that only their company gives away: captions that repeat the headline or end with an agency, and who the author is."""

import re
from collections.abc import Iterator

from onrecord.sources.furniture import Verdict
from onrecord.sources.lines import Line
from onrecord.sources.pictures import ends_with_agency

_LAST_LINES = 3
_TITLE_WORDS = 5
_IS_SOMEBODY = re.compile(r"\s(?:is|was|has been|works|writes|teaches|covers|heads|leads|served)\s")


def asides(lines: list[Line], last: int, title: int | None, authors: frozenset[str]) -> Iterator[tuple[int, Verdict]]:
    """Indexes of such lines. `last`: the article's last paragraph; `title`: its headline; `authors`: names in its bylines."""
    headline = lines[title].words if title is not None and lines[title].size >= _TITLE_WORDS else None
    for index, line in enumerate(lines):
        if index < last and ends_with_agency(line):
            yield index, Verdict("furniture: image credit")
        elif headline and index != title and line.words.startswith(headline) and len(line.words) > len(headline) + 10:
            yield index, Verdict("furniture: image caption that repeats the headline")
        elif index > last - _LAST_LINES and any(_presents(line, author) for author in authors):
            yield index, Verdict("furniture: about the author")


def _presents(line: Line, author: str) -> bool:
    """`Jane Harper is a researcher at ...`"""
    words = line.words.lstrip("*• ")
    return words.startswith(author) and _IS_SOMEBODY.match(words, len(author)) is not None
