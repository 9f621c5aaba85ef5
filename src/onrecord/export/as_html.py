"""`html`: one self-contained page for people: read, searched and printed from a USB stick, with or without script."""

from onrecord.export.page.proof import prove
from onrecord.export.page.whole import whole
from onrecord.record.entry import Entry


def render(entries: tuple[Entry, ...], title: str) -> str:
    """The page, read back and compared with the reports before it is returned."""
    page = whole(entries, title)
    prove(page, entries)
    return page
