"""Counts, shares and time expressions as written."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.span import Span


class Modifier(StrEnum):
    """What the words around a number claim about it."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """One count or share: the range that its words allow. None is an open end."""

    span: Span
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None
    counted: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time, with TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`."""

    span: Span
    type: str
    value: str
