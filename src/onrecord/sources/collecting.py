"""Bytes to a report: decoding, laying out, telling article from page, and finding who published it when."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from onrecord.errors import EmptySource, OversizedSource
from onrecord.settings import settings
from onrecord.sources import metadata
from onrecord.sources.article import judged
from onrecord.sources.credits import credited
from onrecord.sources.decoding import decode
from onrecord.sources.finding import printable
from onrecord.sources.furniture import Verdict
from onrecord.sources.headlines import outlet_behind
from onrecord.sources.language import language
from onrecord.sources.layout import Layout, lay_out
from onrecord.sources.lines import Line, split_lines
from onrecord.sources.outlets import outlet as outlet_named
from onrecord.sources.page import Page, read_page
from onrecord.sources.plain import read_plain
from onrecord.sources.publication import published as published_written
from onrecord.sources.signatures import byline
from onrecord.vocabulary import Found, Notice, OffsetMap, Part, PartKind, Report, Span

STATED = "stated by user"
_LONG_LINE = 20_000
_FEW_WORDS = 3
# Atomic, so that a comment ends at the first `-->` and nowhere else: a row of comments could else be cut in exponentially many ways.
_HTML_START = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}+>\s*+)?+(?:<!--(?>.{0,2000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"<(?:p|div|h1|span|article|br|a|table|title|meta)\b[^<>]*+>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """What was read of a source, in whichever format it came."""

    media_type: str
    text: str
    offsets: OffsetMap
    layout: Layout
    page: Page | None
    notices: tuple[Notice, ...]


def collect(data: bytes, name: str, *, published: date | None = None, outlet: str | None = None) -> Report:
    """The report in `data`; `name` is the file's own, `published` and `outlet` are what a person states and then hold.

    OversizedSource beyond a limit of the settings, EmptySource without a word, BinarySource and UndecodableSource where it is no text.
    """
    name = printable(name) or "unnamed"
    if len(data) > settings().largest_source:
        raise OversizedSource(
            f"{name} is larger than {settings().largest_source:,} bytes.",
            "Split it, or set ONRECORD_LARGEST_SOURCE to a larger number of bytes.",
        )
    if not data.strip():
        raise _empty(name)
    raw, decoding, notices = decode(data, name)
    read = _read_html(raw, name) if _is_html(raw, name) else _read_plain(raw, name)
    if not read.layout.lines or not any(c.isalnum() for line in read.layout.lines for c in line.words[:1000]):
        raise _empty(name)
    layout, today = read.layout, date.today()
    found_outlet = _stated(outlet) or (metadata.outlet_of(read.page) if read.page else None) or outlet_named(layout)
    day, day_notices = _published(read, published, today)
    return Report(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=read.media_type,
        text=read.text,
        decoding=decoding,
        offsets=read.offsets,
        parts=tuple(
            Part(line.span, kind or PartKind.BODY, why) for line, kind, why in zip(layout.lines, layout.kinds, layout.whys, strict=True)
        ),
        outlet=found_outlet,
        title=_title(read),
        author=_author(read),
        published=day,
        language=_language(read),
        credits=credited(read.text, _creditable(layout), found_outlet.value if found_outlet else None),
        notices=(*notices, *read.notices, *day_notices, *_about_lines(layout)),
    )


def _empty(name: str) -> EmptySource:
    return EmptySource(f"{name} holds no words.", "Check that it was saved completely, or leave it out.")


def _stated(outlet: str | None) -> Found[str] | None:
    """What a person states may hold what no file can be written with: bytes of a command line that fit no encoding."""
    name = metadata.clean(outlet or "")
    return Found(name, name, None, STATED) if name else None


def _is_html(raw: str, name: str) -> bool:
    if _HTML_START.match(raw[:10_000]):
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and _ANY_TAG.search(raw) is not None


def _read_plain(raw: str, name: str) -> _Text:
    text, offsets = read_plain(raw, name)
    return _Text("text/plain", text, offsets, lay_out(split_lines(text, name)), None, ())


def _read_html(raw: str, name: str) -> _Text:
    page = read_page(raw, name)
    lines = split_lines(page.text, name)
    inside, notices = judged(raw, page, lines)
    layout = lay_out(lines, known=_regions(page, lines)) if inside is None else _judged_layout(lines, inside, _heading(page, lines))
    return _Text("text/html", page.text, page.offsets, layout, page, notices)


def _regions(page: Page, lines: list[Line]) -> dict[int, Verdict]:
    """Lines in what the page itself calls navigation or footer."""
    known: dict[int, Verdict] = {}
    for region, span in page.regions:
        known.update({index: Verdict(f"html: {region}") for index, line in enumerate(lines) if line.span.overlaps(span)})
    return known


def _heading(page: Page, lines: list[Line]) -> int | None:
    """The line of the page's first `h1`."""
    spans = [span for span in page.headings if span.end > span.start]
    return next((index for span in spans for index, line in enumerate(lines) if line.span.overlaps(span)), None)


def _judged_layout(lines: list[Line], inside: frozenset[int], heading: int | None) -> Layout:
    """The window from the headline to the last line that trafilatura keeps, read as a plain text is, and corrected by its judgement."""
    start, end = min(inside), max(inside) + 1
    if heading is not None and heading < start:
        start = heading
    window = lay_out(lines[start:end], heading=None if heading is None or heading < start else heading - start)
    whole = Layout(lines, [PartKind.NOT_BODY] * len(lines), ["trafilatura: outside the article"] * len(lines), judged=True)
    whole.verdicts, whole.dates = [None] * len(lines), [None] * len(lines)
    for index in range(start, end):
        kind, why = window.kinds[index - start], window.whys[index - start]
        furniture = window.verdicts[index - start] is not None
        if index in inside and (kind is PartKind.BODY or (kind is PartKind.NOT_BODY and not furniture)):
            kind, why = PartKind.BODY, "trafilatura: in the article"
        elif index not in inside and kind is PartKind.BODY:
            kind, why = PartKind.NOT_BODY, "trafilatura: outside the article"
        whole.kinds[index], whole.whys[index], whole.dates[index] = kind, why, window.dates[index - start]
    whole.title = None if window.title is None else window.title + start
    return whole


def _published(read: _Text, stated: date | None, today: date) -> tuple[Found[date] | None, tuple[Notice, ...]]:
    if stated is not None:
        return Found(stated, stated.isoformat(), None, STATED), ()
    tagged = metadata.published_on(read.page, today) if read.page else None
    return (tagged, ()) if tagged else published_written(read.layout, today)


def _title(read: _Text) -> Found[str] | None:
    layout = read.layout
    if layout.title is not None:
        line = layout.lines[layout.title]
        behind = outlet_behind(line.words) if "|" in line.words else None
        size = behind[0] if behind else len(line.words)
        return Found(
            line.words[:size], line.words[:size], Span(line.span.start, line.span.start + size), layout.whys[layout.title].split(":")[0]
        )
    return metadata.title_of(read.page) if read.page else None


def _author(read: _Text) -> Found[str] | None:
    layout = read.layout
    for index, kind in enumerate(layout.kinds):
        line = layout.lines[index]
        signed = byline(line) if kind is PartKind.BYLINE else None
        if signed and signed.author:
            start, end = signed.author
            return Found(line.words[start:end], line.words[start:end], Span(line.span.start + start, line.span.start + end), "byline")
        if kind is PartKind.BYLINE and layout.whys[index].endswith("a name beside the date"):
            return Found(line.words, line.words, line.span, "byline")
    return metadata.author_of(read.page) if read.page else None


def _language(read: _Text) -> Found[str] | None:
    layout = read.layout
    body = " ".join(line.words[:6000] for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind is PartKind.BODY)
    spoken = language(body)
    declared = metadata.language_of(read.page) if read.page else None
    # Templates declare what they were made in; the text itself is better evidence, where there is enough of it.
    return declared if declared and (spoken is None or spoken.value == declared.value) else spoken


def _creditable(layout: Layout) -> list[tuple[Span, bool]]:
    return [
        (line.span, kind is PartKind.BYLINE)
        for line, kind in zip(layout.lines, layout.kinds, strict=True)
        if kind in (PartKind.BODY, PartKind.BYLINE)
    ]


def _about_lines(layout: Layout) -> tuple[Notice, ...]:
    found = []
    if any(len(line.words) > _LONG_LINE for line in layout.lines):
        found.append(
            Notice(
                "text:long-line", f"A line is longer than {_LONG_LINE:,} characters; it is kept whole, but its parts were not told apart."
            )
        )
    if layout.first < 0 and len(layout.lines) > _FEW_WORDS and PartKind.BODY in layout.kinds and not layout.judged:
        found.append(Notice("text:no-paragraphs", "No paragraph was found; every line that is no furniture of a page was kept."))
    return tuple(found)
