"""The words of On Record as immutable values; nothing here reads or writes anything."""

from onrecord.vocabulary.entity import Entity, EntityKind
from onrecord.vocabulary.figure import Figure, Modifier, TimeExpression
from onrecord.vocabulary.reading import Reading
from onrecord.vocabulary.report import Decoding, Found, Notice, OffsetMap, Part, PartKind, Report, Run
from onrecord.vocabulary.span import Span, TextQuote
from onrecord.vocabulary.statement import Act, Interval, Quoted, Statement

__all__ = [
    "Act", "Decoding", "Entity", "EntityKind", "Figure", "Found", "Interval", "Modifier", "Notice", "OffsetMap", "Part", "PartKind",
    "Quoted", "Reading", "Report", "Run", "Span", "Statement", "TextQuote", "TimeExpression",
]  # fmt: skip
