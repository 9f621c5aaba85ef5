"""Captions that give themselves away by whom the picture belongs to."""

import re

from onrecord.sources.lines import Line

_AGENCIES = (
    r"(?:AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|EFE|Getty(?: Images)?|GETTY(?: IMAGES)?|Yonhap|YONHAP|Xinhua|XINHUA|Kyodo|KYODO|ANI|PTI|ANTARA"
    r"|Antara|Anadolu(?: Agency)?|AA|dpa|DPA|PA|ANSA|TASS|KCNA|ZUMA|NurPhoto|POOL|Pool|VCG|CNS|Bernama|SOPA|SIPA)"
)
_STOCKS = (
    r"(?:Getty Images|Shutterstock|iStock|Alamy(?: Stock Photo)?|EPA-EFE|REUTERS|Wikimedia(?: Commons)?|Unsplash|Pixabay|Flickr|AFP|AP)"
)
_PICTURE = r"(?i:photo|image|picture|photograph|pic|credit|illustration)"
_INSIDE = r"[^()\[\]]"
_ENDS = (
    # (STR/AFP via Getty Images), (AP Photo/Name)
    rf"[(\[](?:{_INSIDE}{{0,60}}[/,–—-]\s?|{_INSIDE}{{0,40}}\svia\s)?{_AGENCIES}"
    rf"(?:\s?[/,–—-]\s?{_INSIDE}{{2,50}}|\sphoto{_INSIDE}{{0,30}}|\svia\s{_INSIDE}{{2,40}}|\sfile)[)\]]",
    # (Photo: Name), [screenshot]
    rf"[(\[]\s?(?:screenshot|screengrab|(?:{_PICTURE}|file|source|courtesy|video)\b{_INSIDE}{{2,70}})[)\]]",
    # (Facebook, Name photo), (Name/AP)
    rf"[(\[]{_INSIDE}{{0,50}}\s(?:photo|via\s(?:AP|AFP|Getty Images|REUTERS|Reuters|X|Twitter|Facebook))[)\]]",
    r"[(\[]\s?Getty Images[)\]]",
    # Photo: Name; Picture by Name
    rf"\b{_PICTURE}s?(?: credits?)?\s?(?::|\sby\s|©)\s?[^.:]{{2,60}}",
    # REUTERS/Name
    r"(?:AFP|AP|EPA|REUTERS|Reuters|[Pp]hoto)\s?/\s?\w[^.]{2,40}",
    # Name / Getty Images
    rf"\b(?:via|/|/\s|[|–—-]\s?)\s?{_STOCKS}",
    r"\bAP Photo\b.{0,40}",
    r"\bGetty Images",
    # words of a caption © 2021 Name
    r"\w.{10}©\s?(?:(?:19|20)\d\d\s)?[^.©]{2,60}",
)
_CREDIT = re.compile(rf"(?:{'|'.join(_ENDS)})[\s.\])]*\Z")
_AGENCY_LAST = re.compile(rf"[.!?]['\"’”]?\s{_AGENCIES}(?:[\s/,-]{{1,3}}[A-Z][\w .-]{{1,30}})?\.?\Z")
_HINTS = (
    "© photo image picture credit getty afp ap epa reuters shutterstock courtesy screen file source pic illustration video via flickr"
    " wikimedia unsplash pixabay alamy istock pool xinhua yonhap /"
)
_ANY_HINT = tuple(_HINTS.split())
_MOST_WORDS = 80
_LOOKED_AT = 120


def ends_with_credit(line: Line) -> bool:
    """Whether a line ends with the credit of a picture. A report that an agency's name ends with is none."""
    tail = line.end[-_LOOKED_AT:]
    small = tail.casefold()
    return line.size <= _MOST_WORDS and any(hint in small for hint in _ANY_HINT) and _CREDIT.search(tail) is not None


def ends_with_agency(line: Line) -> bool:
    """Whether a line ends with an agency's bare name. Inside of an article that is a caption; its last line may be signed so too."""
    return line.size <= _MOST_WORDS and _AGENCY_LAST.search(line.end[-_LOOKED_AT:]) is not None
