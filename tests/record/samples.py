"""Made-up reports and readings for the tests of the record."""

import hashlib
from datetime import date
from pathlib import Path

from onrecord.vocabulary import (
    Act,
    Decoding,
    Found,
    Interval,
    Notice,
    OffsetMap,
    Part,
    PartKind,
    Quoted,
    Reading,
    Report,
    Run,
    Span,
    Statement,
)


def names_in(folder: Path) -> list[str]:
    """What lies in a folder, in order."""
    return sorted(entry.name for entry in folder.iterdir())


def report_of(text: str, name: str = "report.txt", raw: bytes | None = None) -> tuple[Report, bytes]:
    """A plain report with its raw bytes; every line is a part."""
    raw = text.encode() if raw is None else raw
    parts = []
    start = 0
    for line in text.split("\n"):
        if line:
            parts.append(Part(Span(start, start + len(line)), PartKind.BODY, "test"))
        start += len(line) + 1
    offsets = OffsetMap((Run(0, 0, len(text)),) if text else ())
    return Report(name, hashlib.sha256(raw).hexdigest(), "text/plain", text, Decoding("utf-8", "utf-8"), offsets, tuple(parts)), raw


def statement_at(text: str, source: str, cue: str, *content: str) -> Statement:
    """A statement whose words are the first of their kind in `text`."""

    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Statement(
        source=(place(source),) if source else (),
        cue=(place(cue),),
        content=tuple(place(words) for words in content),
        act=Act.SAY,
        quoted=Quoted.INDIRECT,
        score=0.75,
        why="test",
        speaker=source or None,
    )


TEXT = (
    "Ministry denies returns\n\nMonday 16 October 2023\n\n"
    "The ministry’s spokesman, Koo Byoung-sam, said on Friday that “many” people were sent back.\n"
    "북한 주민들이 송환되었다고 통일부가 밝혔다. 中国外交部否认.\n"
)


def full() -> tuple[Report, bytes, Reading]:
    """A report and a reading that use every field."""
    report, raw = report_of(TEXT, "full.txt")
    at = TEXT.index("Monday")
    day = Found(date(2023, 10, 16), "Monday 16 October 2023", Span(at, at + 22), "dateline")
    rich = Report(
        name=report.name,
        sha256=report.sha256,
        media_type=report.media_type,
        text=report.text,
        decoding=report.decoding,
        offsets=OffsetMap((Run(0, 0, 10), Run(10, 10, 1), Run(11, 11, len(TEXT) - 11))),
        parts=report.parts,
        outlet=Found("The Herald", "The Herald", None, "stated by user"),
        title=Found("Ministry denies returns", "Ministry denies returns", Span(0, 23), "first line"),
        author=Found("A. N. Other", "By A. N. Other", None, "html:author"),
        published=day,
        language=Found("en", "", None, "words"),
        credits=(Found("VOA", "VOA reported", None, "credit"), Found("Reuters", "(Reuters)", None, "credit")),
        notices=(Notice("decoding:guessed", "A guess."),),
    )
    told = statement_at(TEXT, "The ministry’s spokesman, Koo Byoung-sam,", "said", "that “many” people", "were sent back")
    first = Statement(
        source=told.source,
        cue=told.cue,
        content=told.content,
        act=Act.CONFIRM,
        quoted=Quoted.MIXED,
        score=0.875,
        why="encoder",
        speaker="Koo Byoung-sam",
        said_on=Interval(date(2023, 10, 13), date(2023, 10, 13)),
        via=("the minister", "VOA"),
    )
    second = statement_at(TEXT, "", "밝혔다", "북한 주민들이 송환되었다고")
    return rich, raw, Reading("model-1", (first, second), notices=(Notice("not-read:figures", "Nobody looked for figures."),))


def article(number: int, statements: int = 30, words: int = 700) -> tuple[Report, bytes, Reading]:
    """A report of about `words` words with that many statements; each number gives another one."""
    lines = []
    for line in range(statements):
        filler = " ".join(f"word{(number * 7919 + line * 31 + at) % 5000}" for at in range(words // statements - 6))
        lines.append(f"Speaker {number} {line} said that {filler}.")
    text = "\n".join(lines)
    report, raw = report_of(text, f"article-{number}.txt")
    told = []
    for part in report.parts:
        start, end = part.span.start, part.span.end
        cue = text.index(" said ", start) + 1
        told.append(
            Statement(
                source=(Span(start, cue - 1),),
                cue=(Span(cue, cue + 4),),
                content=(Span(cue + 5, end),),
                act=Act.SAY,
                quoted=Quoted.INDIRECT,
                score=0.5,
                why="test",
            )
        )
    return report, raw, Reading("model-1", tuple(told))
