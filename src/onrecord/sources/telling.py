"""Where in a text somebody may be told to have said something: headline and body, without the dateline."""

import re
from collections.abc import Sequence

from onrecord.sources.agencies import NEWSY, canonical
from onrecord.sources.dateline import Dateline, dateline, leading_date
from onrecord.sources.lines import Line
from onrecord.vocabulary import Part, PartKind, Span

_DATELINE_AMONG = 4
"""Body lines at the start of which a dateline is looked for: a standfirst or two may stand before it."""

_LOOKED_AT = 200
_LONGEST_PLACE = 3
_DASH = re.compile(r"--+|[–—]|\s-\s")
_ON_A_DAY = re.compile(r"\b(?:on|since|by|until|from)\W*\Z", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:published|posted|updated|dated|filed)\s+on\W*", re.IGNORECASE)
_SPEAKER_LABEL = re.compile(r"[A-Z][A-Z .'’-]{1,40}:\s")
_NO_PLACE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Minist(?:er|ers|ry)|Presiden(?:t|cy)|Prime|Chief|Director|Secretary|Spokes\w+|Ambassador|Senator|Judge|Bishop"
    r"|Party|Governments?|Council|Committee|Commission(?:er)?|Courts?|Parliament|Unions?|Nations|Group|Rights|Alliance|Front|Forces|Movement"
    r"|Association|Federation|Organi[sz]ations?|Institute|Foundation|Society|Cent(?:er|re)|University|Police|Army|Navy|Office|Officials?"
    r"|Department|Agency|Authority|Board|Bank|Fund|Doctors|Reporters|Lawyers|Activists|Experts|Analysts|Critics|Residents|Witnesses"
    r"|UN|UNHCR|UNICEF|UNESCO|UNRWA|OHCHR|NATO|WHO|WFP|IAEA|ICRC|ICC|ICJ|ASEAN|OSCE|OPEC|IMF|HRW|MSF|EU|AU|FBI|CIA|NGOs?)\b",
    re.IGNORECASE,
)
"""What people and bodies are called, and places are not."""


def telling(text: str, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Spans of `text` to read for statements. "SEOUL (Agency) – " says where a report was filed, and would be taken for who tells."""
    found: list[Span] = []
    bodies = 0
    transcript = sum(part.kind is PartKind.BODY and bool(_SPEAKER_LABEL.match(text, part.span.start, part.span.end)) for part in parts) > 1
    for part in parts:
        if part.kind not in (PartKind.TITLE, PartKind.BODY):
            continue
        span = part.span
        if part.kind is PartKind.BODY and bodies < _DATELINE_AMONG:
            bodies += 1
            size = _dateline_size(span.of(text), transcript=transcript)
            if size:
                span = Span(span.start + size, span.end)
                bodies = _DATELINE_AMONG
        found.append(span)
    return tuple(found)


def _dateline_size(words: str, *, transcript: bool) -> int:
    """How much of a paragraph is surely a dateline: what it is not sure of may be who speaks, and stays."""
    line = Line(Span(0, len(words)), words, False)
    head = dateline(line)
    if head is None or not 0 < head.end < len(words):
        return 0
    # "Human Rights Watch – the New York-based group – said": what follows a dateline is the beginning of a sentence.
    first = next((c for c in words[head.end : head.end + 10] if c.isalnum()), "")
    if first.islower():
        return 0
    sure = _is_dated(line, head) or _names_an_agency(head) or _shouts_a_place(head, transcript=transcript) or _is_a_place(words, head)
    return head.end if sure else 0


def _is_dated(line: Line, head: Dateline) -> bool:
    """ "The ministry on Oct. 9 – two days later – said" holds a day too, but tells what was done on it."""
    before = [line.words[: written.start] for written in head.dates]
    return leading_date(line) is not None or any(not _ON_A_DAY.search(words) or _LABEL.fullmatch(words) for words in before)


def _names_an_agency(head: Dateline) -> bool:
    """Whether brackets name an agency or outlet, and not, by its letters, what stands before them: `Human Rights Watch (HRW) –`."""
    name = head.organisation
    if not name or name.upper() == "".join(word[0] for word in head.place).upper():
        return False
    return canonical(name) is not None or bool(NEWSY.search(name)) or (name.isupper() and not _NO_PLACE.search(" ".join(head.place)))


def _shouts_a_place(head: Dateline, *, transcript: bool) -> bool:
    """`JAKARTA - ` and `LAGOS, Nigeria – `; `KIM: ` only where it is not one of several who speak in turn."""
    place = head.words.split(",")[0].strip()
    # Two letters are a body: `UN`, `EU`.
    if not place[:1].isalpha() or not place.isupper() or sum(c.isalpha() for c in place) < 3 or (head.stop == ":" and transcript):
        return False
    return not _NO_PLACE.search(place) and canonical(place) is None


def _is_a_place(words: str, head: Dateline) -> bool:
    """`Phnom Penh – `: few words that no body is called by, and no second dash, which would make an aside of what follows the first."""
    if not 0 < len(head.place) <= _LONGEST_PLACE or head.stop in ("", "-", ":"):
        return False
    if _NO_PLACE.search(head.words) or NEWSY.search(head.words) or canonical(head.words) is not None:
        return False
    return _DASH.search(words[:_LOOKED_AT], head.end) is None
