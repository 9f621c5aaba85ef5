"""Which lines of a plain text are the article: menus stand before it, blocks of links inside of it, the rest of the page behind it.

Phrases (`furniture`) tell the plain cases; where a line stands among paragraphs tells the rest. A line that nothing speaks against is body.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.sources.asides import asides
from onrecord.sources.credits import is_mark
from onrecord.sources.furniture import Verdict, furniture
from onrecord.sources.headlines import headline
from onrecord.sources.lines import Line
from onrecord.sources.phrases import Reach
from onrecord.sources.signatures import Byline, DateLine, byline, date_line, is_person
from onrecord.vocabulary import PartKind

BODY, TITLE, BYLINE, DATE, NOT_BODY = PartKind.BODY, PartKind.TITLE, PartKind.BYLINE, PartKind.DATE, PartKind.NOT_BODY

_HEADER_LINES = 6
"""Lines after the first paragraph that still belong to the header where they are dates, bylines or the title again."""
_CAPITALISED = r"[A-ZÀ-Þ][\w.'’/-]*"
_DATELINE_ALONE = re.compile(rf"{_CAPITALISED}(?:[ ,]+{_CAPITALISED}){{0,5}}\s?(?:\([\w .,/&-]{{2,40}}\)(?:\s?[–—:-]+)?|[–—-]+|[,:])")
_A_NAME = "header: a name beside the date"
_STANDFIRST_WORDS = 6
_TRUNCATED_WORDS = 12
_LAST_WORDS = 20
_TEASER_WORDS = 45
_MOST_CANDIDATES = 150


@dataclass(slots=True)
class Layout:
    """What each line is (`kinds`, with `whys`), and where the article begins and ends (indexes of its first and last paragraph)."""

    lines: list[Line]
    kinds: list[PartKind | None] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)
    verdicts: list[Verdict | None] = field(default_factory=list)
    dates: list[DateLine | None] = field(default_factory=list)
    signed: list[Byline | None] = field(default_factory=list)
    first: int = -1
    last: int = -1
    title: int | None = None
    heading: int | None = None
    judged: bool = False
    """Whether its lines were told apart by the markup of a page."""

    def put(self, index: int, kind: PartKind, why: str) -> None:
        """Settles what a line is, once."""
        if self.kinds[index] is None:
            self.kinds[index], self.whys[index] = kind, why

    def free(self, index: int) -> bool:
        """Whether nothing was settled for a line."""
        return self.kinds[index] is None


def lay_out(lines: list[Line], *, known: Mapping[int, Verdict] | None = None, heading: int | None = None) -> Layout:
    """What each of `lines` is; every one of them ends with a kind and a reason.

    `known`: lines that the markup calls furniture; `heading`: the line that it calls the headline.
    """
    page = Layout(lines, [None] * len(lines), [""] * len(lines), heading=heading)
    page.verdicts = [(known or {}).get(index) or furniture(line) for index, line in enumerate(lines)]
    page.dates = [None if line.is_prose and line.size > 12 else date_line(line) for line in lines]
    page.signed = [None if verdict else byline(line) for line, verdict in zip(lines, page.verdicts, strict=True)]
    _find_ends(page)
    _set_asides_apart(page)
    if page.first < 0:
        _without_paragraphs(page)
    else:
        _header(page)
        _middle(page)
        _tail(page)
    for index in range(len(lines)):
        page.put(index, BODY, "in the article")
    return page


def _set_asides_apart(page: Layout) -> None:
    """Where lines turn out to be captions or bios, the article begins and ends elsewhere than it seemed."""
    if page.first < 0:
        return
    found = _headlines(page, page.first)
    signed = zip(page.lines[: page.first + _HEADER_LINES], page.signed, strict=False)
    authors = frozenset(line.words[slice(*by.author)] for line, by in signed if by and by.author)
    named = [
        line.words for index, line in enumerate(page.lines[: page.first]) if is_person(line) and index > min(found, default=page.first)
    ]
    changed = False
    for index, verdict in asides(page.lines, page.last, found[0] if found else None, authors | frozenset(named)):
        if page.verdicts[index] is None:
            page.verdicts[index], changed = verdict, True
    if changed:
        page.first = page.last = -1
        _find_ends(page)


def _headlines(page: Layout, end: int) -> tuple[int, ...]:
    """The headline among the lines before `end`, and its repetitions."""
    candidates = [index for index in range(end) if _may_be_title(page, index)][-_MOST_CANDIDATES:]
    return headline(page.lines, candidates, page.first, given=page.heading)


def _is_paragraph(page: Layout, index: int) -> bool:
    verdict = page.verdicts[index]
    settled = verdict is not None and verdict.reach is not Reach.EDGE
    line = page.lines[index]
    above_all = page.first < 0 and index < _HEADER_LINES and line.is_capitalised
    return not settled and not above_all and page.dates[index] is None and line.is_prose and page.signed[index] is None


def _find_ends(page: Layout) -> None:
    """The first paragraph, and the last before a marker behind which no article goes on."""
    paragraphs = [index for index in range(len(page.lines)) if _is_paragraph(page, index)]
    if not paragraphs:
        return
    page.first, page.last = paragraphs[0], paragraphs[-1]
    words = list(accumulate((page.lines[index].size for index in paragraphs), initial=0.0))
    teasers = list(accumulate((_is_teaser(page, -1, index) for index in paragraphs), initial=0))
    for index in range(page.first + 1, page.last):
        verdict = page.verdicts[index]
        if verdict is None or verdict.reach not in (Reach.BLOCK, Reach.END):
            continue
        after = bisect_right(paragraphs, index)
        if verdict.reach is Reach.END:
            goes_on = words[-1] - words[after] > 3 * words[after]
        else:
            next_is_teaser = _is_teaser(page, index, paragraphs[after])
            rest = teasers[-1] - teasers[after + 1] + next_is_teaser
            goes_on = (
                _stands_alone(page, paragraphs[after], next_is_teaser)
                if after == len(paragraphs) - 1
                else rest * 2 <= len(paragraphs) - after
            )
        if not goes_on:
            page.last = paragraphs[after - 1]
            return


def _stands_alone(page: Layout, index: int, is_teaser: bool) -> bool:
    """Whether the one paragraph after a block of links is the article's last, and not the first lines of another story."""
    return page.lines[index].size >= _LAST_WORDS and not is_teaser


def _is_teaser(page: Layout, marker: int, index: int) -> bool:
    """Whether a headline or date stands right before a paragraph, below `marker`: the first lines of another story."""
    previous = index - 1
    if previous <= marker or previous < 0:
        return False
    above = page.lines[previous]
    if page.dates[previous] is not None:
        return True
    headed = not above.is_prose and not above.ends_sentence and (previous - 1 > marker or above.size >= 5)
    return headed and page.lines[index].size < _TEASER_WORDS


def _header(page: Layout) -> None:
    """Title, byline and date before (and just after) the first paragraph; what else stands there is the site's."""
    reach_end = max(page.first, _header_end(page))
    found = _headlines(page, reach_end)
    page.title = found[0] if found else None
    for index in found:
        page.put(index, TITLE, "header: the headline" if index == page.title else "header: the headline again")
    for index in range(reach_end):
        _signature(page, index, "header")
    for index in range(page.first):
        line, verdict = page.lines[index], page.verdicts[index]
        if verdict is not None:
            page.put(index, NOT_BODY, verdict.why)
        elif (
            page.title is not None
            and index > page.title
            and (line.size >= _STANDFIRST_WORDS or line.is_short_sentence)
            and not _is_shouted(line)
        ):
            page.put(index, BODY, "header: standfirst")
        elif page.title is not None and index > page.title and is_person(line) and _beside_signature(page, index):
            page.put(index, BYLINE, _A_NAME)
        elif index == page.first - 1 and _DATELINE_ALONE.fullmatch(line.words):
            page.put(index, BODY, "header: the dateline")
        else:
            page.put(index, NOT_BODY, "header: before the first paragraph")


def _header_end(page: Layout) -> int:
    """Some pages put a standfirst, a date and the headline again before the article itself."""
    end = min(page.last, page.first + _HEADER_LINES)
    third = [index for index in range(page.first, end) if _is_paragraph(page, index)][2:3]
    return third[0] if third else end


def _may_be_title(page: Layout, index: int) -> bool:
    line = page.lines[index]
    verdict = page.verdicts[index]
    return (
        (verdict is None)
        and page.dates[index] is None
        and page.signed[index] is None
        and (not line.is_prose or line.end[-1:] in "?!" or index < page.first)
    )


def _signature(page: Layout, index: int, where: str) -> None:
    signed = page.signed[index]
    if index and is_person(page.lines[index]) and page.lines[index - 1].key in ("by", "written by"):
        page.put(index, BYLINE, _A_NAME)
    if signed is not None and (signed.author or page.dates[index] is None):
        page.put(index, BYLINE, f"{where}: who wrote it")
    elif page.dates[index] is not None:
        page.put(index, DATE, f"{where}: a date")


def _beside_signature(page: Layout, index: int) -> bool:
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(page.lines)]
    return any(page.dates[i] is not None or page.kinds[i] in (BYLINE, DATE, TITLE) for i in beside)


def _is_shouted(line: Line) -> bool:
    """`CHINA – NORTH KOREA – SOUTH KOREA`: the places or sections that a story is filed under."""
    return line.words.isupper() and not line.ends_sentence and line.size <= 10


def _middle(page: Layout) -> None:
    """Between paragraphs short lines are sub-headings or lists; furniture is not, nor are the headlines below `Read more`."""
    repeated = Counter(line.key for line in page.lines)
    linked = False
    for index in range(page.first, page.last + 1):
        verdict, line = page.verdicts[index], page.lines[index]
        if _is_paragraph(page, index):
            linked = False
        if not page.free(index):
            continue
        if verdict is not None and verdict.reach is not Reach.EDGE:
            page.put(index, NOT_BODY, verdict.why)
            linked = linked or verdict.reach is not Reach.LINE
        elif linked and not _is_paragraph(page, index) and not line.is_short_sentence:
            page.put(index, NOT_BODY, "below a list of other stories")
        elif repeated[line.key] > 2 and not line.is_prose and not line.ends_sentence and not line.words.endswith(":"):
            page.put(index, NOT_BODY, "stands on the page again and again")
        elif page.dates[index] is not None and _is_labelled(page.dates[index]):
            page.put(index, DATE, "a date of the page")
        elif line.words[:1] in "([" and page.signed[index] is not None:
            page.put(index, BYLINE, "who wrote it")
        else:
            page.put(index, BODY, "in the article")


def _is_labelled(found: DateLine | None) -> bool:
    return found is not None and bool(found.label)


def _tail(page: Layout) -> None:
    """After the last paragraph: its own last short lines, signatures, and then the rest of the page."""
    open_end, listing, others = True, page.lines[page.last].words.rstrip().endswith(":"), False
    for index in range(page.last + 1, len(page.lines)):
        verdict, line = page.verdicts[index], page.lines[index]
        if verdict is not None:
            page.put(index, NOT_BODY, verdict.why)
            others = others or verdict.reach is not Reach.LINE
            open_end = listing = False
            continue
        if not others:
            _tail_signature(page, index)
        listing = open_end and (line.words.rstrip().endswith(":") or (listing and not line.after_gap))
        if page.free(index) and open_end and (line.is_short_sentence or listing or _is_truncated(line)):
            page.put(index, BODY, "in the article: its last lines")
        elif page.free(index):
            page.put(index, NOT_BODY, "below other furniture" if not open_end else "after the last paragraph")
            open_end = open_end and line.is_short_sentence
        else:
            open_end = False


def _tail_signature(page: Layout, index: int) -> None:
    """Signatures at the end: agencies' initials, `(Reporting by ...)`, `Published in ..., 3 May 2021`."""
    found, line = page.dates[index], page.lines[index]
    if found is not None and (found.label or index == page.last + 1):
        page.put(index, DATE, "footer: a date")
    elif page.signed[index] is not None or is_mark(line.words):
        page.put(index, BYLINE, "footer: who wrote it")


def _is_truncated(line: Line) -> bool:
    """A last paragraph without its full stop: longer than a headline is, or with a whole sentence inside."""
    return line.size >= _TRUNCATED_WORDS and not line.words.istitle() and line.words[:1] not in "“\"'‘"


def _without_paragraphs(page: Layout) -> None:
    """A note, a list, a few short lines: all that is no furniture is kept."""
    found = headline(
        page.lines,
        [0] if page.lines and page.verdicts[0] is None and not page.lines[0].ends_sentence and len(page.lines) > 1 else [],
        len(page.lines),
    )
    for index in found:
        page.title = index
        page.put(index, TITLE, "header: the headline")
    for index, verdict in enumerate(page.verdicts):
        _signature(page, index, "short text")
        if verdict is not None:
            page.put(index, NOT_BODY, verdict.why)
        page.put(index, BODY, "a text without paragraphs is kept whole")
