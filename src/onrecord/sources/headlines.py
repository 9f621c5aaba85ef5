"""Which line of a header is the headline."""

import re
from itertools import islice

from onrecord.sources.lines import Line

_MOST_WORDS = 34
_MOST_WORDS_AGAIN = 20
_LEAST = 0.5
_NEARLY_AS_GOOD = 1.0
_COMPARED_LINES = 12
_SECTIONS = re.compile(r"[>»›/|•·]|(?:\s[–—-]\s.*){2}")
_DASH = re.compile(r"\s[–—-]\s")
_OUTLET_BEHIND = re.compile(r"\s+[|–—·:»-]+\s+(?P<outlet>[^|–—]{2,50})\Z")
_LIST_MARKS = "•·▪●-–—*"
_NOT_THE_FIRST = re.compile(r"[a-zà-ÿ]")


def headline(lines: list[Line], candidates: list[int], first: int, *, given: int | None = None) -> tuple[int, ...]:
    """Of the `candidates` (indexes) the headline, then the lines that repeat it; empty where none is one.

    `first` is the index of the first paragraph; `given` the line that a page's markup calls its headline. A headline shares words with
    the text below it, is neither short nor long, and is often repeated.
    """
    able = [
        i
        for i in candidates
        if 2 <= lines[i].size <= _MOST_WORDS and lines[i].words[:1] not in _LIST_MARKS and lines[i].words[-1] not in ":,;–—-"
    ]
    able = [i for i in able if not _is_section(lines, i, able)]
    if given is not None:
        able = sorted({*able, given})
    if not able:
        return ()
    below = frozenset[str]().union(*(line.content for line in islice((line for line in lines if line.is_prose), _COMPARED_LINES)))
    scores = {i: _score(lines, i, able, below, first) for i in able}
    best = max(scores.values())
    if best < _LEAST and given is None:
        return ()
    # A standfirst repeats more of the text than the headline above it does; of two versions of a headline the first stands.
    chosen = given if given is not None else min(i for i in able if scores[i] >= max(_LEAST, best - _NEARLY_AS_GOOD))
    again = (i for i in able if i != chosen and _alike(lines[i], lines[chosen]) and (i < first or lines[i].size <= _MOST_WORDS_AGAIN))
    return (chosen, *again)


def _is_section(lines: list[Line], index: int, able: list[int]) -> bool:
    """Whether a line in capitals names the page's sections (`ASIA – RIGHTS`) and is no headline."""
    words = lines[index].words
    if not words.isupper():
        return False
    others = any(not lines[i].words.isupper() and lines[i].size >= 4 for i in able)
    return bool(_SECTIONS.search(words) or (others and lines[index].size <= 6 and _DASH.search(words)))


def _score(lines: list[Line], index: int, able: list[int], below: frozenset[str], first: int) -> float:
    line = lines[index]
    shared = len(line.content & below) / max(1, len(line.content))
    score = 2.0 * shared + min(line.size, 9) / 9
    score += 1.5 * any(i != index and _alike(lines[i], line) for i in able)
    score -= 1.0 * (index > first) + 0.6 * (line.size < 4) + 0.6 * (line.size < 3)
    score -= 0.8 * (line.ends_sentence and not line.words.endswith(("?", "!", "”", '"', "’", "'")))
    score -= 0.5 * bool(_NOT_THE_FIRST.match(line.words))
    return score - 0.02 * max(0, first - index)


def _alike(one: Line, other: Line) -> bool:
    """Whether two lines are versions of one headline."""
    a, b = one.content, other.content
    if not a or not b:
        return False
    return len(a & b) / len(a | b) >= 0.55 or (len(a & b) == min(len(a), len(b)) >= max(4, 0.4 * max(len(a), len(b))))


def outlet_behind(words: str) -> tuple[int, int, int] | None:
    """Where a page's title names its site after the headline (`Headline | The Example`): end of the headline, start and end of the site."""
    match = _OUTLET_BEHIND.search(words)
    if match is None or len(match["outlet"].split()) > 5 or len(words[: match.start()].split()) < 3 or not match["outlet"][:1].isupper():
        return None
    return match.start(), match.start("outlet"), match.end("outlet")
