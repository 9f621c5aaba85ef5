"""Day, outlet, credits and author, one rule at a time."""

from datetime import date, timedelta

import pytest

from onrecord.sources import collect
from onrecord.sources.credits import is_mark
from onrecord.sources.dates import WrittenDate, weekday_in, written_dates
from onrecord.vocabulary import Report

BODY = (
    "Police in Lomba said on Tuesday that they had arrested two men over the beating of a radio host last month.\n\n"
    "The host, Sara Nkomo, was attacked outside her station. She has since left hospital.\n"
)


def read(text: str) -> Report:
    return collect(text.encode(), "a.txt")


def day_of(text: str) -> str | None:
    found = read(text).published
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-05-14", "2021-05-14"),
        ("2021-05-14T10:20:00Z", "2021-05-14"),
        ("2021/5/4", "2021-05-04"),
        ("14.5.2021", "2021-05-14"),
        ("May 14, 2021", "2021-05-14"),
        ("Friday, May 14th, 2021 10:20 a.m. ET", "2021-05-14"),
        ("14 May 2021", "2021-05-14"),
        ("14th of May, 2021", "2021-05-14"),
        ("14-May-2021", "2021-05-14"),
        ("Sept. 3, 2021 | 5 min read", "2021-09-03"),
        ("5/14/2021, 19.20", "2021-05-14"),
        ("14/5/2021", "2021-05-14"),
        ("Posted on 14 May 2021 by admin", "2021-05-14"),
        ("Publié le 14 mai 2021 à 10h20", "2021-05-14"),
        ("14 de mayo de 2021", "2021-05-14"),
        ("14. Mai 2021", "2021-05-14"),
        ("2021년 5월 14일", "2021-05-14"),
        ("Lomba, May 14, 2021", "2021-05-14"),
    ],
)
def test_a_header_tells_the_day_in_many_ways(written, day):
    assert day_of(f"Two men held over attack on radio host\n{written}\n\n{BODY}") == day


@pytest.mark.parametrize(
    "dateline",
    [
        "LOMBA, May 18, 2021 (UPI) --",
        "Lomba [Ruvenia], 18 May 2021:",
        "date 2021-05-18 Lomba [Ruvenia], May 18 :",
        "(Lomba, May 18, 2021) –",
    ],
)
def test_a_dateline_tells_the_day(dateline):
    assert day_of(f"{dateline} {BODY}") == "2021-05-18"


def test_a_dateline_without_a_year_is_no_day_but_a_notice():
    report = read(f"LOMBA, May 18 (UPI) -- {BODY}")
    assert report.published is None
    assert [notice.code for notice in report.notices] == ["published:no-year"]


def test_another_date_settles_which_number_is_the_day():
    assert day_of(f"Two men held over attack\nPublished 03/05/2021, updated 16/05/2021\n\n{BODY}") == "2021-05-03"
    assert day_of(f"Two men held over attack\n05/03/2021\n\nLOMBA, May 3 – {BODY}") == "2021-05-03"


def test_a_day_to_come_is_not_believed():
    far = date.today() + timedelta(days=400)
    report = read(f"Two men held over attack\n{far.isoformat()}\n\n{BODY}")
    assert report.published is None
    assert [notice.code for notice in report.notices] == ["published:future"]
    # The notice is part of what is kept of a source: read again on another day, it has to be the same.
    assert date.today().isoformat() not in report.notices[0].message
    assert "still to come" in report.notices[0].message


def test_days_in_sentences_and_of_other_stories_are_not_the_publication():
    trial = "The trial opens on March 3, 2022, the court said in a statement."
    assert day_of(f"Two men held over attack\n\n{BODY}\n{trial}\n\nRelated stories\nHost beaten\n12 April 2021\n") is None


def test_the_published_day_wins_over_the_updated_one():
    assert day_of(f"Two men held over attack\nUpdated: 20 May 2021\nPublished: 18 May 2021\n\n{BODY}") == "2021-05-18"


def test_a_footer_that_says_where_it_was_printed():
    report = read(f"Two men held over attack\n\n{BODY}\nPublished in The Lomba Mail, May 19th, 2021\n")
    assert report.published is not None
    assert (report.published.value, report.published.basis) == (date(2021, 5, 19), "footer: published")
    assert report.outlet is not None
    assert report.outlet.value == "The Lomba Mail"


@pytest.mark.parametrize(
    ("extra", "outlet"),
    [
        ("© 2021 Lomba Mail. All rights reserved.", "Lomba Mail"),
        ("Copyright © 2019-2021 Lomba Mail Ltd.", "Lomba Mail"),
        ("All rights reserved © Lomba Mail 2021", "Lomba Mail"),
        ("Lomba Mail News App", "Lomba Mail News"),
        ("Subscribe to the Lomba Mail newsletter", "Lomba Mail"),
        ("Sign up for The Lomba Mail's daily briefing", "The Lomba Mail"),
        ("Follow Lomba Mail on Twitter", "Lomba Mail"),
        ("About Lomba Mail", "Lomba Mail"),
        ("lombamail.com", "lombamail.com"),
        ("Copyright AFP 2021. All rights reserved.", None),
        ("Subscribe to our newsletter", None),
        ("Follow us on Facebook", None),
        ("Follow Jane Harper on Twitter", None),
        ("© Getty Images", None),
        ("All rights reserved.", None),
    ],
)
def test_a_page_names_itself_or_not(extra, outlet):
    found = read(f"Two men held over attack on radio host\n\n{BODY}\n{extra}\n").outlet
    assert (found and found.value) == outlet


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("Lomba (RuvenNews) –", "RuvenNews"),
        ("LOMBA (Reuters) -", None),
        ("(Lomba) –", None),
        ("LOMBA, May 18 (UPDATED) –", None),
    ],
)
def test_an_outlet_in_a_dateline_is_one_only_where_it_is_no_agency_and_no_place(dateline, outlet):
    found = read(f"{dateline} {BODY}").outlet
    assert (found and found.value) == outlet


@pytest.mark.parametrize(
    ("sentence", "credits"),
    [
        ("The men deny it, VOA reported.", {"Voice of America"}),
        ("The men deny it, the Associated Press and Reuters reported.", {"Associated Press", "Reuters"}),
        ("According to the state-owned Xinhua News Agency, the men deny it.", {"Xinhua"}),
        ("“We deny it,” one of them told the BBC.", {"BBC"}),
        ("The men deny it, Voice of America (VOA) reported.", {"Voice of America"}),
        ("In an interview with Radio Free Asia, one of the men denied it.", {"Radio Free Asia"}),
        ("The Lomba Herald reported that the men deny it.", {"Lomba Herald"}),
        ("The men deny it. (AFP)", {"Agence France-Presse"}),
        ("A Reuters journalist was among those beaten by the police at the gate.", set()),
        ("Lawyers of the BBC asked the court for a delay.", set()),
        ("According to Watchkeepers, the men deny it.", set()),
        ("The Associated Press of citizens deny it.", set()),
    ],
)
def test_who_is_credited(sentence, credits):
    assert {credit.value for credit in read(BODY + sentence + "\n\n" + BODY).credits} == credits


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("(AFP)", True),
        ("Source: Reuters", True),
        ("Reuters/AP", True),
        ("– ANI", True),
        ("Reuters said", False),
        ("Police", False),
        ("", False),
    ],
)
def test_lines_that_are_an_agencys_mark(line, mark):
    assert is_mark(line) is mark


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("by Jane Harper", "Jane Harper"),
        ("By JANE HARPER and TOM OTIENO", "JANE HARPER and TOM OTIENO"),
        ("By Jane Harper | May 14, 2021", "Jane Harper"),
        ("By Jane Harper, Lomba", "Jane Harper, Lomba"),
        ("Written by: María de la Cruz", "María de la Cruz"),
        ("Author: Jane Harper", "Jane Harper"),
    ],
)
def test_who_signed(line, author):
    report = read(f"Two men held over attack on radio host\n{line}\n\n{BODY}")
    assert report.author is not None
    assert report.author.value == author


def test_a_sentence_that_begins_with_by_is_no_byline():
    report = read(f"{BODY}\nBy Monday the men had been moved to another prison, their lawyer said.\n\n{BODY}")
    assert report.author is None


@pytest.mark.parametrize("words", ["1,200", "9/11", "in 2021", "May I ask", "the 14th", "32/32/2021", "2021-13-45", "5-4-3-2021", "10.20"])
def test_what_is_no_date(words):
    assert list(written_dates(words)) == []


def test_both_readings_of_a_date_are_kept():
    assert list(written_dates("on 04/05/2021.")) == [WrittenDate(3, 13, "04/05/2021", (date(2021, 5, 4), date(2021, 4, 5)))]


def test_weekdays():
    assert [weekday_in(words) for words in ("Tue 4/5", "on Thursday", "monthly", "Mon or Tue", "sunset")] == [1, 3, None, None, None]
