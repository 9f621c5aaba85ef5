"""The place, day and agency that the first paragraph of a report begins with: `SEOUL, Oct. 13 (Reuters) - `."""

import re
from dataclasses import dataclass

from onrecord.sources.dates import WrittenDate, written_dates
from onrecord.sources.lines import Line

_HEAD = re.compile(r"(?P<head>[^–—\n]{2,120}?)\s*(?P<stop>--+|[–—]|\s-|:)(?:\s+|\Z)")
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,50})[)\]]")
_WORDS = re.compile(r"[^\W\d_][\w.'’]*")
_PARTICLES = "de da do dos del la le el al of the and date published posted updated on e i"
_SMALL = frozenset(_PARTICLES.split())
_LEADING = re.compile(r"\W*(?:(?:date|dated|published|posted)\b(?: on)?\W*)?", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names.

    `organisation`: the words in round brackets and where they start in the line, where it has such; `end`: where the sentence begins;
    `words`: what it says beside brackets and days, `place`: those of it that are no particles; `stop`: the mark behind it.
    """

    organisation: str = ""
    organisation_start: int = 0
    dates: tuple[WrittenDate, ...] = ()
    end: int = 0
    words: str = ""
    place: tuple[str, ...] = ()
    stop: str = ""


def dateline(line: Line) -> Dateline | None:
    """The dateline that `line` begins with; None where it begins with a sentence."""
    match = _HEAD.match(line.words[:180])
    if match is None and len(line.words) > 60:
        return None
    head = match["head"] if match else line.words
    found = tuple(written_dates(head))
    rest, organisation, start = head, "", 0
    for bracket in _BRACKETS.finditer(head):
        if bracket[0][0] == "(" and not organisation and next(written_dates(bracket["inside"]), None) is None:
            organisation, start = bracket["inside"].strip(), bracket.start("inside")
        rest = rest.replace(bracket[0], " ")
    for written in found:
        rest = rest.replace(written.as_written, " ")
    left = [word for word in _WORDS.findall(rest) if word.casefold() not in _SMALL]
    if len(left) > 6 or not all(word[0].isupper() for word in left):
        return None
    if match is None or match["stop"].strip() in ("-", ":"):
        # "Minister Kim: ..." is no dateline: a colon or hyphen needs a day, an agency or capitals before it.
        shouted = bool(left) and left[0].isupper() and len(left[0]) > 2
        if not (found or organisation or (shouted and match)):
            return None
    end, stop = (match.end(), match["stop"].strip()) if match else (len(line.words), "")
    return Dateline(organisation, start, found, end, " ".join(rest.split()), tuple(left), stop)


def leading_date(line: Line) -> WrittenDate | None:
    """A full date at the very start of a paragraph that was put there by a program: `date 2023-08-19 Seoul, ...`."""
    label = _LEADING.match(line.words)
    first = next(written_dates(line.words[:60]), None)
    if first is None or label is None or first.start != label.end() or not first.readings:
        return None
    return first if label[0].strip() or _ISO.fullmatch(first.as_written) else None
