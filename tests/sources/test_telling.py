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
        ("SAMPLETOWN - The minister – a lawyer – said that it was closed.", "The minister – a lawyer – said that it was closed."),
        ("NEW SAMPLE: The minister said that it was closed.", "The minister said that it was closed."),
        ("SAMPLETOWN, Samplia — The minister – a lawyer – said so.", "The minister – a lawyer – said so."),
        ("Sample Penh – The minister said that it was closed.", "The minister said that it was closed."),
        ("Sampletown (Reuters) — The minister – a lawyer – said so.", "The minister – a lawyer – said so."),
        ("UNITED NATIONS, Oct. 9 (Xinhua) -- The envoy said so.", "The envoy said so."),
        ("date 2023-08-19 Sampletown [South Samplia], August 19 : The minister said so.", "The minister said so."),
        ("date 2023-08-19 Sampletown [South Samplia], August 19 (ANI): South Samplia said so.", "South Samplia said so."),
    ],
)
def test_a_dateline_is_not_read(first: str, read: str) -> None:
    text = f"Border stays closed, minister says\n\n{first}\n\nHe added that nobody had crossed it since the spring of the year before.\n"
    spans = telling(text, describe(text).parts)
    assert [s.of(text) for s in spans][1] == read


@pytest.mark.parametrize(
    "first",
    [
        "Human Rights Watch – the New York-based group – said on Friday that the border was closed.",
        "Antonio Guterres — the United Nations chief — said that the border was closed.",
        "Human Rights Watch (HRW) – The New York-based group has long watched this – said on Friday that it was closed.",
        "Human Rights Watch – It was the group that said on Friday that the border was closed.",
        "Dana Sample – Head of the border guard – said that it was closed.",
        "The Sample Ministry on Oct. 9 – Two days after the closing – said that the border was closed.",
        "Foreign Minister Sample – Speaking on Friday, he said that the border was closed.",
        "UNHCR – The agency for refugees said that the border was closed.",
        '"SAMPLE: The border is closed, and it will stay closed for another year," she wrote.',
        "NATO - the alliance of the West - said that the border was closed.",
    ],
)
def test_who_speaks_is_read_where_an_aside_follows(first: str) -> None:
    text = f"Border stays closed, minister says\n\n{first}\n\nHe added that nobody had crossed it since the spring of the year before.\n"
    assert first in [s.of(text) for s in telling(text, describe(text).parts)]


def test_speakers_of_a_transcript_are_read() -> None:
    turns = ["SAMPLE: The border is closed, and it will stay closed.", "KIM: When will the border be open again for the people there?"]
    text = "Border stays closed, minister says\n\n" + "\n\n".join(turns) + "\n"
    spans = [s.of(text) for s in telling(text, describe(text).parts)]
    assert spans[-2:] == turns


def test_a_line_of_sections_is_no_headline() -> None:
    page = (
        "ASIA – SAMPLES\nMinistry stands by its account, but gives no number\nby Dana Sample\n\n"
        "The ministry said on Friday that its account of the sample matter was right, and it gave no number.\n\n"
        "A spokesman said that the number of people would be told on another day of the week.\n"
    )
    report = collect(page.encode(), "page.txt")
    assert report.title is not None
    assert report.title.value == "Ministry stands by its account, but gives no number"
