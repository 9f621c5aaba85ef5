"""The non-empty lines of a text, and what can be seen of each by its shape alone."""

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.errors import OversizedSource
from onrecord.vocabulary import Span

LOOKED_AT = 600
"""Code points at a line's start, and at its end, that its rules look at: a line may be a whole book."""

MOST_LINES = 150_000
"""Longer texts are lists or logs."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।։።｡]['\"”’»›)\]」』*]*\s*$")
_INNER_END = re.compile(r"[a-z0-9%)”’\"][.!?]['\"”’)]* +['\"“‘(]*[A-Z]|[。！？।]")
_EDGES = " \t\r\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000"

PROSE_WORDS = 8
LONG_WORDS = 25
UNSPACED_PER_WORD = 2.5
"""Characters to a word in scripts that put no space between words."""


@dataclass(frozen=True)
class Line:
    """A line without the white space around it. `after_gap`: an empty line stands before it."""

    span: Span
    words: str
    after_gap: bool

    @cached_property
    def start(self) -> str:
        """Its beginning, in one writing: white space single, quotes straight, no marks of lists or arrows around it."""
        folded = " ".join(self.words[:LOOKED_AT].split())
        return folded.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').strip(" •·▪●►▶→»›«‹|*_-–—>:#~\ufeff\u200b")

    @cached_property
    def key(self) -> str:
        """`start` in small letters: what the phrases of page furniture are looked up by."""
        return self.start.casefold()

    @cached_property
    def end(self) -> str:
        """Its last characters."""
        return self.words[-LOOKED_AT:]

    @cached_property
    def size(self) -> float:
        """Its length in words, estimated where the script has no spaces; exact up to a few hundred."""
        seen = self.words[: 8 * LOOKED_AT]
        unspaced = len(_UNSPACED.findall(seen))
        return len(_WORD.findall(seen)) if unspaced < 4 else unspaced / UNSPACED_PER_WORD + len(_WORD.findall(_UNSPACED.sub(" ", seen)))

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return bool(_SENTENCE_END.search(self.end[-12:]))

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph: whole sentences, or too long to be anything else."""
        if self.size >= LONG_WORDS:
            return True
        trails_off = self.words.endswith(("…", "..."))
        return self.size >= PROSE_WORDS and (
            (self.ends_sentence and not trails_off) or (self.size >= 14 and bool(_INNER_END.search(self.words)))
        )

    @cached_property
    def is_capitalised(self) -> bool:
        """Whether it is written Like a Headline: nearly all of its longer words begin with a capital."""
        longer = [word for word in _WORD.findall(self.words[:LOOKED_AT]) if len(word) > 3]
        return len(longer) >= 3 and self.size <= 30 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)

    @cached_property
    def is_short_sentence(self) -> bool:
        """Whether it may be a short paragraph: `He declined to comment.`"""
        return 2 <= self.size < PROSE_WORDS and self.ends_sentence and not self.words.rstrip().endswith(("…", "..."))

    @cached_property
    def content(self) -> frozenset[str]:
        """Its longer words, for comparing a headline with the text below it."""
        return frozenset(word.casefold() for word in _WORD.findall(self.words[:LOOKED_AT]) if len(word) > 3 or word.isdigit())


def split_lines(text: str, name: str) -> list[Line]:
    """The lines of `text` that hold more than white space, in order. OversizedSource beyond `MOST_LINES`; `name` is for its message."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        # Asked here and not in the pattern, which would try anew from every space of an empty line.
        if match[0].isspace():
            continue
        words = match[0].strip(_EDGES) or match[0].strip()
        start = match.start() + match[0].index(words)
        gap = bool(found) and text.count("\n", found[-1].span.end, start) > 1
        found.append(Line(Span(start, start + len(words)), words, gap))
        if len(found) > MOST_LINES:
            raise OversizedSource(
                f"{name} has more than {MOST_LINES:,} lines, as no report has.", "Save the report's own text alone, and add that file."
            )
    return found
