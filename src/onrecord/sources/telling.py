"""Where in a text somebody may be told to have said something: headline and body, without the dateline."""

from collections.abc import Sequence

from onrecord.sources.dateline import dateline
from onrecord.sources.lines import Line
from onrecord.vocabulary import Part, PartKind, Span

_DATELINE_AMONG = 4
"""Body lines at the start of which a dateline is looked for: a standfirst or two may stand before it."""


def telling(text: str, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Spans of `text` to read for statements. "SEOUL (Agency) – " says where a report was filed, and would be taken for who tells."""
    found: list[Span] = []
    bodies = 0
    for part in parts:
        if part.kind not in (PartKind.TITLE, PartKind.BODY):
            continue
        span = part.span
        if part.kind is PartKind.BODY and bodies < _DATELINE_AMONG:
            bodies += 1
            head = dateline(Line(span, span.of(text), False))
            if head is not None and head.end < span.end - span.start:
                span = Span(span.start + head.end, span.end)
                bodies = _DATELINE_AMONG
        found.append(span)
    return tuple(found)
