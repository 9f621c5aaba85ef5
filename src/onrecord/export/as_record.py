"""`record`: the whole story as JSON, for programs. Fields: docs, reference; the form is the one that `scoring/score_story.py` reads."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from onrecord.errors import ExportError
from onrecord.export.record_shape import Days, DocumentRow, Evidence, Place, Quote, Record, StatementRow, Told
from onrecord.export.wording import NOTICE, made_with, not_read, words
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Act, Found, Interval, Notice, Quoted, Span, Statement, TextQuote

FORMAT = "onrecord-record"
FORMAT_VERSION = 1


def render(entries: tuple[Entry, ...], title: str) -> str:
    """The JSON, read back and checked against the reports before it is returned."""
    record = build(entries, title)
    text = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    # What UTF-8 cannot carry (a file name's stray byte) becomes `\udcXX`, which is JSON's own escape for it.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    validate(json.loads(text), {entry.name: entry.report.text for entry in entries})
    return text


def build(entries: tuple[Entry, ...], title: str) -> Record:
    """The story as plain values."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_with": made_with(),
        "notice": NOTICE,
        "title": title,
        "not_read": not_read(entries),
        "documents": [_document(entry) for entry in entries],
        "entities": [],
        "statements": [_statement(entry, stored) for entry in entries for stored in entry.statements],
        "figures": [],
        "norms": [],
        "same": [],
        "conflicts": [],
    }


def _document(entry: Entry) -> DocumentRow:
    report = entry.report
    return {
        "id": entry.id,
        "document": entry.name,
        "also_named": list(entry.also_named),
        "outlet": report.outlet.value if report.outlet else None,
        "published": report.published.value.isoformat() if report.published else None,
        "published_basis": report.published.basis if report.published else None,
        "title": report.title.value if report.title else None,
        "author": report.author.value if report.author else None,
        "language": report.language.value if report.language else None,
        "relays": list(dict.fromkeys(credit.value for credit in report.credits)),
        "not_body": [part.span.of(report.text) for part in report.parts if part.kind == "not_body"],
        "sha256": report.sha256,
        "text_sha256": _digest(report.text),
        "text_length": len(report.text),
        "media_type": report.media_type,
        "decoding": {"encoding": report.decoding.encoding, "basis": report.decoding.basis, "replaced": report.decoding.replaced},
        "added": entry.added.isoformat(),
        "model": entry.model,
        "notices": [_notice(notice) for notice in entry.notices],
        "evidence": {
            "outlet": [_evidence(found) for found in (report.outlet,) if found],
            "published": [_evidence(found) for found in (report.published,) if found],
            "title": [_evidence(found) for found in (report.title,) if found],
            "author": [_evidence(found) for found in (report.author,) if found],
            "language": [_evidence(found) for found in (report.language,) if found],
            "relays": [_evidence(found) for found in report.credits],
        },
    }


def _statement(entry: Entry, stored: StoredStatement) -> StatementRow:
    told, text = stored.statement, entry.report.text
    return {
        "id": stored.id,
        "document": entry.name,
        "source": words(text, told.source),
        "speaker": told.speaker,
        "cue": words(text, told.cue),
        "act": told.act.value,
        "content": [span.of(text) for span in told.content],
        "quoted": told.quoted.value,
        "via": list(told.via),
        "said_on": _days(told.said_on),
        "date_basis": None,
        "score": round(told.score, 4),
        "why": told.why,
        "model": entry.model,
        "spans": _by_role(told, _place),
        "raw_spans": _by_role(told, lambda span: _raw(entry, span)),
        "quotes": _by_role(told, lambda span: _quote(text, span)),
    }


def _by_role(told: Statement, made: Callable[[Span], Any]) -> Any:  # noqa: ANN401 - three shapes, each named by its TypedDict
    roles: tuple[tuple[str, Sequence[Span]], ...] = (("source", told.source), ("cue", told.cue), ("content", told.content))
    return {role: [made(span) for span in spans] for role, spans in roles}


def _place(span: Span) -> Place:
    return [span.start, span.end]


def _raw(entry: Entry, span: Span) -> Place | None:
    raw = entry.report.offsets.to_raw(span)
    return _place(raw) if raw else None


def _quote(text: str, span: Span) -> Quote:
    quote = TextQuote.at(text, span)
    return {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _days(interval: Interval | None) -> Days | None:
    return {"earliest": interval.earliest.isoformat(), "latest": interval.latest.isoformat()} if interval else None


def _notice(notice: Notice) -> Told:
    return {"code": notice.code, "message": notice.message}


def _evidence(found: Found[Any]) -> Evidence:
    return {
        "value": str(found.value),
        "as_written": found.as_written,
        "basis": found.basis,
        "span": _place(found.span) if found.span else None,
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_TOP = ("documents", "entities", "statements", "figures", "norms", "same", "conflicts", "not_read")


def validate(record: dict[str, Any], texts: dict[str, str]) -> None:
    """ExportError where a record that was read back has not the right form or a span's words are not those of its report.

    `texts` holds the reports' texts by document name.
    """
    if record.get("format") != FORMAT or record.get("notice") != NOTICE:
        raise _invalid("its header is not the one of a record")
    for name in _TOP:
        if not isinstance(record.get(name), list):
            raise _invalid(f"{name} is no list")
    documents = [document["document"] for document in record["documents"]]
    if documents != list(texts) or len(set(documents)) != len(documents):
        raise _invalid("its documents are not the reports of the story")
    for document in record["documents"]:
        if document["text_sha256"] != _digest(texts[document["document"]]):
            raise _invalid(f"the text of {document['id']} is not the one it was made from")
    ids = [statement["id"] for statement in record["statements"]]
    if len(set(ids)) != len(ids):
        raise _invalid("two statements share an id")
    for statement in record["statements"]:
        _validate_statement(statement, texts)


def _validate_statement(row: dict[str, Any], texts: dict[str, str]) -> None:
    text = texts.get(row["document"])
    if text is None:
        raise _invalid(f"{row['id']} stands in no document")
    if row["act"] not in set(Act) or row["quoted"] not in set(Quoted) or not 0 <= row["score"] <= 1:
        raise _invalid(f"act, quoted or score of {row['id']} is none that exists")
    if not row["content"] or row["content"] != [text[start:end] for start, end in row["spans"]["content"]]:
        raise _invalid(f"the content of {row['id']} is not what stands at its place")
    for role in ("source", "cue"):
        if row[role] != words(text, [Span(start, end) for start, end in row["spans"][role]]):
            raise _invalid(f"the {role} of {row['id']} is not what stands at its place")
    for role, places in row["spans"].items():
        for (start, end), quote in zip(places, row["quotes"][role], strict=True):
            if not TextQuote(**quote).agrees(text, Span(start, end)):
                raise _invalid(f"the {role} of {row['id']} is not quoted as it stands")


def _invalid(what: str) -> ExportError:
    return ExportError(f"The record did not validate: {what}.", "Nothing was written. Run `onrecord verify` on the story.")
