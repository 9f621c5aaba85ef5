"""Entries made by hand: what the record would hand out, without reading anything."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Act, Decoding, Found, Notice, OffsetMap, Part, PartKind, Quoted, Report, Run, Span, Statement

HERALD = """\
October 16, 2023
Share this page
Ministry stands by reports
Seoul (Sample Herald) – The ministry's spokesman, Koo Byoung-sam, confirmed that many had been sent back. He did not confirm how many.
“A number is the last thing that anybody agrees on,” said Mina Example. “We keep our list open.”
Officials said Beijing had denied the reports.
Follow us
Sign up"""


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where these words stand; "before«words»after" gives their neighbours where the words alone stand more than once."""
    found = []
    for piece in words:
        before, _, rest = piece.rpartition("«")
        wanted, _, after = rest.partition("»")
        whole = before + wanted + after
        assert text.count(whole) == 1, f"{whole!r} stands {text.count(whole)} times"
        start = text.index(whole) + len(before)
        found.append(Span(start, start + len(wanted)))
    return tuple(found)


def told(
    text: str, source: str, cue: str, *content: str, act: Act = Act.SAY, quoted: Quoted = Quoted.INDIRECT, score: float = 0.9
) -> Statement:
    return Statement(
        source=spans(text, source) if source else (),
        cue=spans(text, cue) if cue else (),
        content=spans(text, *content),
        act=act,
        quoted=quoted,
        score=score,
        why="test",
    )


def lines(text: str, not_body: Sequence[str] = (), title: str = "") -> tuple[Part, ...]:
    found, at = [], 0
    for line in text.split("\n"):
        kind = PartKind.NOT_BODY if line in not_body else PartKind.TITLE if line == title else PartKind.BODY
        if line.strip():
            found.append(Part(Span(at, at + len(line)), kind, "test"))
        at += len(line) + 1
    return tuple(found)


def entry(
    number: int,
    text: str,
    statements: Sequence[Statement] = (),
    *,
    name: str | None = None,
    first: int = 1,
    title: str | None = None,
    outlet: str | None = None,
    language: str = "en",
    not_body: Sequence[str] = (),
    model: str = "test-1",
    notices: tuple[Notice, ...] = (),
) -> Entry:
    name = name or f"report-{number}.txt"
    report = Report(
        name=name,
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        media_type="text/plain",
        text=text,
        decoding=Decoding("utf-8", "utf-8"),
        offsets=OffsetMap((Run(0, 0, len(text)),)),
        parts=lines(text, not_body, title or ""),
        outlet=Found(outlet, outlet, None, "header") if outlet else None,
        title=Found(title, title, None, "header") if title else None,
        published=Found(date(2023, 10, 16), "October 16, 2023", None, "header"),
        language=Found(language, "", None, "test"),
        credits=(Found("Reuters", "Reuters reported", None, "credit"),),
    )
    stored = tuple(StoredStatement(f"s{first + n}", statement) for n, statement in enumerate(statements))
    return Entry(f"r{number}", name, report, model, stored, notices, datetime(2026, 1, 2, 3, 4, tzinfo=UTC))


def herald(number: int = 1, first: int = 1) -> Entry:
    """A report with everything in it: furniture, a pronoun, pieces around a cue, a telling inside a telling."""
    statements = (
        told(HERALD, "The ministry's spokesman, Koo Byoung-sam,", "confirmed", "that many had been sent back", act=Act.CONFIRM),
        told(HERALD, "«He» did", "did not confirm", "how many", act=Act.REFUSE),
        told(
            HERALD,
            "Mina Example",
            "on,” «said»",
            "“A number is the last thing that anybody agrees on,”",
            "“We keep our list open.”",
            quoted=Quoted.DIRECT,
        ),
        told(HERALD, "Officials", "Officials «said»", "Beijing had denied the reports"),
        told(HERALD, "Beijing", "had denied", "denied «the reports»", act=Act.DENY),
    )
    return entry(
        number,
        HERALD,
        statements,
        first=first,
        title="Ministry stands by reports",
        outlet="Sample Herald",
        not_body=("Share this page", "Follow us", "Sign up"),
    )


BAIT = "\u202e"
HOSTILE = f"""\
<script>alert(1)</script> ]]> <!-- </style> &amp; &lt;b&gt;
"Quotes' {BAIT}reversed said <img src=x onerror=alert(2)> was \u0000 fine & well \u2066isolated\u2069
مسؤول said: لا"""


def hostile(number: int = 2, first: int = 10) -> Entry:
    """Every field holds something that would harm a careless page."""
    statements = (
        told(HOSTILE, "\"Quotes' \u202e«reversed»", "reversed «said»", "<img src=x onerror=alert(2)> was \u0000 fine & well"),
        told(HOSTILE, "مسؤول", "مسؤول «said»", "لا"),
    )
    return entry(
        number,
        HOSTILE,
        statements,
        first=first,
        name='"><script>alert(3)</script>.txt',
        title="javascript:alert(4)",
        outlet="</title></style><script>alert(5)</script>",
        language='en" onload="alert(6)',
        notices=(Notice("x", "<b>not read</b>"),),
    )
