"""HTML as a flat row of tokens, each with its place in the raw text: linear in time whatever the page holds, and without a tree.

Python's own HTMLParser is not used: on crafted pages (unclosed comments, quotes, tags) it takes quadratic time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_OPENING = re.compile(r"<(?=[A-Za-z!?]|/[A-Za-z])")

OPAQUE = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea", "noembed", "noframes", "title"}
)
"""Elements whose inside is no visible text of the page; `title` is shown elsewhere."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a page at `[start, end)` of the raw text.

    `name` is empty for text, else a tag's name in small letters; `closing` for an end tag. `inner`: what stands inside of an opaque
    element, else a tag's attributes as written.
    """

    start: int
    end: int
    name: str = ""
    closing: bool = False
    attributes: str = ""
    inner: tuple[int, int] | None = None


def tokens(raw: str) -> Iterator[Token]:
    """The tags and texts of a page in order; comments and declarations are left out."""
    ends = _Ends(raw)
    at = 0
    while at < len(raw):
        found = _OPENING.search(raw, at)
        opening = found.start() if found else len(raw)
        if opening > at:
            yield Token(at, opening)
        if opening == len(raw):
            return
        token, at = _markup(raw, opening, ends)
        if token is not None:
            yield token


def _markup(raw: str, at: int, ends: "_Ends") -> tuple[Token | None, int]:
    """The token at the `<` at `at` (None for a comment), and where the next one starts.

    Browsers hide all that follows an unclosed comment, tag or script; here it is shown, so that nothing is lost unseen.
    """
    if raw.startswith("<!--", at):
        end = ends.after("-->", at + 4)
        return (None, end) if end else (Token(at, at + 4), at + 4)
    if raw[at + 1] in "!?":
        end = ends.after(">", at)
        return (None, end) if end else (Token(at, at + 2), at + 2)
    tag = _TAG.match(raw, at) if at < ends.last_tag else None
    if tag is None:
        ends.last_tag = min(at, ends.last_tag)
        return Token(at, at + 1), at + 1
    name = tag[2].lower()
    if tag[1] or name not in OPAQUE or tag[3].endswith("/"):
        return Token(at, tag.end(), name, bool(tag[1]), tag[3]), tag.end()
    inner_end = ends.before_closing(name, tag.end()) or tag.end()
    return Token(at, inner_end, name, attributes=tag[3], inner=(tag.end(), inner_end)), inner_end


class _Ends:
    """Finds what closes a construct, and remembers what is not there any more: searching again and again would be quadratic."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._absent: set[str] = set()
        self.last_tag = len(raw)
        """From here on no tag is complete: one that starts here was searched to the end in vain."""

    def after(self, mark: str, start: int) -> int | None:
        """Where `mark` ends that comes next from `start` on; None where none comes."""
        if mark in self._absent:
            return None
        found = self._raw.find(mark, start)
        if found < 0:
            self._absent.add(mark)
            return None
        return found + len(mark)

    def before_closing(self, name: str, start: int) -> int | None:
        """Where the next end tag of `name` begins from `start` on; None where none comes."""
        if name in self._absent:
            return None
        found = re.compile(rf"</{name}", re.IGNORECASE).search(self._raw, start)
        if found is None:
            self._absent.add(name)
            return None
        return found.start()


def attributes(written: str) -> dict[str, str]:
    """A tag's attributes, names in small letters, the first of each; at most a hundred."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written[:20_000]):
        name = match[1].lower()
        if name not in found:
            found[name] = unescape(next((value for value in match.groups()[1:] if value is not None), ""))
        if len(found) == 100:
            break
    return found


def references(raw: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The character references in a text token: where each stands, and the one or two characters it stands for."""
    if raw.find("&", start, end) < 0:
        return
    for match in _REFERENCE.finditer(raw, start, end):
        written = match[0]
        if written[1] != "#" and not written.endswith(";"):
            written = _longest_known(written)
        if not written or (written[1] != "#" and written[1:] not in html5):
            continue
        yield match.start(), match.start() + len(written), unescape(written)


def _longest_known(written: str) -> str:
    """`&ampere` stands for `&` and `ere`: old references may lack their semicolon."""
    for size in range(len(written), 2, -1):
        if written[1:size] in html5:
            return written[:size]
    return ""
