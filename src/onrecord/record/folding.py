"""Letters as a search compares them: case, accents of Latin letters, kinds of quotation marks, dashes and spaces make no difference."""

import unicodedata
from functools import cache

_ALIKE = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—−",
    " ": "\t\n\x0b\x0c\r\x85\xa0\u2007\u202f\u2028\u2029\u3000\0",
    "σ": "ς",
}
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def _table() -> dict[int, str]:
    table = {ord(other): plain for plain, others in _ALIKE.items() for other in others}
    for code in _LATIN:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii():
            table[code] = base
    return table


def fold(text: str) -> str:
    """`text` with every difference removed that a search overlooks; each character stays in its place."""
    # The lower case of a capital sigma at the end of a word is the one that the table has just taken out.
    return text.translate(_table()).lower().replace("ς", "σ")
