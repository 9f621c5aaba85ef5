"""What is read for statements: headline and body, not the dateline."""

import pytest

from onrecord.sources import collect, describe, telling


@pytest.mark.parametrize(
    ("first", "read"),
    [
        ("SAMPLETOWN, March 3 (Sample Wire) - The minister said that it was closed.", "The minister said that it was closed."),
        ("Sampletown (Sample Herald) – The minister said that it was closed.", "The minister said that it was closed."),
        (
            "Minister Sample: the border is closed, and it will stay closed.",
            "Minister Sample: the border is closed, and it will stay closed.",
        ),
        ("The minister said that it was closed – and would stay so.", "The minister said that it was closed – and would stay so."),
    ],
)
def test_a_dateline_is_not_read(first: str, read: str) -> None:
    text = f"Border stays closed, minister says\n\n{first}\n\nHe added that nobody had crossed it since the spring of the year before.\n"
    spans = telling(text, describe(text).parts)
    assert [s.of(text) for s in spans][1] == read


def test_a_line_of_sections_is_no_headline() -> None:
    page = (
        "ASIA – SAMPLES\nMinistry stands by its account, but gives no number\nby Dana Sample\n\n"
        "The ministry said on Friday that its account of the sample matter was right, and it gave no number.\n\n"
        "A spokesman said that the number of people would be told on another day of the week.\n"
    )
    report = collect(page.encode(), "page.txt")
    assert report.title is not None
    assert report.title.value == "Ministry stands by its account, but gives no number"
