"""What an HTML page says of itself outside of its text: outlet, title, author, day of publication, language."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.sources.dates import written_dates
from onrecord.sources.headlines import outlet_behind
from onrecord.sources.page import Page
from onrecord.vocabulary import Found

_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title", "apple-mobile-web-app-title")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "citation_title")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author")
_DAYS = (
    "article:published_time og:article:published_time og:published_time datepublished pubdate publishdate publish-date publish_date"
    " publication_date publication-date parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.date dc.date"
    " dcterms.created dc.date.created citation_publication_date article.published published_time published-date"
    " cxenseparse:recs:publishtime"
)
_PUBLISHED = tuple(_DAYS.split())
_KINDS = ("article", "posting", "report", "webpage", "opinion", "review")
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_MOST_NODES = 5000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
_HALVES = re.compile("[\ud800-\udfff]")


def clean(written: str) -> str:
    """`written` on one line and safe to store: without control characters, and with U+FFFD for each half of a surrogate pair.

    JSON can name such halves one by one, and a command line's odd bytes become them; no UTF-8 holds them.
    """
    return " ".join(_HALVES.sub("\ufffd", _CONTROLS.sub("", written)).split())


def outlet_of(page: Page) -> Found[str] | None:
    """The site's own name."""
    return _first_meta(page, _OUTLET) or next((found for found in _linked_names(page, "publisher")), None)


def title_of(page: Page) -> Found[str] | None:
    """The headline that the page gives to others, without the site's name behind it."""
    found = _first_meta(page, _TITLE) or next(
        (
            _found(str(node["headline"]), "html:json-ld:headline")
            for node in _linked(page)
            if isinstance(node.get("headline"), str) and clean(str(node["headline"]))
        ),
        None,
    )
    if found is None and clean(page.title):
        found = _found(page.title, "html:title")
    if found is None:
        return None
    behind = outlet_behind(found.value)
    return Found(found.value[: behind[0]], found.as_written, None, found.basis) if behind else found


def author_of(page: Page) -> Found[str] | None:
    """Who wrote it, where that is a name and not an address."""
    found = _first_meta(page, _AUTHOR)
    if found and "/" not in found.value and "@" not in found.value:
        return found
    return next((found for found in _linked_names(page, "author") if "/" not in found.value), None)


def published_on(page: Page, today: date) -> Found[date] | None:
    """The day that the page says it was published: never a guess, never the day of a change, never a day to come."""
    for basis, written in _written_days(page):
        day = _day(written)
        if day is not None and day <= today + timedelta(days=1):
            return Found(day, clean(written)[:60], None, basis)
    return None


def language_of(page: Page) -> Found[str] | None:
    """The language that the page declares, as a code of two or three letters."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*\Z)", page.language)
    return Found(match[1].lower(), clean(page.language)[:60], None, "html:lang") if match else None


def _written_days(page: Page) -> Iterator[tuple[str, str]]:
    said = {name.casefold(): value for name, value in reversed(page.meta) if value.strip()}
    for name in _PUBLISHED:
        if name in said:
            yield f"html:{name}", said[name]
    for node in _linked(page):
        if isinstance(node.get("datePublished"), str) and any(kind in str(node.get("@type", "")).casefold() for kind in _KINDS):
            yield "html:json-ld:datePublished", str(node["datePublished"])
    if "date" in said:
        yield "html:date", said["date"]
    days = {_day(written) for written in page.times} - {None}
    if len(days) == 1:
        # Several days belong to several stories; which of them is this one's cannot be told from the tag.
        yield "html:time", next(written for written in page.times if _day(written))


def _day(written: str) -> date | None:
    match = _ISO.match(written)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    first = next(written_dates(written[:100]), None)
    return first.readings[0] if first and len(first.readings) == 1 else None


def _first_meta(page: Page, names: tuple[str, ...]) -> Found[str] | None:
    said = {name.casefold(): value for name, value in reversed(page.meta) if clean(value)}
    return next((_found(said[name], f"html:{name}") for name in names if name in said), None)


def _found(written: str, basis: str) -> Found[str]:
    value = clean(written)[:500].rstrip()
    return Found(value, value, None, basis)


def _linked_names(page: Page, role: str) -> Iterator[Found[str]]:
    for node in _linked(page):
        value = node.get(role)
        for one in value if isinstance(value, list) else [value]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and clean(name) and "://" not in name:
                yield _found(name, f"html:json-ld:{role}")


def _linked(page: Page) -> Iterator[dict[str, object]]:
    """The objects in the page's JSON-LD, outermost first; at most `_MOST_NODES`."""
    waiting: list[object] = []
    for script in page.scripts:
        try:
            waiting.append(json.loads(script))
        except (ValueError, RecursionError):
            continue
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
