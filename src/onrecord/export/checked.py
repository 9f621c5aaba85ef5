"""What must hold of a story before any of it is written down."""

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.errors import ExportError
from onrecord.record.entry import Entry

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_REMEDY = "Nothing was written. Run `onrecord verify` on the story and look at what it says about this item."


def checked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, if every id and report name is its own and every span holds words of its report; ExportError names what is wrong."""
    kept = tuple(entries)
    statements = [stored for entry in kept for stored in entry.statements]
    _no_doubles("report id", (entry.id for entry in kept))
    _no_doubles("report name", (entry.name for entry in kept))
    _no_doubles("statement id", (stored.id for stored in statements))
    for made in [entry.id for entry in kept] + [stored.id for stored in statements]:
        # Ids become anchors and keys; one with a space or a quotation mark would break both.
        if not _ID.fullmatch(made):
            raise ExportError(f"The id {made!r} is not letters, digits, dots and dashes.", _REMEDY)
    for entry in kept:
        _check_spans(entry)
    return kept


def _no_doubles(what: str, ids: Iterable[str]) -> None:
    double = [name for name, times in Counter(ids).items() if times > 1]
    if double:
        raise ExportError(f"The {what} {double[0]!r} is used more than once.", _REMEDY)


def _check_spans(entry: Entry) -> None:
    text = entry.report.text
    for stored in entry.statements:
        if not stored.statement.content:
            raise ExportError(f"Statement {stored.id} of report {entry.id} tells nothing: it has no content.", _REMEDY)
        for role, span in stored.statement.spans():
            if span.end > len(text) or not span.of(text).strip():
                raise ExportError(f"The {role} of statement {stored.id} holds no words of report {entry.id}.", _REMEDY)
    for part in entry.report.parts:
        if part.span.end > len(text):
            raise ExportError(f"A line of report {entry.id} lies beyond the end of its text.", _REMEDY)
