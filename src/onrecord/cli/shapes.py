"""Values as the JSON and the lines that commands print."""

from typing import TYPE_CHECKING, Any

from onrecord.pipeline import Outcome
from onrecord.vocabulary import Figure, Found, Notice, Reading, Span, Statement

if TYPE_CHECKING:
    from onrecord.record import Entry, StoredStatement


def span_pair(span: Span) -> list[int]:
    """`[start, end)` as a JSON list."""
    return [span.start, span.end]


def statement_shape(statement: Statement, text: str) -> dict[str, Any]:
    """A statement with its words and their places."""
    return {
        "speaker": statement.speaker,
        "act": statement.act.value,
        "quoted": statement.quoted.value,
        "source": [s.of(text) for s in statement.source],
        "cue": [s.of(text) for s in statement.cue],
        "content": [s.of(text) for s in statement.content],
        "spans": {role: [span_pair(s) for s in getattr(statement, role)] for role in ("source", "cue", "content")},
        "said_on": None
        if statement.said_on is None
        else {"earliest": statement.said_on.earliest.isoformat(), "latest": statement.said_on.latest.isoformat()},
        "via": list(statement.via),
        "score": statement.score,
        "why": statement.why,
    }


def reading_shape(reading: Reading, text: str) -> dict[str, Any]:
    """A reading as `onrecord read` prints it."""
    return {
        "model": reading.model,
        "statements": [statement_shape(s, text) for s in reading.statements],
        "figures": [_figure(f, text) for f in reading.figures],
        "quantities": [_figure(f, text) for f in reading.quantities],
        "dates": [{"words": d.span.of(text), "span": span_pair(d.span), "type": d.type, "value": d.value} for d in reading.dates],
        "entities": [{"name": e.name, "kind": e.kind.value, "names": list(e.names)} for e in reading.entities],
        "notices": notice_shapes(reading.notices),
    }


def _figure(figure: Figure, text: str) -> dict[str, Any]:
    return {
        "words": figure.span.of(text),
        "span": span_pair(figure.span),
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier.value,
        "unit": figure.unit,
        "counted": figure.counted,
    }


def found_shape(found: Found[Any] | None) -> dict[str, Any] | None:
    """A finding with its evidence; None where nothing was found."""
    if found is None:
        return None
    return {
        "value": str(found.value),
        "as_written": found.as_written,
        "span": None if found.span is None else span_pair(found.span),
        "basis": found.basis,
    }


def notice_shapes(notices: tuple[Notice, ...]) -> list[dict[str, str]]:
    """Notices as code and message."""
    return [{"code": n.code, "message": n.message} for n in notices]


def entry_shape(entry: "Entry") -> dict[str, Any]:
    """A report of a story, without its text and statements."""
    report = entry.report
    return {
        "id": entry.id,
        "name": entry.name,
        "also_named": list(entry.also_named),
        "sha256": report.sha256,
        "added": entry.added.isoformat(),
        "media_type": report.media_type,
        "outlet": found_shape(report.outlet),
        "title": found_shape(report.title),
        "author": found_shape(report.author),
        "published": found_shape(report.published),
        "language": found_shape(report.language),
        "credits": [found_shape(c) for c in report.credits],
        "decoding": {"encoding": report.decoding.encoding, "basis": report.decoding.basis, "replaced": report.decoding.replaced},
        "model": entry.model,
        "statements": len(entry.statements),
        "notices": notice_shapes(entry.notices),
    }


def stored_shape(stored: "StoredStatement", entry: "Entry") -> dict[str, Any]:
    """A statement of a story, with its id and its report."""
    return {"id": stored.id, "report": entry.id, **statement_shape(stored.statement, entry.report.text)}


def outcome_shape(outcome: Outcome) -> dict[str, Any]:
    """What became of one source."""
    error = outcome.error
    return {
        "place": outcome.place,
        "status": outcome.status.value,
        "id": outcome.id or None,
        "name": outcome.name,
        "statements": outcome.statements,
        "notices": notice_shapes(outcome.notices),
        "error": None if error is None else {"kind": type(error).__name__, "problem": error.problem, "remedy": error.remedy},
    }
