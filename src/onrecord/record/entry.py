"""What a story holds, as values: what goes out of the record to exports, pages and checks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.vocabulary import Notice, Report, Statement


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its id, which stays the same for as long as the story lives."""

    id: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of a story with the reading that is in effect.

    `id`: `r1`, `r2`... in the order of adding. `name`: the file name that was added first, made unique within the story.
    `also_named`: other names that the same bytes were added under. `model`: which encoder read it, empty where none did.
    `notices`: what a person should know, of the source and of the reading. `added`: UTC.
    """

    id: str
    name: str
    report: Report
    model: str
    statements: tuple[StoredStatement, ...]
    notices: tuple[Notice, ...]
    added: datetime
    also_named: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What a check found."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One item that `verify` looked at.

    `item`: `archive:<sha256>`, `r1:text`, `r1:reading`, `s7:content`...; `detail`: why, for a person.
    """

    item: str
    verdict: Verdict
    detail: str
