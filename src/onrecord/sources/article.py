"""Which lines of an HTML page are the article, as trafilatura judges."""

import logging
import re
import socket
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from onrecord.settings import settings
from onrecord.sources.lines import Line
from onrecord.sources.page import Page
from onrecord.vocabulary import Notice

_LARGEST = 5_000_000
"""Characters of a page. Larger ones hold data or many articles; building their tree would take minutes and much memory."""
_MOST_TAGS = 25_000
"""Start and end tags. Where thousands stand side by side in one paragraph, trafilatura takes quadratic time."""
_WORD = re.compile(r"\w+")
_GRAM = 4
_SHARED = 0.6


def judged(raw: str, page: Page, lines: list[Line]) -> tuple[frozenset[int] | None, tuple[Notice, ...]]:
    """The indexes of the lines that trafilatura keeps; None, and why, where it cannot judge this page."""
    if page.depth > settings().deepest_html:
        return None, (
            Notice("html:too-deep", "The page's tags are nested too deeply for a tree; its lines were judged by their words alone."),
        )
    if len(raw) > _LARGEST or page.tags > _MOST_TAGS:
        return None, (Notice("html:too-large", "The page is too large for a tree; its lines were judged by their words alone."),)
    kept = _extracted(raw)
    inside = frozenset(_matching(kept, lines)) if kept else frozenset()
    if not any(lines[index].is_prose for index in inside):
        return None, (Notice("html:no-article", "No article was found in the page's markup; its lines were judged by their words alone."),)
    return inside, ()


@cache
def _judge() -> ModuleType:
    """Trafilatura, half a second that only HTML needs. It loads an HTTP client that would open a socket, at its import, to try IPv6."""
    had, socket.has_ipv6 = socket.has_ipv6, False
    try:
        return import_module("trafilatura")
    finally:
        socket.has_ipv6 = had


def _extracted(raw: str) -> str:
    trafilatura = _judge()

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        # Their messages may hold words of the source.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.extract(
            raw, output_format="txt", include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    except Exception:  # whatever a hostile page does to it, the page is still read, by its words
        return ""
    return found or ""


def _matching(kept: str, lines: list[Line]) -> Iterator[int]:
    """Lines whose words, four at a time, are mostly in the kept text; short lines have to be a line of it, or stand in it whole."""
    grams: set[tuple[str, ...]] = set()
    whole: set[tuple[str, ...]] = set()
    for kept_line in kept.splitlines():
        words = _words(kept_line)
        whole.add(tuple(words))
        grams.update(_grams(words))
    for index, line in enumerate(lines):
        words = _words(line.words)
        own = list(_grams(words))
        if (sum(gram in grams for gram in own) >= _SHARED * len(own)) if own else (words and tuple(words) in whole):
            yield index


def _words(line: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(line)]


def _grams(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
