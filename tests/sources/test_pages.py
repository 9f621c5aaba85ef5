import pytest

from onrecord.sources import collect
from tests.sources.more_pages import PAGES as MORE_PAGES
from tests.sources.pages import PAGES, Page


@pytest.fixture(params=[*PAGES, *MORE_PAGES], ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> Page:
    chosen: Page = request.param
    return chosen


def test_each_line_is_what_it_is(page):
    report = collect(page.text.encode(), "page.txt")
    assert [(part.kind.value, part.span.of(report.text)) for part in report.parts] == page.lines


def test_what_the_page_tells_of_itself(page):
    report = collect(page.text.encode(), "page.txt")
    found = {
        "outlet": report.outlet and report.outlet.value,
        "published": report.published and report.published.value.isoformat(),
        "credits": tuple(credit.value for credit in report.credits),
        "title": report.title and report.title.value,
        "notices": tuple(notice.code for notice in report.notices),
    }
    assert found == {name: getattr(page, name) for name in found}


def test_findings_stand_where_they_say(page):
    report = collect(page.text.encode(), "page.txt")
    for found in (report.outlet, report.title, report.author, report.published, *report.credits):
        if found is not None and found.span is not None:
            assert found.span.of(report.text) == found.as_written
            assert found.basis
