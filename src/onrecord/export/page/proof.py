"""The finished page is read back before it is written: what a hostile source could change would show here."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import html as parser

from onrecord.errors import ExportError
from onrecord.export.page.marked import blocks
from onrecord.export.page.whole import inside
from onrecord.record.entry import Entry

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG_NAMES = (
    "a article bdi body br button circle code dd details div dl dt fieldset footer form h1 h2 head header html input label legend li main "
    "meta option p path script section select span strong style summary svg table tbody td th thead title tr ul"
)
_ATTRIBUTE_NAMES = (
    "aria-hidden aria-label aria-labelledby autocomplete charset class content cx cy d data-a data-q data-r data-s dir hidden href "
    "http-equiv id lang name placeholder r role scope spellcheck title type value viewbox"
)
_TAGS, _ATTRIBUTES = frozenset(_TAG_NAMES.split()), frozenset(_ATTRIBUTE_NAMES.split())
_UNSEEN = re.compile(r"U\+([0-9A-F]{4,6})")


def prove(page: str, entries: tuple[Entry, ...]) -> None:
    """ExportError where the page holds markup that we do not write, a link that leads nowhere, or other words than the reports'."""
    root = parser.document_fromstring(page, parser=parser.HTMLParser(huge_tree=True))
    ids: set[str] = set()
    links: set[str] = set()
    for element in root.iter("*"):
        if element.tag not in _TAGS or not _ATTRIBUTES.issuperset(name.lower() for name in element.attrib):
            raise _invalid(f"it holds a {element.tag!r} that this program does not write")
        if element.tag in {"script", "style"} and element.text not in {inside("page.js"), inside("page.css")}:
            raise _invalid(f"it holds a {element.tag} of somebody else")
        here = element.get("id")
        if here in ids:
            raise _invalid(f"two places are called {here!r}")
        if here is not None:
            ids.add(here)
        if "href" in element.attrib:
            links.add(element.attrib["href"])
    stray = [link for link in links if link[:1] != "#" or link[1:] not in ids]
    if stray:
        raise _invalid(f"{len(stray)} links lead nowhere")
    articles = {str(element.get("id")): element for element in root.iter("article")}
    for entry in entries:
        wanted = "".join("".join(block.span.of(entry.report.text).split()) for block in blocks(entry))
        if _words(articles[f"text-{entry.id}"]) != wanted:
            raise _invalid(f"the text of {entry.id} is not the report's")


def _words(article: "HtmlElement") -> str:
    """What the article's characters are without our own marks, spaces left out."""
    found = (words for line in article.iter("p") for words in _inside(line))
    return "".join("".join(found).split())


def _inside(element: "HtmlElement") -> Iterator[str]:
    """The characters in an element in the order of reading; what a child is followed by comes after all that is in the child."""
    yield element.text or ""
    for child in element:
        unseen = _UNSEEN.fullmatch(child.text or "") if child.get("class") == "unseen" else None
        if unseen:
            yield chr(int(unseen.group(1), 16))
        elif child.get("class") != "mark":
            yield from _inside(child)
        yield child.tail or ""


def _invalid(what: str) -> ExportError:
    return ExportError(f"The page did not validate: {what}.", "Nothing was written. Please report which kind of file brought this about.")
