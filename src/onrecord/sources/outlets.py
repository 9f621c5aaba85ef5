"""Which outlet a page says it is of: only where it names itself, never by whom it credits."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.sources.agencies import NEWSY, canonical
from onrecord.sources.dateline import dateline
from onrecord.sources.headlines import outlet_behind
from onrecord.sources.layout import Layout
from onrecord.sources.lines import Line
from onrecord.vocabulary import Found, PartKind, Span

_NAME = r"(?:[Tt]he\s)?[A-Z0-9À-Þ][\w&.'’-]*(?:\s(?:[A-Z0-9À-Þ&][\w&.'’-]*|of|the|and|de|la|du|for|in|&)){0,5}"
_COPYRIGHT = r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|[Pp]resent))?"
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "copyright",
        re.compile(
            rf"{_COPYRIGHT}(?:\s?(?:{_COPYRIGHT}|by|of|[Aa]ll [Rr]ights [Rr]eserved\.?|-|–|—|:|,|\||{_YEARS}))*"
            rf"[\s,.|-]*(?P<name>{_NAME})"
        ),
    ),
    ("copyright", re.compile(rf"(?P<name>{_NAME})\s?(?:©|\([cC]\))\s?(?:19|20)\d\d")),
    ("copyright", re.compile(rf"\A\W*(?P<name>(?!Copy|COPY|\d){_NAME}?)[\s,.–-]+[Aa]ll [Rr]ights [Rr]eserved")),
    (
        "app prompt",
        re.compile(rf"\A\W*(?:[Dd]ownload|[Gg]et|DOWNLOAD|GET|[Ii]nstall)?\s?(?:the\s|our\s)?(?P<name>{_NAME})\s(?:[Mm]obile\s)?[Aa]pp\b"),
    ),
    ("app prompt", re.compile(rf"\b(?:on|with|via|using|download)\sthe\s(?P<name>{_NAME})\s(?:[Mm]obile\s)?[Aa]pp\b")),
    (
        "newsletter prompt",
        re.compile(
            rf"(?:[Ss]ubscribe|SUBSCRIBE|[Ss]ign up|[Rr]egister|[Ss]igned up)\s(?:to|for)\s(?:the\s|our\s|free\s)*(?P<name>{_NAME}?)"
            r"(?:['’]s?)?\s(?:daily\s|weekly\s|free\s|e-?mail\s|morning\s)*"
            r"(?:[Uu]pdates?|[Nn]ewsletters?|[Aa]lerts?|[Bb]riefing|channel|podcast|on\s(?:YouTube|Telegram))\b"
        ),
    ),
    (
        "follow prompt",
        re.compile(
            rf"\A\W*(?:[Ff]ollow|[Ll]ike|[Jj]oin|FOLLOW|[Vv]isit|[Ff]ind)\s(?:the\s)?(?P<name>{_NAME}?)(?:['’]s?)?"
            r"\s(?:on|WhatsApp|Telegram|channel|Channel)\b"
        ),
    ),
    (
        "site footer",
        re.compile(
            r"\A\W*(?:[Aa]bout|ABOUT|[Cc]ontact|CONTACT|[Ww]elcome to|[Aa]dvertise (?:with|in|on)|[Ss]upport|[Dd]onate to|"
            rf"[Mm]ore (?:from|on|at)|MORE FROM)\s(?P<name>{_NAME})\W*\Z"
        ),
    ),
    (
        "site footer",
        re.compile(
            rf"\A\W*(?P<name>{_NAME})\s(?:is (?:owned|published|operated) by|is not responsible for|"
            r"is (?:a|an|the) [^.]{0,60}(?:news|newspaper|magazine|website|outlet|broadcaster|media|portal|publication))\b"
        ),
    ),
)
_COMMON = (
    "us me this our the a an all rights reserved copyright cookies google facebook twitter youtube instagram whatsapp telegram linkedin"
    " news more here now today latest related author authors writer team advertising privacy policy terms home my your him her them"
    " breaking daily weekly world free local e-mail email newsletter newsletters site website page app android ios iphone download"
    " mobile subscribe these other another creative commons wordpress wix inc ltd no contact about store play apple topics topic"
    " updates getty images shutterstock unsplash pixabay wikimedia powered by designed developed"
)
_NOT_NAMES = frozenset(_COMMON.split())
_TRAILING = re.compile(
    r"['’]s?\Z|[\s,.]+(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?|All\b.*|Inc|Ltd|LLC|LLP|Limited|Co|Corp|Corporation|Company|"
    r"Pvt|GmbH|PLC|plc|Group|S\.?A|Sdn|Bhd|Pte|Media Group|Private|Powered.*|Designed.*|Terms.*|Privacy.*|App|Mobile|and|of|"
    r"the|for|in|&)?[\s,.]*\Z"
)
_STAMPS = "UPDATE UPDATED UPDATES LEAD EXCLUSIVE WATCH PHOTO PHOTOS VIDEO VIDEOS LIVE BREAKING CORRECTED DEVELOPING ANALYSIS"
_MASTHEAD = re.compile(
    rf"(?=.*\b(?:Times|Post|Herald|Tribune|Gazette|Telegraph|Chronicle|Observer|Journal|Mirror|Standard|Guardian|Independent|Star|Sun|Monitor"
    rf"|Sentinel|Ledger|Inquirer|Examiner|Bulletin|Courier|Dispatch|Mail|Express|Argus|Nation|Reporter)\b){_NAME}"
)
_MARKS = frozenset(_STAMPS.split())
_DOMAIN = re.compile(
    r"\A\W*(?:www\.|https?://(?:www\.)?)?(?P<name>[A-Za-z0-9-]{2,40}\.(?:com|org|net|info|news|asia|co\.\w\w|com\.\w\w|in|"
    r"id|kr|jp|my|ph|pk|ng|ke|uk))/?\W*\Z"
)


def outlet(page: Layout) -> Found[str] | None:
    """The outlet that the page names as itself, by the strongest evidence there is; None where it names none."""
    return next(_by_dateline(page), None) or next(_by_title(page), None) or _by_furniture(page) or next(_by_domain(page), None)


def _by_dateline(page: Layout) -> Iterator[Found[str]]:
    """`Seoul (AsiaNews) –`: an agency of the list there is whom the report comes from, not who printed it."""
    body = [index for index, kind in enumerate(page.kinds) if kind is PartKind.BODY]
    for index in body[:3]:
        line = page.lines[index]
        head = dateline(line)
        if head and canonical(head.organisation) is None and _is_house(head.organisation, alone=head.organisation_start <= 1):
            yield _found(head.organisation, line, head.organisation_start, "dateline")


def _by_title(page: Layout) -> Iterator[Found[str]]:
    for index, kind in enumerate(page.kinds):
        behind = outlet_behind(page.lines[index].words) if kind is PartKind.TITLE else None
        if behind is not None:
            name = page.lines[index].words[behind[1] : behind[2]]
            if _is_name(name) and _elsewhere(page, index, name):
                yield _found(name, page.lines[index], behind[1], "title")


def _elsewhere(page: Layout, index: int, name: str) -> bool:
    """Whether `Headline - Words` is not just a headline with a dash: the words stand elsewhere on the page, or the dash is a bar."""
    if "|" in page.lines[index].words:
        return True
    return any(name in line.words for i, line in enumerate(page.lines) if i != index and page.kinds[i] is not PartKind.BODY)


def _by_furniture(page: Layout) -> Found[str] | None:
    """Copyright lines first, then prompts; a name that several lines give wins among those of a kind."""
    found: list[tuple[int, Found[str]]] = []
    for index, kind in enumerate(page.kinds):
        line = page.lines[index]
        dates = page.dates[index]
        if kind is PartKind.DATE and dates is not None and dates.outlet:
            found.append((1, _found(dates.outlet, line, line.words.index(dates.outlet), "footer: published in")))
        if kind is not PartKind.NOT_BODY or len(line.words) > 400 or "image" in page.whys[index]:
            continue
        if page.whys[index].startswith("header") and _MASTHEAD.fullmatch(line.words) and not line.ends_sentence:
            found.append((len(_RULES), _found(line.words, line, 0, "masthead")))
            continue
        for rank, (basis, pattern) in enumerate(_RULES):
            match = pattern.search(line.words)
            name = _trimmed(match["name"]) if match else ""
            if match and _is_name(name) and canonical(name) is None and (basis != "follow prompt" or NEWSY.search(name)):
                found.append((rank, _found(name, line, match.start("name"), basis)))
                break
    if not found:
        return None
    votes = Counter(_bare(candidate) for _, candidate in found)
    chosen = min(found, key=lambda pair: (-votes[_bare(pair[1])], pair[0]))[1]
    # The fullest form is the name: `The Lomba Mail` above and `Lomba Mail, all rights reserved` below.
    return max((candidate for _, candidate in found if _bare(candidate) == _bare(chosen)), key=lambda candidate: len(candidate.value))


def _bare(candidate: Found[str]) -> str:
    return candidate.value.casefold().removeprefix("the ")


def _by_domain(page: Layout) -> Iterator[Found[str]]:
    """A line that is nothing but the site's address, beside the byline or at the foot."""
    for index, kind in enumerate(page.kinds):
        match = _DOMAIN.match(page.lines[index].words) if kind in (PartKind.NOT_BODY, PartKind.BYLINE) else None
        if match and "furniture: link" not in page.whys[index]:
            yield _found(match["name"], page.lines[index], match.start("name"), "site address")


def _is_house(name: str, *, alone: bool) -> bool:
    """Whether brackets in a dateline hold an outlet. Without a place before them they may hold the place: `(Beirut) –`."""
    if not _is_name(name) or "," in name or name.split(maxsplit=1)[0].strip(":").upper() in _MARKS:
        return False
    return not alone or bool(NEWSY.search(name) or re.search(r"\d|\.\w|[a-z][A-Z]|[A-Z]{3}", name))


def _trimmed(name: str) -> str:
    while True:
        shorter = _TRAILING.sub("", name)
        if shorter == name:
            return name
        name = shorter


def _is_name(name: str) -> bool:
    words = [word.strip(".,'’").casefold() for word in name.split()]
    return (
        2 <= len(name) <= 60
        and any(c.isalpha() for c in name)
        and not all(word in _NOT_NAMES for word in words)
        and words[0] not in ("us", "our", "this", "my", "your")
    )


def _found(name: str, line: Line, start: int, basis: str) -> Found[str]:
    at = line.span.start + start
    return Found(name, name, Span(at, at + len(name)), basis)
