"""Statements inside a relay: in "She denied it, the agency reported" the agency passes on what she told.

The encoder was fitted on texts in which no word belongs to two statements, so it sees either the agency's telling or hers. A
line that relays is read a second time without the words that do; what is then found inside the relay is told by its own source,
and the agency is the way it came (`via`). Where nothing is found, the agency's own report stays.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading.decoding import Range, Told
from onrecord.reading.features import Featured
from onrecord.vocabulary import Span

_LEADING_ON = frozenset({"that", "which", "who", "this", "what"})
_CLOSE = 3
"""Words that may stand between the relaying source and its cue."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A statement that an agency or outlet tells: its number among the statements, who relays, and the words that say so."""

    number: int
    name: str
    words: Range


def find_relays(text: str, seen: Featured, told: Sequence[Told], agencies: Mapping[str, str]) -> list[Relay]:
    """Statements whose source names one of `agencies` (form as written to usual name), with no content between source and cue."""
    if not agencies:
        return []
    known = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(agencies, key=len, reverse=True)) + r")(?!\w)")
    found = []
    for number, one in enumerate(told):
        if not one.source:
            continue
        first, last = one.source[0]
        match = known.search(text, seen.words[first].start, seen.words[last - 1].end)
        gap = max(one.cue[0] - last, first - one.cue[1])
        if match is None or gap > _CLOSE or last - first > 8:
            continue
        words = (min(first, one.cue[0]), max(last, one.cue[1]))
        if not any(a < words[1] and words[0] < b for a, b in one.content):
            found.append(Relay(number, agencies[match.group()], words))
    return found


def without(text: str, seen: Featured, lines: Sequence[Span], relays: Sequence[Relay]) -> tuple[Span, ...]:
    """The lines that relay, less the words that do and the comma or brackets that set them off; each with the line before it.

    Only these are read again: what stands further away was read already, and one line is enough for its context.
    """
    holes = sorted(_hole(text, seen, relay.words) for relay in relays)
    relaying = [any(hole.overlaps(line) for hole in holes) for line in lines]
    kept: list[Span] = []
    for line, relays_itself, next_relays in zip(lines, relaying, [*relaying[1:], False], strict=True):
        if relays_itself:
            kept += _around(line, holes)
        elif next_relays:
            kept.append(line)
    return tuple(kept)


def _around(line: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of `line` outside of `holes`, which are in order."""
    kept = []
    start = line.start
    for hole in holes:
        if hole.start < line.end and start < hole.end:
            if start < hole.start:
                kept.append(Span(start, hole.start))
            start = hole.end
    return [*kept, Span(start, line.end)] if start < line.end else kept


def _hole(text: str, seen: Featured, words: Range) -> Span:
    first, last = words
    if first > 0 and text[seen.words[first - 1].start] in ",(":
        first -= 1
    if last < len(seen.words) and text[seen.words[last].start] in ",)":
        last += 1
    return Span(seen.words[first].start, seen.words[last - 1].end)


def inside(text: str, relay: Told, seen: Featured, again: Sequence[Told], anew: Featured) -> list[Told]:
    """Statements of the second reading (`again`, in words of `anew`) whose cue stands in the content of `relay` and that name who tells.

    "that forbids" and the like lead on from the words before them; nobody tells there.
    """
    places = [(seen.words[a].start, seen.words[b - 1].end) for a, b in relay.content]
    found = []
    for one in again:
        at = anew.words[one.cue[0]].start
        who = [text[anew.words[first].start : anew.words[last - 1].end].lower() for first, last in one.source]
        if who and who[0] not in _LEADING_ON and any(start <= at < end for start, end in places):
            found.append(one)
    return found
