"""The formats by name, and the two things that can be done with them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import ExportError
from onrecord.export import as_csv, as_html, as_record
from onrecord.export.checked import checked
from onrecord.export.replacing import replace_file
from onrecord.record.entry import Entry


@dataclass(frozen=True, slots=True)
class Format:
    """One form that a story can leave in.

    `name` is what a person types, `suffix` the usual file name ending with its dot, `media_type` for web servers, `purpose` one phrase for
    a help text. `render` makes the whole file's text from checked entries and the story's title.
    """

    name: str
    suffix: str
    media_type: str
    purpose: str
    render: Callable[[tuple[Entry, ...], str], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        made.name: made
        for made in (
            Format("record", ".json", "application/json", "everything, for programs", as_record.render),
            Format("csv", ".csv", "text/csv; charset=utf-8", "one row a statement, for spreadsheets", as_csv.render),
            Format("html", ".html", "text/html; charset=utf-8", "one page to read, search and print offline", as_html.render),
        )
    }
)


def render(entries: Iterable[Entry], format: str, *, title: str) -> str:
    """The text of an export, checked. ExportError where the format is unknown or the story does not hold together."""
    if format not in FORMATS:
        raise ExportError("There is no export format of that name.", f"Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[format].render(checked(entries), title)


def write(entries: Iterable[Entry], format: str, output: Path, *, title: str) -> None:
    """Write an export to `output` (UTF-8), all of it or nothing: a failure leaves what was there before. ExportError says what to do."""
    replace_file(output, render(entries, format, title=title).encode("utf-8"))
