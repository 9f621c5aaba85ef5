"""What the encoder sees of a text: word pieces, and for each the letter case, the line start and the quotation state.

The word pieces are uncased, so names, headlines and shouting would look alike; three small numbers a piece give back what
lower-casing and white-space folding take away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.reading.wordpiece import Vocabulary, Word, find_words
from onrecord.vocabulary import Span

CASES = 6
"""0 sign or uncased script, 1 lower case, 2 Capitalised, 3 ALL CAPITALS, 4 miXed, 5 has a digit."""
PLACES = 3
"""0 within a line, 1 first word of a line, 2 first word of a paragraph (a blank line before it, or the text's start)."""
QUOTES = 2
"""0 outside, 1 inside double quotation marks (the state starts anew with each line)."""

Integers = npt.NDArray[np.int64]

_LINE_END = re.compile(r"\r\n?|\n")
_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"


@dataclass(frozen=True, slots=True)
class Featured:
    """A text as the encoder sees it.

    `words`: n words. `case`, `place`, `quote`: shape (n,). `pieces`: for each word the numbers of its word pieces.
    `line`: shape (n,), number of the non-empty line that the word stands in. `headline`: shape (n,), which headline, 0 in the body.
    """

    words: list[Word]
    pieces: list[tuple[int, ...]]
    case: Integers
    place: Integers
    quote: Integers
    line: Integers
    headline: Integers


def featured(text: str, vocabulary: Vocabulary, passages: Sequence[Span] | None = None, headlines: Sequence[Span] = ()) -> Featured:
    """Cut `text`, or only these `passages` of it (in order), into words and describe each; `headlines` are some of the passages."""
    words = find_words(text, passages)
    n = len(words)
    case, place, quote, line, headline = (np.zeros(n, dtype=np.int64) for _ in range(5))
    pieces: list[tuple[int, ...]] = []
    inside = False
    last_end = 0
    number = -1
    for i, word in enumerate(words):
        form = text[word.start : word.end]
        breaks = _line_ends(text[last_end : word.start]) if i else 2
        if breaks:
            number += 1
            inside = False
        pieces.append(vocabulary.split(form))
        case[i] = letter_case(form)
        place[i] = min(breaks, 2)
        inside, quote[i] = _quotation(form, inside)
        line[i] = number
        last_end = word.end
    for number, span in enumerate(headlines, start=1):
        headline[[span.start <= word.start < span.end for word in words]] = number
    return Featured(words, pieces, case, place, quote, line, headline)


def _line_ends(gap: str) -> int:
    """Line ends in the white space between two words, however they are written."""
    return len(_LINE_END.findall(gap)) if "\n" in gap or "\r" in gap else 0


@lru_cache(maxsize=100_000)
def letter_case(form: str) -> int:
    """Which of the `CASES` the word's letters show."""
    if any(c.isdigit() for c in form):
        return 5
    if form.islower():
        return 1
    if form.isupper():
        return 3 if len(form) > 1 else 2
    if form.istitle():
        return 2
    return 4 if form != form.lower() else 0


def _quotation(form: str, inside: bool) -> tuple[bool, int]:
    """The state after this word, and the word's own: both marks count as inside."""
    if form in _OPENING:
        return True, 1
    if form in _CLOSING:
        return False, 1
    if form == '"':
        return not inside, 1
    return inside, int(inside)
