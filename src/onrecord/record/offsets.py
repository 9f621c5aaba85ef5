"""Whether a text still stands in the raw bytes where its offset map says."""

from onrecord.record.entry import Verdict
from onrecord.vocabulary import Report

_Verdict = tuple[Verdict, str]


def check_offsets(report: Report, raw: bytes) -> _Verdict:
    """Decode `raw` as was recorded and compare, run by run, the characters that should be the same.

    A run of one character that differs stands for a longer form (an HTML entity, a line end); where bytes could not be read, or the
    encoding is a mixture, a difference shows nothing. Both are said, not held against the story.
    """
    decoding = report.decoding
    try:
        decoded = raw.decode(decoding.encoding, "replace" if decoding.replaced else "strict")
    except (LookupError, UnicodeDecodeError):
        return Verdict.NOT_CHECKED, f"The raw bytes cannot be decoded again as {decoding.encoding}."
    if decoding.basis == "bom":
        decoded = decoded.removeprefix("\ufeff")  # the raw text begins after the mark
    standing = differing = 0
    for run in report.offsets.runs:
        same = report.text[run.text_start : run.text_start + run.length] == decoded[run.raw_start : run.raw_start + run.length]
        if not same and run.length > 1:
            differing += 1
        elif not same:
            standing += 1
    runs = len(report.offsets.runs)
    if differing and decoding.replaced:
        return Verdict.NOT_CHECKED, f"{decoding.replaced} bytes could not be read as {decoding.encoding}, so the places cannot be compared."
    if differing:
        return Verdict.FAIL, f"{differing} of {runs} runs do not hold the characters of the raw text."
    if runs and standing == runs:
        return Verdict.NOT_CHECKED, "Every character stands for a longer form in the raw text."
    stand = f"; single characters that stand for longer forms and were not compared: {standing}" if standing else ""
    return Verdict.PASS, f"Runs that hold the characters of the raw text: {runs - standing}{stand}."
