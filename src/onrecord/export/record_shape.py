"""The form of a `record` export, field by field."""

from typing import Any, TypedDict

Place = list[int]


class Evidence(TypedDict):
    """One finding about a report: `span` is null where its words stand outside of the text."""

    value: str
    as_written: str
    basis: str
    span: Place | None


class Quote(TypedDict):
    """A TextQuoteSelector of the W3C Web Annotation Data Model."""

    exact: str
    prefix: str
    suffix: str


class Decoded(TypedDict):
    """How bytes became characters; `replaced` counts unreadable ones."""

    encoding: str
    basis: str
    replaced: int


class Told(TypedDict):
    """A notice: `code` for programs, `message` for people."""

    code: str
    message: str


class Days(TypedDict):
    """ISO days, both inclusive."""

    earliest: str
    latest: str


class Spans(TypedDict):
    """`[start, end]` of each piece, in code points of the text that was read; the end is exclusive."""

    source: list[Place]
    cue: list[Place]
    content: list[Place]


class RawSpans(TypedDict):
    """The same places in the raw (decoded) source; null where nothing there corresponds."""

    source: list[Place | None]
    cue: list[Place | None]
    content: list[Place | None]


class Quotes(TypedDict):
    """Each piece by its words and what stands around them."""

    source: list[Quote]
    cue: list[Quote]
    content: list[Quote]


class DocumentRow(TypedDict):
    """One report."""

    id: str
    document: str
    also_named: list[str]
    outlet: str | None
    published: str | None
    published_basis: str | None
    title: str | None
    author: str | None
    language: str | None
    relays: list[str]
    not_body: list[str]
    sha256: str
    text_sha256: str
    text_length: int
    media_type: str
    decoding: Decoded
    added: str
    model: str
    notices: list[Told]
    evidence: dict[str, list[Evidence]]


class StatementRow(TypedDict):
    """One statement: words verbatim, and where they stand in the text and in the raw source."""

    id: str
    document: str
    source: str
    speaker: str | None
    cue: str
    act: str
    content: list[str]
    quoted: str
    via: list[str]
    said_on: Days | None
    date_basis: str | None
    score: float
    why: str
    model: str
    spans: Spans
    raw_spans: RawSpans
    quotes: Quotes


class Record(TypedDict):
    """The whole file. Lists of what this version does not read are empty, and `not_read` says so."""

    format: str
    format_version: int
    made_with: str
    notice: str
    title: str
    not_read: list[str]
    documents: list[DocumentRow]
    entities: list[Any]
    statements: list[StatementRow]
    figures: list[Any]
    norms: list[Any]
    same: list[Any]
    conflicts: list[Any]
