"""Words that every format says alike."""

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version

from onrecord.record.entry import Entry
from onrecord.vocabulary import Span, Statement

NOTICE = "working export, not for publication"
"""What each export says on its face."""

GAP = " […] "
"""Stands between pieces of one statement that do not stand together in the report."""

# A lone surrogate is what Python makes of a file name's byte that is no UTF-8; no format can carry it.
_SURROGATES = re.compile("[\ud800-\udfff]")


def made_with() -> str:
    """The program and its version."""
    try:
        return f"onrecord {version('onrecord')}"
    except PackageNotFoundError:
        return "onrecord (version unknown)"


def writable(text: str) -> str:
    """`text` as UTF-8 can carry it: a lone surrogate becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def words(text: str, spans: Sequence[Span]) -> str:
    """The words of all pieces, verbatim, with GAP between them."""
    return GAP.join(span.of(text) for span in spans)


def speaker_joined(text: str, told: Statement) -> bool:
    """Whether the speaker is more than the words of this statement's own source."""
    return told.speaker is not None and told.speaker.strip(" ,;:") != " ".join(span.of(text) for span in told.source).strip(" ,;:")


def not_read(entries: Iterable[Entry]) -> list[str]:
    """What nobody has looked for in these reports, in plain words: an empty list of it proves nothing."""
    told = [(entry.report.text, stored.statement) for entry in entries for stored in entry.statements]
    looked: list[tuple[str, bool]] = [
        ("who a pronoun or a title stands for", any(speaker_joined(text, statement) for text, statement in told)),
        ("the day of each statement", any(statement.said_on for _, statement in told)),
        ("who passed a statement on", any(statement.via for _, statement in told)),
        ("figures", False),
        ("names as entities", False),
        ("norms of law", False),
        ("the same statement in two reports", False),
        ("denials matched to what they deny", False),
    ]
    return [what for what, done in looked if not done]
