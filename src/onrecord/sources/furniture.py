"""Whether a line gives itself away as furniture of the page: menus, share links, adverts, prompts, credits of pictures, notes."""

import re
from dataclasses import dataclass

from onrecord.sources.lines import Line
from onrecord.sources.phrases import WHOLE, Reach
from onrecord.sources.telltales import BEGINNINGS, SENTENCES


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line is furniture and how far that reaches."""

    why: str
    reach: Reach = Reach.LINE


_LONGEST_WHOLE = 110
_LONGEST_SENTENCES = 90

_WHOLE = tuple((Verdict(f"furniture: {why}", reach), re.compile(pattern)) for why, reach, pattern in WHOLE)
_BEGINNINGS = tuple((Verdict(f"furniture: {why}", reach), most, re.compile(pattern)) for why, reach, most, pattern in BEGINNINGS)
_SENTENCES = tuple((Verdict(f"furniture: {why}", reach), tuple(words.split()), re.compile(pattern)) for why, reach, words, pattern in SENTENCES)

_AGENCIES = r"AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|EFE|Getty(?: Images)?|GETTY(?: IMAGES)?|Yonhap|YONHAP|Xinhua|XINHUA|Kyodo|KYODO|ANI|PTI|ANTARA|Antara|Anadolu(?: Agency)?|AA|dpa|DPA|PA|ANSA|TASS|KCNA|ZUMA|NurPhoto|POOL|Pool|VCG|CNS|Bernama|SOPA|SIPA"
_CREDIT = re.compile(
    rf"""(?:
      [(\[](?:[^()\[\]]{{0,60}}[/,–—-]\s?|[^()\[\]]{{0,40}}\svia\s)?(?:{_AGENCIES})(?:\s?[/,–—-]\s?[^()\[\]]{{2,50}}|\sphoto[^()\[\]]{{0,30}}|\svia\s[^()\[\]]{{2,40}}|\sfile)[)\]]
    | [(\[]\s?(?:screenshot|screengrab|(?:photo|image|picture|pic|file|source|credit|courtesy|illustration|photograph|video)\b[^()\[\]]{{2,70}})[)\]]
    | [(\[][^()\[\]]{{0,50}}\s(?:photo|via\s(?:AP|AFP|Getty\sImages|REUTERS|Reuters|X|Twitter|Facebook))[)\]]
    | [(\[]\s?Getty\sImages[)\]]
    | \b(?:photo|image|picture|photograph|pic|credit|illustration)s?(?:\scredits?)?\s?(?::|\sby\s|©)\s?[^.:]{{2,60}}
    | (?:AFP|AP|EPA|REUTERS|Reuters|[Pp]hoto)\s?/\s?\w[^.]{{2,40}}
    | \b(?:via|/|/\s|[|–—-]\s?)\s?(?:Getty\sImages|Shutterstock|iStock|Alamy(?:\sStock\sPhoto)?|EPA-EFE|REUTERS|Wikimedia(?:\sCommons)?|Unsplash|Pixabay|Flickr|AFP|AP)
    | \bAP\sPhoto\b.{{0,40}}
    | \bGetty\sImages
    )[\s.\])]*\Z""",
    re.VERBOSE,
)
_PICTURE_WORDS = ("photo", "image", "picture", "credit", "getty", "afp", "ap", "epa", "reuters", "shutterstock", "courtesy", "screen", "file", "source", "pic",
                  "illustration", "video", "via", "flickr", "wikimedia", "unsplash", "pixabay", "alamy", "istock", "pool", "xinhua", "yonhap", "/")  # fmt: skip


def furniture(line: Line) -> Verdict | None:
    """Why `line` is part of the page and not of the article by its own words; None where they do not tell."""
    key = line.key
    if len(key) <= _LONGEST_WHOLE:
        trimmed = key.rstrip(" :.!…")
        for verdict, pattern in _WHOLE:
            if pattern.fullmatch(trimmed):
                return verdict
    size = line.size
    for verdict, most, pattern in _BEGINNINGS:
        if size <= most and pattern.match(key):
            return verdict
    if size <= _LONGEST_SENTENCES:
        for verdict, words, pattern in _SENTENCES:
            if any(word in key for word in words) and pattern.search(key):
                return verdict
    return _picture(line)


def _picture(line: Line) -> Verdict | None:
    """A caption that ends with whom the picture belongs to."""
    tail = line.end[-120:]
    small = tail.casefold()
    if line.size > 80 or not any(word in small for word in _PICTURE_WORDS):
        return None
    match = _CREDIT.search(tail)
    return Verdict("furniture: image credit") if match else None
