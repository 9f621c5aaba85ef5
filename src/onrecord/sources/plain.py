"""Plain text: what is read of the raw text, and where it stands there."""

import re

from onrecord.errors import OversizedSource
from onrecord.vocabulary import OffsetMap, Run

MOST_RUNS = 1_000_000
"""Texts cut into more pieces by markup or control characters are refused: no report is one, and the map would fill the memory."""

_ODD = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]+")


def read_plain(raw: str, name: str) -> tuple[str, OffsetMap]:
    """The text of a plain raw text: line ends are `\\n`, other control characters but tabs are left out, all else is as it stands.

    OversizedSource where control characters cut it into more than `MOST_RUNS` pieces.
    """
    if _ODD.search(raw) is None:
        return raw, OffsetMap((Run(0, 0, len(raw)),) if raw else ())
    pieces: list[str] = []
    runs: list[Run] = []
    at = size = 0

    def keep(words: str, raw_start: int) -> None:
        nonlocal size
        if words:
            pieces.append(words)
            runs.append(Run(size, raw_start, len(words)))
            size += len(words)

    for odd in _ODD.finditer(raw):
        if odd[0] == "\r\n":
            keep(raw[at : odd.start()], at)
            at = odd.start() + 1
            continue
        keep(raw[at : odd.start()], at)
        at = odd.end()
        if len(odd[0]) == 1 and odd[0] in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
            pieces.append("\n")
            runs.append(Run(size, odd.start(), 1))
            size += 1
        check_pieces(len(runs), name)
    keep(raw[at:], at)
    return "".join(pieces), OffsetMap(tuple(runs))


def check_pieces(count: int, name: str) -> None:
    """OversizedSource where a text is cut into more than `MOST_RUNS` pieces."""
    if count > MOST_RUNS:
        raise OversizedSource(
            f"{name} is cut into more than {MOST_RUNS:,} pieces by its markup or control characters.",
            "Save the article's text alone, and add that file.",
        )
