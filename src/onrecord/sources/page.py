"""A page of HTML as lines of text: all that it shows, where each character stands in the raw text, and what it says of itself."""

import re
from dataclasses import dataclass, field

from onrecord.sources.markup import Token, attributes, references, tokens
from onrecord.sources.plain import check_pieces
from onrecord.vocabulary import OffsetMap, Run, Span

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_CLOSED_BY_THE_NEXT = frozenset({"p", "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "rp", "rt"})
"""Often left open, and then not nested in each other."""
_REGIONS = frozenset({"nav", "footer"})

_TO_FOLD = re.compile("[ \t\n\r\f]{2,}|[\t\n\r\f]|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
_TO_FOLD_IN_PRE = re.compile("\r\n?|[\n\f]|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
_SPACES = " \t\n\r\f"
_MOST_METADATA = 500


@dataclass(slots=True)
class Page:
    """What a page shows (`text`, `offsets`) and says of itself.

    `headings`: its `h1`; `regions`: the parts that its own markup calls navigation or footer, by that name; `meta`: names or properties
    and contents of its `meta` tags in order; `scripts`: the JSON-LD in it; `times`: `datetime` of its `time` tags; `tags`: how many there
    are; `depth`: how deeply they are nested at most.
    """

    text: str = ""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap(()))
    headings: list[Span] = field(default_factory=list)
    regions: list[tuple[str, Span]] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    tags: int = 0
    depth: int = 0


def read_page(raw: str, name: str) -> Page:
    """The page that `raw` holds. OversizedSource where its markup cuts it into more pieces than any report has."""
    page, lines = Page(), _Lines(raw, name)
    nesting = _Nesting()
    pre = 0
    for count, token in enumerate(tokens(raw)):
        check_pieces(count, name)
        if not token.name:
            lines.text(token, in_pre=pre > 0)
            continue
        page.tags += 1
        if token.name in _BLOCKS:
            lines.end_line()
        elif token.name in _CELLS:
            lines.gap()
        if token.name == "pre":
            pre = max(0, pre + (-1 if token.closing else 1))
        nesting.see(token)
        _note(page, nesting, token, raw, lines.size)
    lines.end_line()
    page.text, page.offsets, page.depth = lines.joined(), OffsetMap(tuple(lines.runs)), nesting.deepest
    return page


def _note(page: Page, nesting: "_Nesting", token: Token, raw: str, size: int) -> None:
    """What a tag tells about the page."""
    if token.closing or token.name == "h1" or token.name in _REGIONS:
        span = nesting.region(token, size)
        if span is not None and token.name == "h1":
            page.headings.append(span)
        elif span is not None:
            page.regions.append((token.name, span))
    elif token.name == "meta" and len(page.meta) < _MOST_METADATA:
        said = attributes(token.attributes)
        page.meta.append((said.get("property") or said.get("name") or said.get("itemprop") or "", said.get("content", "")))
    elif token.name == "html" and not page.language:
        said = attributes(token.attributes)
        page.language = said.get("lang") or said.get("xml:lang") or ""
    elif token.name == "time" and len(page.times) < _MOST_METADATA:
        page.times.append(attributes(token.attributes).get("datetime", ""))
    elif token.inner and token.name == "title" and not page.title:
        page.title = _plain_words(raw, *token.inner)
    elif token.inner and token.name == "script" and "ld+json" in token.attributes.lower() and len(page.scripts) < 20:
        page.scripts.append(raw[token.inner[0] : min(token.inner[1], token.inner[0] + 500_000)])


def _plain_words(raw: str, start: int, end: int) -> str:
    end = min(end, start + 2000)
    at, words = start, ""
    for first, after, stands_for in references(raw, start, end):
        words += raw[at:first] + stands_for
        at = after
    return " ".join((words + raw[at:end]).split())


class _Nesting:
    """How deep the open tags are, and where headings, navigation and footers began."""

    def __init__(self) -> None:
        self.deepest = 0
        self._depth = 0
        self._open: dict[str, tuple[int, int]] = {}

    def see(self, token: Token) -> None:
        """Counts a tag that opens or closes a level."""
        if token.name in _VOID or token.name in _CLOSED_BY_THE_NEXT or token.inner or token.attributes.endswith("/"):
            return
        self._depth = max(0, self._depth + (-1 if token.closing else 1))
        self.deepest = max(self.deepest, self._depth)

    def region(self, token: Token, size: int) -> Span | None:
        """The span of an outermost element that this token closes; of unclosed ones nothing is known."""
        if token.name != "h1" and token.name not in _REGIONS:
            return None
        start, nested = self._open.get(token.name, (size, 0))
        if not token.closing:
            self._open[token.name] = (start if nested else size, nested + 1)
            return None
        self._open[token.name] = (start, max(0, nested - 1))
        return Span(start, size) if nested == 1 and size > start else None


class _Lines:
    """Writes the text and its runs. White space folds to one space; none stands at a line's start or end."""

    def __init__(self, raw: str, name: str) -> None:
        self.runs: list[Run] = []
        self.size = 0
        self._raw = raw
        self._name = name
        self._pieces: list[str] = []
        self._last = "\n"

    def text(self, token: Token, *, in_pre: bool) -> None:
        """Writes what a text token shows; in preformatted text its line ends stay."""
        at = token.start
        for first, after, stands_for in references(self._raw, token.start, token.end):
            self._words(at, first, in_pre)
            self._stand_in(stands_for, first)
            at = after
        self._words(at, token.end, in_pre)

    def _words(self, start: int, end: int, in_pre: bool) -> None:
        at = start
        for fold in (_TO_FOLD_IN_PRE if in_pre else _TO_FOLD).finditer(self._raw, start, end):
            self._keep(at, fold.start())
            if in_pre and fold[0][0] in "\r\n\f":
                self.end_line()
            elif fold[0][0] in _SPACES:
                self._space(fold.start())
            at = fold.end()
        self._keep(at, end)

    def _keep(self, start: int, end: int) -> None:
        """Raw characters as they are, but for a space that would follow white space."""
        if start < end and self._raw[start] == " " and self._last in " \n":
            start += 1
        if start < end:
            self._put(self._raw[start:end], start)

    def _space(self, at: int) -> None:
        if self._last not in " \n":
            self._put(" ", at)

    def _stand_in(self, words: str, at: int) -> None:
        for character in words:
            if character in _SPACES:
                self._space(at)
            elif not _TO_FOLD.match(character):
                self._put(character, at, joined=False)

    def _put(self, words: str, raw_start: int, *, joined: bool = True) -> None:
        last = self.runs[-1] if self.runs else None
        follows = last is not None and last.raw_start + last.length == raw_start and last.text_start + last.length == self.size
        if last is not None and joined and follows and self._faithful(last) and words == self._raw[raw_start : raw_start + len(words)]:
            self.runs[-1] = Run(last.text_start, last.raw_start, last.length + len(words))
        else:
            self.runs.append(Run(self.size, raw_start, len(words)))
            check_pieces(len(self.runs), self._name)
        self._pieces.append(words)
        self.size += len(words)
        self._last = words[-1]

    def _faithful(self, run: Run) -> bool:
        """Whether a run's characters are the raw ones; a run of one may stand for a reference or a line end."""
        return run.length > 1 or self._raw[run.raw_start] == self._pieces[-1][-1]

    def gap(self) -> None:
        """A space of ours between two cells of a table."""
        if self._last not in " \n":
            self._pieces.append(" ")
            self.size += 1
            self._last = " "

    def end_line(self) -> None:
        """Ends the line where one is begun: no line is empty."""
        if self._last == "\n":
            return
        if self._last == " ":
            self._take_back_space()
        self._pieces.append("\n")
        self.size += 1
        self._last = "\n"

    def _take_back_space(self) -> None:
        self._pieces[-1] = self._pieces[-1][:-1]
        self.size -= 1
        last = self.runs[-1]
        if last.text_start + last.length > self.size:
            self.runs.pop()
            if last.length > 1:
                self.runs.append(Run(last.text_start, last.raw_start, last.length - 1))

    def joined(self) -> str:
        """All that was written."""
        return "".join(self._pieces)
