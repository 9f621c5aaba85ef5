"""The agencies and outlets whose report a text says that it passes on."""

import re
from collections.abc import Iterable

from onrecord.sources.agencies import ANY, CANONICAL, canonical
from onrecord.vocabulary import Found, Span

_NEWSY = (
    r"(?:(?!The\s|In\s|On\s|But\s|And\s)[A-Z][\w&.-]*\s){1,3}(?:News|Times|Post|Herald|Tribune|Daily|Gazette|Telegraph|"
    r"Chronicle|Observer|Journal|Mirror|Standard|Press|Agency|TV|Television|"
    r"Radio|Broadcasting|Weekly|Today|Sinmun|Shimbun|Ilbo|Zeitung|Express)"
)
_NAME = re.compile(rf"(?<![\w/@.-])(?:{ANY}|{_NEWSY})(?![\w@])(?!['’]s\b)(?!\.(?:com|org|net)\b)")
_BEFORE = re.compile(
    r"(?:(?P<by>according to|as per|citing|cited by|cited in|quoted by|quoted in|reported by|reported in|reports? (?:by|"
    r"from|in)|told|interview (?:with|by|to|on|in|published (?:by|in))|interviewed by"
    r"|spoke to|speaking (?:to|with)|talking to|talked to|published (?:by|in|on)|broadcast (?:by|on)|aired (?:by|on)|"
    r"obtained by|seen by|reviewed by|confirmed to|inputs? (?:from|by)|sources? ?:|via|credit ?:"
    r"|in a (?:statement|report|dispatch|commentary) (?:to|by|carried by|on)|carried by|released by|run by|statement to|"
    r"comments? to|remarks to|writing in|wrote (?:in|for))"
    r"(?:\s+(?:the|a|an|[\w'’.-]+(?:-owned|-run|-funded|-based|-backed|-language)?)){0,6}?\s*|(?P<mark>[(\[–—-]\s?))\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s?\([\w./ -]{2,40}\))?"
    rf"(?:(?:,|,? and| &) (?:the )?(?:{ANY})){{0,3}},?"
    r"(?:\s(?:news agency|agency|news|newspaper|television|TV|radio|daily|website|has|had|have|also|earlier|later|first|it|which))"
    r"{0,3}\s(?P<tells>report(?:ed|s|ing)?|said|says|saying|quot(?:ed|es|ing)|cit(?:ed|es|ing)|wrote|writes|revealed|reveals|claimed|"
    r"published|broadcast|noted|disclosed|learned)\b"
)
_MARK = re.compile(
    rf"\W*(?:(?:source|sources|agency|agencies|with|via|by|news|from|credit)s?\W+)?(?:the\s)?(?:{ANY})(?:(?:\s?[/,&|+–-]\s?|"
    rf"\sand\s)(?:{ANY}))*\W*",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s?[)\]]|\s?[–—-]{1,2}(?:\s|\Z)|\s?[/,&]\s?|\s*\Z")
_LOOK_BACK = 90
_LONGEST = 20_000
"""Code points of one line that are looked through."""


def is_mark(words: str) -> bool:
    """Whether a line is nothing but agencies' names: `(AFP)`, `Source: Reuters`, `Reuters/AP`."""
    return len(words) <= 60 and _MARK.fullmatch(words) is not None and any(form in words for form in CANONICAL)


def credited(text: str, spans: Iterable[tuple[Span, bool]], outlet: str | None) -> tuple[Found[str], ...]:
    """Whom the lines at `spans` credit, each once, where first named; the report's own `outlet` is none of them.

    A span's flag says that the line is a byline or an agency's mark: there a name alone is a credit.
    """
    found: dict[str, Found[str]] = {}
    for span, alone in spans:
        for match in _NAME.finditer(text, span.start, min(span.end, span.start + _LONGEST)):
            known = canonical(match[0])
            name = known or match[0]
            if name in found or _same(name, outlet) or (alone and known is None):
                continue
            basis = _basis(text, span, match, alone)
            if basis:
                found[name] = Found(name, match[0], Span(match.start(), match.end()), basis)
    return tuple(found.values())


def _same(name: str, outlet: str | None) -> bool:
    return outlet is not None and re.sub(r"\W|^the ", "", name.casefold()) == re.sub(r"\W|^the ", "", outlet.casefold())


def _basis(text: str, span: Span, match: re.Match[str], alone: bool) -> str | None:
    """The words around a name that make it a credit."""
    if alone:
        return "credit: line"
    before = _BEFORE.search(text[max(span.start, match.start() - _LOOK_BACK) : match.start()])
    if before and before["by"]:
        return f"credit: {' '.join(before['by'].casefold().split())}"
    after = _AFTER.match(text, match.end(), min(span.end, match.end() + 120))
    if after:
        return f"credit: {after['tells']}"
    if before and before["mark"] and match[0] in CANONICAL and _CLOSED.match(text[match.end() : min(span.end, match.end() + 4)]):
        return _mark_basis(text, span, match)
    return None


def _mark_basis(text: str, span: Span, match: re.Match[str]) -> str | None:
    """`SEOUL (Reuters) -` at a line's start, `(AFP)` or `– Reuters` at its end; names in brackets elsewhere only explain letters."""
    if match.start() - span.start <= 60 and re.match(r"\W{0,2}[)\]]\s*[–—:-]", text[match.end() : match.end() + 6]):
        return "credit: dateline"
    return "credit: at the end" if not re.search(r"\w", text[match.end() : span.end]) else None
