"""Bytes to reports: which files are meant, what they hold, what of it is the article, and who published it when.

The raw text of a source is its decoded characters without a byte-order mark. The text that is read, and that all spans count in, is

- of plain text, the raw text with `\\n` for every line end and without other control characters but tabs;
- of HTML, all that the page shows, one line to a block, white space folded to single spaces, references replaced by what they stand for.

`Report.offsets` leads from that text to the raw one. A run of one character may stand for a longer form that begins at its raw place.
"""

from onrecord.sources.agencies import forms_of
from onrecord.sources.collecting import STATED, collect
from onrecord.sources.describing import describe
from onrecord.sources.finding import ENDINGS, Candidate, find, printable
from onrecord.sources.telling import telling

__all__ = ["ENDINGS", "STATED", "Candidate", "collect", "describe", "find", "forms_of", "printable", "telling"]
