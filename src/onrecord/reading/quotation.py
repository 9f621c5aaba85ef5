"""Quotation marks: which characters of a text stand inside them, and how much of a statement's content does."""

import re
from collections.abc import Sequence

from onrecord.vocabulary import Quoted, Span

_PAIRS = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}
_BREAK = re.compile(r"\n+")
# A single quotation mark counts only as the outermost pair: an apostrophe looks the same inside words.
_SINGLE = re.compile(r"(?<!\w)\u2018(?P<inner>[^\u2018\n]{2,}?)\u2019(?!\w)")


def quotations(text: str) -> list[Span]:
    """Stretches between double quotation marks (marks included), or single ones outside of these, in order.

    A quotation ends with its paragraph at the latest: in news style each paragraph of a long quotation opens it anew.
    """
    found: list[Span] = []
    start = 0
    for line in [*(m.span() for m in _BREAK.finditer(text)), (len(text), len(text))]:
        found += _in_line(text, start, line[0])
        start = line[1]
    return found


def _in_line(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    while at < end:
        mark = text[at]
        closers = '"' if mark == '"' else _PAIRS.get(mark, "")
        if closers:
            close = next((i for i in range(at + 1, end) if text[i] in closers), end - 1)
            found.append(Span(at, close + 1))
            at = close
        at += 1
    singles = (Span(*m.span()) for m in _SINGLE.finditer(text, start, end))
    return sorted(found + [s for s in singles if not any(s.overlaps(f) for f in found)])


def how_quoted(text: str, content: Sequence[Span], marks: Sequence[Span]) -> Quoted:
    """How much of `content` stands inside `marks`, by its letters and digits; a leading "that" or "to" does not count as outside."""
    inside = outside = 0
    for number, piece in enumerate(content):
        lead = re.match(r"\W*(?:that|to)\b", piece.of(text), re.IGNORECASE) if number == 0 else None
        for i in range(piece.start + (lead.end() if lead else 0), piece.end):
            if not text[i].isalnum():
                continue
            if any(m.start <= i < m.end for m in marks):
                inside += 1
            else:
                outside += 1
    if not inside:
        return Quoted.INDIRECT
    return Quoted.MIXED if outside else Quoted.DIRECT
