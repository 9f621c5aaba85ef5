"""Whether a line gives itself away as furniture of the page: menus, share links, adverts, prompts, credits of pictures, notes."""

import re
from dataclasses import dataclass

from onrecord.sources.lines import Line
from onrecord.sources.phrases import WHOLE, Reach
from onrecord.sources.pictures import ends_with_credit
from onrecord.sources.telltales import BEGINNINGS, SENTENCES


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line is furniture and how far that reaches."""

    why: str
    reach: Reach = Reach.LINE


_LONGEST_WHOLE = 110
_LONGEST_SENTENCES = 90

_WHOLE = tuple((Verdict(f"furniture: {why}", reach), re.compile(pattern)) for why, reach, pattern in WHOLE)
_BEGINNINGS = tuple((Verdict(f"furniture: {why}", reach), most, re.compile(pattern)) for why, reach, most, pattern in BEGINNINGS)
_SENTENCES = tuple(
    (Verdict(f"furniture: {why}", reach), tuple(words.split()), re.compile(pattern)) for why, reach, words, pattern in SENTENCES
)


def furniture(line: Line) -> Verdict | None:
    """Why `line` is part of the page and not of the article by its own words; None where they do not tell."""
    key = line.key
    if len(key) <= _LONGEST_WHOLE:
        trimmed = key.rstrip(" :.!…")
        for verdict, pattern in _WHOLE:
            if pattern.fullmatch(trimmed):
                return verdict
    size = line.size
    for verdict, most, pattern in _BEGINNINGS:
        if size <= most and pattern.match(key):
            return verdict
    if size <= _LONGEST_SENTENCES:
        for verdict, words, pattern in _SENTENCES:
            if any(word in key for word in words) and pattern.search(key):
                return verdict
    return Verdict("furniture: image credit") if ends_with_credit(line) else None
