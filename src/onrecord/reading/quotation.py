"""Quotation marks: which characters of a text stand inside them, and how much of a statement's content does."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.vocabulary import Quoted, Span

_CLOSERS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}
_OPENING = re.compile("[" + "".join(_CLOSERS) + "]")
_LINE = re.compile(r"[^\r\n]+")
# A single quotation mark counts only as the outermost pair, and only where it closes behind a sign or before the line's end or a
# small word: an apostrophe looks the same inside words and after plurals.
_SINGLE = re.compile(
    r"(?<!\w)\u2018[^\u2018\r\n]{1,2000}?(?:[.,!?;:\u2026]\u2019|\w\u2019(?=\s*(?:$|[.,;:!?)\u201d\u2014\u2013-])))(?!\w)", re.MULTILINE
)
_SCARE = re.compile(r"(?<!\w)\u2018\w[^\u2018\u2019\r\n]{0,60}\u2019(?!\w)")
_LEAD = re.compile(r"\W*(?:that|to)\b", re.IGNORECASE)


def quotations(text: str, lines: Sequence[Span] | None = None) -> list[Span]:
    """Stretches between double quotation marks (marks included), or single ones outside of these, in order.

    Only `lines` are looked through, if given. A quotation ends with its paragraph at the latest: in news style each paragraph of a
    long quotation opens it anew.
    """
    found: list[Span] = []
    for passage in lines if lines is not None else (Span(0, len(text)),):
        for line in _LINE.finditer(text, passage.start, passage.end):
            found += _in_line(text, line.start(), line.end())
    return found


def _in_line(text: str, start: int, end: int) -> list[Span]:
    doubles: list[Span] = []
    opening = _OPENING.search(text, start, end)
    while opening is not None:
        ends = [place for place in (text.find(mark, opening.end(), end) for mark in _CLOSERS[opening[0]]) if place >= 0]
        close = min(ends) + 1 if ends else end
        doubles.append(Span(opening.start(), close))
        opening = _OPENING.search(text, close, end)
    singles: list[Span] = []
    for pattern in (_SINGLE, _SCARE):
        singles += [
            s for s in (Span(*m.span()) for m in pattern.finditer(text, start, end)) if not _any(doubles, s) and not _any(singles, s)
        ]
        singles.sort()
    return sorted(doubles + singles)


def _any(spans: Sequence[Span], wanted: Span) -> bool:
    """Whether one of `spans` (in order, apart) shares a character with `wanted`."""
    at = bisect_right(spans, wanted.end - 1, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].overlaps(wanted)


def how_quoted(text: str, content: Sequence[Span], marks: Sequence[Span]) -> Quoted:
    """How much of `content` stands inside `marks`, by its letters and digits; a leading "that" or "to" does not count as outside."""
    inside = letters = 0
    for number, piece in enumerate(content):
        lead = _LEAD.match(text, piece.start, piece.end) if number == 0 else None
        start = lead.end() if lead else piece.start
        letters += sum(map(str.isalnum, text[start : piece.end]))
        for mark in marks[max(0, bisect_right(marks, start, key=lambda span: span.start) - 1) :]:
            if mark.start >= piece.end:
                break
            inside += sum(map(str.isalnum, text[max(mark.start, start) : min(mark.end, piece.end)]))
    if not inside:
        return Quoted.INDIRECT
    return Quoted.MIXED if inside < letters else Quoted.DIRECT
