import hashlib
import socket
import subprocess
import sys
import time
from datetime import date

import pytest

from onrecord.sources import collect
from onrecord.sources.language import language
from onrecord.vocabulary import Found, PartKind, Span
from tests.sources.pages import PAGES

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Gates opened | The Ledger</title>
<meta property="og:site_name" content="The Savannah Ledger"><meta name="author" content="Amina Okafor">
<meta property="article:modified_time" content="2024-05-01"><meta property="article:published_time" content="2024-03-14T23:35:00-05:00">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Dam gates opened without warning, villagers say</h1>
<p>By <a href="/a">Amina Okafor</a></p><time datetime="2024-03-14">14 March 2024</time>
<p>At least 40 homes were washed away in the Karu valley on Tuesday after the gates of a dam were opened, residents&nbsp;said.</p>
<p>&ldquo;Nobody told us anything,&rdquo; said <b>Musa</b> Danladi, a farmer. &#8220;We heard the water before we saw it.&#x201D;</p>
<div class="ad">Advertisement</div>
<p>The Federal Water Authority denied that it had acted without notice, according to Reuters. It said sirens were sounded.</p>
<h2>What comes next</h2>
<p>The state government promised an inquiry within two weeks. Similar promises were made after the floods of 2019.</p>
<p>Aid groups said that they had reached most of the villages by Wednesday, and that food was needed above all.</p>
</article></main>
<aside><h3>Related stories</h3><ul><li>Water board chief questioned over missing money</li><li>12 March 2024</li></ul></aside>
<footer><p>© 2024 The Savannah Ledger. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def page():
    return collect(PAGE.encode(), "page.html")


def lines(report, *kinds):
    return [span.of(report.text) for span in report.spans_of(*kinds)]


def test_a_page_is_told_from_its_article(page):
    assert page.media_type == "text/html"
    assert lines(page, PartKind.TITLE, PartKind.BYLINE, PartKind.DATE) == [
        "Dam gates opened without warning, villagers say",
        "By Amina Okafor",
        "14 March 2024",
    ]
    assert [line.split()[0] for line in lines(page, PartKind.BODY)] == ["At", "“Nobody", "The", "What", "The", "Aid"]
    assert lines(page, PartKind.NOT_BODY) == [
        "Home",
        "News",
        "Advertisement",
        "Related stories",
        "Water board chief questioned over missing money",
        "12 March 2024",
        "© 2024 The Savannah Ledger. All rights reserved.",
    ]


def test_what_a_page_says_of_itself_is_found_with_its_evidence(page):
    assert (page.outlet.value, page.outlet.basis, page.outlet.span) == ("The Savannah Ledger", "html:og:site_name", None)
    assert (page.published.value, page.published.as_written) == (date(2024, 3, 14), "2024-03-14T23:35:00-05:00")
    assert page.title.span.of(page.text) == page.title.value == "Dam gates opened without warning, villagers say"
    assert (page.author.value, page.author.basis) == ("Amina Okafor", "byline")
    assert (page.language.value, page.language.as_written, page.language.basis) == ("en", "en-GB", "html:lang")
    assert [credit.value for credit in page.credits] == ["Reuters"]


def test_words_of_a_page_lead_back_to_its_source(page):
    start = page.text.index("“Nobody")
    place = page.offsets.to_raw(Span(start, start + 10))
    assert place.of(PAGE) == "&ldquo;Nobody to"


def test_no_page_makes_a_request(monkeypatch):
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a request was made")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    collect(PAGE.replace("<main>", '<base href="http://example.org/"><img src="http://example.org/x.png"><main>').encode(), "page.html")


def test_stated_values_hold():
    report = collect(PAGE.encode(), "page.html", published=date(2020, 1, 2), outlet="The Mail")
    assert report.published == Found(date(2020, 1, 2), "2020-01-02", None, "stated by user")
    assert report.outlet == Found("The Mail", "The Mail", None, "stated by user")


def test_a_stated_outlet_can_be_stored():
    report = collect(PAGE.encode(), "page.html", outlet="Caf\udce9\x1b Mail\n")
    assert report.outlet == Found("Caf\ufffd Mail", "Caf\ufffd Mail", None, "stated by user")


def test_a_stated_outlet_of_nothing_is_none_stated():
    report = collect(PAGE.encode(), "page.html", outlet="\x1b ")
    assert report.outlet is not None
    assert report.outlet.value == "The Savannah Ledger"


def test_the_fingerprint_is_of_the_raw_bytes():
    data = b"\xef\xbb\xbfPolice in Lomba arrested two men.\r\n"
    report = collect(data, "a.txt")
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.text == "Police in Lomba arrested two men.\n"


def test_html_is_known_by_what_it_holds():
    assert collect(b"<html><body><p>Two men were arrested.</p></body></html>", "a.txt").media_type == "text/html"
    assert collect(b"<p>Two men were arrested.</p>", "a.html").media_type == "text/html"
    assert collect(b"He wrote <p> on the wall, and 3 < 4.", "a.txt").media_type == "text/plain"
    assert collect(b"Two men were arrested.", "a.html").media_type == "text/plain"
    commented = b"<?xml version='1.0'?>\n<!-- one --> <!-- <p> two -->\n<html><body><p>Two men were arrested.</p></body></html>"
    assert collect(commented, "a.txt").media_type == "text/html"


LINKED = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<meta name="date" content="2024-03-14">', date(2024, 3, 14)),
        ('<meta itemprop="datePublished" content="March 14, 2024">', date(2024, 3, 14)),
        (LINKED % '{"@graph":[{"@type":"NewsArticle","datePublished":"2024-03-14T01:00Z"}]}', date(2024, 3, 14)),
        ('<script type="application/ld+json">{"@type":"Event","datePublished":"2024-03-14"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<meta name="date" content="03/04/2024">', None),
        ('<meta name="date" content="2024">', None),
        ('<meta property="article:published_time" content="2999-01-01">', None),
        ('<meta property="article:modified_time" content="2024-03-14">', None),
        ('<time datetime="2024-03-14"></time>', date(2024, 3, 14)),
        ('<time datetime="2024-03-14"></time><time datetime="2024-03-12"></time>', None),
    ],
)
def test_only_explicit_evidence_makes_a_day(markup, day):
    page = f"<html><head>{markup}</head><body><p>Police in Lomba arrested two men over the beating of a radio host.</p></body></html>"
    report = collect(page.encode(), "a.html")
    assert (report.published and report.published.value) == day


def test_without_an_article_the_lines_tell(monkeypatch):
    monkeypatch.setattr("onrecord.sources.article._extracted", lambda _raw: "")
    nav = "<nav><p>Home</p><p>The weather in Lomba is fine today and will be tomorrow too, it seems.</p></nav>"
    page = f"<html><body>{nav}<p>Two men held.</p></body></html>"
    report = collect(page.encode(), "a.html")
    assert [notice.code for notice in report.notices] == ["html:no-article"]
    assert lines(report, PartKind.BODY) == ["Two men held."]


def code(found: Found[str] | None) -> str | None:
    return found.value if found else None


def test_the_language_of_the_body():
    french = "Les soignants ont manifesté mercredi pour dénoncer des conditions de travail qu'ils jugent intenables depuis deux ans."
    assert code(language(french)) == "fr"
    korean = "통일부는 금요일 브리핑에서 강제 북송에 대해 깊은 유감을 표명하고 중국 정부에 우려를 전달했다고 밝혔다."
    assert code(language(korean)) == "ko"
    assert language("Ok.") is None


def test_plain_english_needs_no_model(monkeypatch):
    monkeypatch.setattr("onrecord.sources.language._identifier", lambda: pytest.fail("the model was loaded"))
    body = " ".join(line for kind, line in PAGES[8].lines if kind == "body")
    assert code(language(body * 2)) == "en"


def test_a_report_of_five_kilobytes_takes_less_than_ten_milliseconds():
    data = (PAGES[0].text + "\n" + "\n\n".join(line for kind, line in PAGES[0].lines if kind == "body") * 5).encode()[:5000]
    collect(data, "a.txt")
    best = min(_seconds(data) for _ in range(5))
    assert best < 0.01


def _seconds(data):
    start = time.process_time()
    collect(data, "a.txt")
    return time.process_time() - start


def test_importing_the_room_loads_nothing_heavy():
    heavy = ("trafilatura", "lxml", "py3langid", "numpy", "charset_normalizer")
    program = f"import sys, onrecord.sources; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"
