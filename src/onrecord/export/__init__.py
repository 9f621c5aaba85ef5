"""Story to file: `record` (JSON for programs), `csv` (spreadsheets), `html` (one page for people). Each is checked before it is written."""

from onrecord.export.formats import FORMATS, Format, render, write

__all__ = ["FORMATS", "Format", "render", "write"]
