"""Finding words in the texts of a story, in any script, whether or not the model can read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Float, Integer, Row, select, text

from onrecord.record import tables as t
from onrecord.record.folding import fold
from onrecord.record.loading import members
from onrecord.vocabulary import Span

_GRAM = 3
_GRAMS_ASKED = 64
_AROUND = 60
_SURROGATE = re.compile("[\ud800-\udfff]")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """One report that holds the words: `id` and `name` of its entry, the first place in its text of the longest, and what stands around."""

    id: str
    name: str
    span: Span
    snippet: str


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """The reports that hold every one of `words`, best first, at most `limit`. Words in straight double quotes must stand together.

    No character of `words` has any other meaning. Case, accents of Latin letters and kinds of quotation marks make no difference.
    """
    terms = _terms(words)
    hits: list[Hit] = []
    # No text holds half of a surrogate pair: none can be stored.
    if not terms or _SURROGATE.search(words):
        return hits
    for report, name, version in _candidates(connection, terms):
        if len(hits) >= limit:
            break
        # One at a time: a search that shows twenty hits should not hold every text that has the word.
        content = connection.scalar(select(t.text_version.c.text).where(t.text_version.c.id == version)) or ""
        span = _place(fold(content), terms)
        if span is not None:
            hits.append(Hit(f"r{report}", name, span, _snippet(content, span)))
    return hits


def _terms(words: str) -> list[str]:
    """What is asked for, folded, the longest first: it is rarest, so it is what a hit should show."""
    folded = fold(words)
    found = (phrase or word.strip('"') for phrase, word in _ASKED.findall(folded))
    return sorted({term.strip() for term in found if term.strip()}, key=lambda term: (-len(term), term))


def _candidates(connection: Connection, terms: list[str]) -> Sequence[Row[Any, Any, Any]]:
    """Number, name and text version of the reports that may hold the terms, best first.

    The index knows three characters at a time; a term of one or two, as many Chinese and Korean words are, is looked for in every text.
    """
    found = members().subquery()
    query = select(found.c.report, found.c.name, found.c.version)
    grams = {term[at : at + _GRAM] for term in terms for at in range(len(term) - _GRAM + 1)}
    if not grams:
        return connection.execute(query.order_by(found.c.report)).all()
    asked = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams)[:_GRAMS_ASKED])
    matching = text(f"SELECT rowid AS version, rank AS place FROM {t.SEARCH} WHERE {t.SEARCH} MATCH :asked")  # noqa: S608
    matches = matching.columns(version=Integer, place=Float).subquery()
    query = query.join(matches, matches.c.version == found.c.version).order_by(matches.c.place, found.c.report)
    return connection.execute(query, {"asked": asked}).all()


def _place(folded: str, terms: list[str]) -> Span | None:
    """Where the first of the terms stands, if all are there."""
    if not all(term in folded for term in terms):
        return None
    start = folded.find(terms[0])
    return Span(start, start + len(terms[0]))


def _snippet(content: str, span: Span) -> str:
    """The words with some of those around them, on one line."""
    start, end = max(0, span.start - _AROUND), min(len(content), span.end + _AROUND)
    before, after = content[start : span.start], content[span.end : end]
    # Whole words only, where there are spaces to see them by.
    if start and " " in before:
        before = before[before.index(" ") + 1 :]
    if end < len(content) and " " in after:
        after = after[: after.rindex(" ")]
    shown = " ".join((before + span.of(content) + after).split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(content) else ''}"
