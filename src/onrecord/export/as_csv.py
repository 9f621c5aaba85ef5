"""`csv`: one row a statement of the whole story, for spreadsheets.

UTF-8 with a byte order mark (Excel then reads it as UTF-8), comma-separated, CRLF, every cell quoted. The first column of every row says
that this is a working export, so a row that is sorted, filtered or pasted elsewhere still says so. Places are `[start,end)` in code
points of the report's text, one for each piece. A cell that a spreadsheet could take for a formula gets a leading apostrophe.
"""

import csv
import io
from threading import Lock

from onrecord.errors import ExportError
from onrecord.export.wording import NOTICE, words, writable
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Span

COLUMNS = (
    "notice", "id", "report", "outlet", "published", "source", "cue", "act", "content", "quoted", "speaker", "via", "said_earliest",
    "said_latest", "score", "source_at", "cue_at", "content_at", "sha256", "model",
)  # fmt: skip

# OWASP's list of first characters that Excel, LibreOffice or Sheets may take for a formula, with their full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"
_LIMIT = Lock()


def render(entries: tuple[Entry, ...], title: str) -> str:  # noqa: ARG001 - a row has no place for the story's title
    """The whole file as text, byte order mark included; read back and compared before it is returned."""
    rows = [COLUMNS, *(_row(entry, stored) for entry in entries for stored in entry.statements)]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([[guarded(cell) for cell in row] for row in rows])
    text = out.getvalue()
    if [[unguarded(cell) for cell in row] for row in _read_back(text)] != [list(row) for row in rows]:
        raise ExportError(
            "The table did not read back as it was written.", "Nothing was written. Please report this with the story's size."
        )
    return "\ufeff" + text


def _read_back(text: str) -> list[list[str]]:
    # The limit is one for the whole process: a second export that set it back in the middle of the first would fail that one.
    with _LIMIT:
        before = csv.field_size_limit()
        csv.field_size_limit(max(before, len(text)))
        try:
            return list(csv.reader(io.StringIO(text, newline="")))
        finally:
            csv.field_size_limit(before)


def guarded(cell: str) -> str:
    """The cell as it is safe in a spreadsheet."""
    return _APOSTROPHE + cell if cell.startswith((*_FORMULA_STARTS, _APOSTROPHE)) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith(_APOSTROPHE) else cell


def _row(entry: Entry, stored: StoredStatement) -> tuple[str, ...]:
    report, told = entry.report, stored.statement
    cells = (
        NOTICE,
        stored.id,
        entry.name,
        report.outlet.value if report.outlet else "",
        report.published.value.isoformat() if report.published else "",
        words(report.text, told.source),
        words(report.text, told.cue),
        told.act.value,
        words(report.text, told.content),
        told.quoted.value,
        told.speaker or "",
        "; ".join(told.via),
        told.said_on.earliest.isoformat() if told.said_on else "",
        told.said_on.latest.isoformat() if told.said_on else "",
        f"{told.score:.3f}",
        _places(told.source),
        _places(told.cue),
        _places(told.content),
        report.sha256,
        entry.model,
    )
    return tuple(writable(cell).replace("\0", "\ufffd") for cell in cells)


def _places(spans: tuple[Span, ...]) -> str:
    """Not `12-40` or `12:40`, which spreadsheets turn into a date or a time."""
    return " ".join(f"[{span.start},{span.end})" for span in spans)
