"""One act of telling: who, with which words, what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.vocabulary.span import Span


class Act(StrEnum):
    """What kind of telling it is; the nearest of these."""

    SAY = "say"
    CONFIRM = "confirm"
    DENY = "deny"
    URGE = "urge"
    ESTIMATE = "estimate"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    ASK = "ask"
    PROMISE = "promise"
    ACKNOWLEDGE = "acknowledge"
    REPORT = "report"
    FEAR = "fear"
    BELIEVE = "believe"
    REFUSE = "refuse"


class Quoted(StrEnum):
    """How much of the content stands in quotation marks: all, none, some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both inclusive."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of telling as a report gives it.

    `source`: the words that name who tells, empty where the report names nobody. `cue`: the words that carry the telling. `content`: the
    words told; several pieces where the cue or the source stands between them. All in code points of the report's text.
    `speaker`: who tells; until people are joined across mentions, the words of `source`. `score`: the model's certainty, 0 to 1.
    `why`: the rule or model behind the proposal.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act
    quoted: Quoted
    score: float
    why: str
    speaker: str | None = None
    said_on: Interval | None = None
    via: tuple[str, ...] = ()

    def spans(self) -> tuple[tuple[str, Span], ...]:
        """Every span with its role, in reading order."""
        roles = (("source", self.source), ("cue", self.cue), ("content", self.content))
        return tuple(sorted(((role, span) for role, spans in roles for span in spans), key=lambda pair: pair[1]))
