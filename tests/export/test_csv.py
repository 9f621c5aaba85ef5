import csv
import io

import pytest

from onrecord import export
from onrecord.export.as_csv import COLUMNS, guarded, unguarded
from tests.export.story import HERALD, entry, herald, hostile, told


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_one_row_a_statement_with_its_places() -> None:
    found = rows(export.render([herald(), hostile()], "csv", title="T"))
    assert len(found) == 7
    assert tuple(found[0]) == COLUMNS
    row = found[2]
    assert {row["notice"] for row in found} == {"working export, not for publication"}
    assert row["content"] == "“A number is the last thing that anybody agrees on,” […] “We keep our list open.”"
    start, end = row["cue_at"].strip("[)").split(",")
    assert HERALD[int(start) : int(end)] == "said"
    assert (row["published"], row["outlet"], row["score"]) == ("2023-10-16", "Sample Herald", "0.900")


def test_a_cell_may_be_longer_than_python_reads_by_default() -> None:
    before = csv.field_size_limit()
    words = "and so on " * 20_000 + "to the end"
    text = f"A said {words}."
    made = export.render([entry(1, text, [told(text, "A", "said", words)])], "csv", title="T")
    assert csv.field_size_limit() == before < len(words)
    assert words in made


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    words = f"{start}HYPERLINK(1)"
    text = f"A said x.{words}."
    report = entry(1, text, [told(text, "A", "said", words)])
    cell = rows(export.render([report], "csv", title="T"))[0]["content"]
    assert cell == "'" + words
    assert unguarded(cell) == words
    assert guarded("plain = words") == "plain = words"
