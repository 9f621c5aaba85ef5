"""The text that is read and the way back to the raw text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OversizedSource
from onrecord.sources import markup, page, plain
from onrecord.sources.page import read_page
from onrecord.sources.plain import read_plain
from onrecord.vocabulary import OffsetMap, Span

MARKUP = [
    "<p>", "</p>", "<br/>", "<h1>", "</h1>", "<td>", "<pre>", "</pre>", "<!-- c -->", "<!--", "<script>x<p></script>", "<style>", "<svg>",
    "<a href='x>'>", '<a b="', "<title>t</title>", "</", "<nav>", "</nav>", "<", ">",
]  # fmt: skip
CHARACTERS = [
    "&amp;", "&nbsp;", "&lt", "&#8212;", "&#x1F600;", "&bogus;", "&NotEqualTilde;", "&", " ", "  ", "\n", "\t", "\r\n", "\x00", "\x1b",
    "\u00a0", "é", "\u202e",
]  # fmt: skip
PIECES = st.lists(st.one_of(st.sampled_from(MARKUP + CHARACTERS), st.text(max_size=8)), max_size=40).map("".join)


def check(text: str, raw: str, offsets: OffsetMap, stand_ins: str) -> None:
    end = 0
    for run in offsets.runs:
        assert run.text_start >= end
        assert run.length > 0
        end = run.text_start + run.length
        assert end <= len(text)
        read, written = text[run.text_start : end], raw[run.raw_start : run.raw_start + run.length]
        assert read == written or (run.length == 1 and written in stand_ins)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n\t\x00\x85\u2028 "))))
def test_every_run_of_a_plain_text_is_the_raw_text(raw):
    text, offsets = read_plain(raw, "a")
    check(text, raw, offsets, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    assert sum(run.length for run in offsets.runs) == len(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


@given(PIECES)
def test_every_run_of_a_page_is_the_raw_text(raw):
    read = read_page(raw, "a")
    check(read.text, raw, read.offsets, "&\n\t\r\f ")
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", read.text)
    mapped = {at for run in read.offsets.runs for at in range(run.text_start, run.text_start + run.length)}
    assert all(read.text[at] in " \n" for at in range(len(read.text)) if at not in mapped)


def test_plain_text_keeps_what_a_quotation_needs():
    raw = "One\u00a0two\tthree  four\r\nfive\rsix\x00\x07 seven"
    text, offsets = read_plain(raw, "a")
    assert text == "One\u00a0two\tthree  four\nfive\nsix seven"
    start = text.index("seven")
    place = offsets.to_raw(Span(start, start + 5))
    assert place is not None
    assert place.of(raw) == "seven"


def test_a_page_shows_what_a_browser_shows():
    raw = """<html><head><title>T</title><style>p{}</style></head><body><p>One <b>two</b>
      three&nbsp;four &amp; five<p>Six<br>seven<script>if (a<b) x()</script> eight
      <ul><li>nine<li>ten</ul><table><tr><td>1<td>2</table><!-- no --><noscript>no</noscript>R&D a < b</body>"""
    read = read_page(raw, "a")
    assert read.text == "One two three\u00a0four & five\nSix\nseven eight\nnine\nten\n1 2\nR&D a < b\n"
    start = read.text.index("& five")
    place = read.offsets.to_raw(Span(start, start + 6))
    assert place is not None
    assert place.of(raw) == "&amp; five"


def test_lines_of_preformatted_text_stay():
    assert read_page("<pre>a  b\n c</pre>d", "a").text == "a  b\nc\nd\n"


def test_old_references_without_semicolon():
    assert read_page("<p>AT&ampT &copy 2020 &ampere &notanentity", "a").text == "AT&T © 2020 &ere ¬anentity\n"


def test_nothing_is_hidden_by_what_is_left_open():
    for opened in ("<!-- ", "<script>", "<svg>", '<a href="', "<noscript>"):
        assert "the words" in read_page(f"<p>before</p>{opened}the words", "a").text


@pytest.mark.parametrize("piece", ["<div>", '<a b="', "<!--", "<script>", "</a", "&"])
def test_hostile_markup_takes_time_in_proportion(piece):
    def seconds(times: int) -> float:
        start = time.process_time()
        read_page(piece * times, "a")
        return time.process_time() - start

    # Eight times as much takes eight times as long, not sixty-four.
    assert seconds(24_000) < 25 * seconds(3_000) + 0.1


def test_text_cut_into_too_many_pieces_is_refused(monkeypatch):
    monkeypatch.setattr(plain, "MOST_RUNS", 100)
    with pytest.raises(OversizedSource, match="more than 100 pieces"):
        read_page("<p>x" * 200, "a.html")
    with pytest.raises(OversizedSource, match="more than 100 pieces"):
        read_plain("a\x01" * 200, "a.txt")


def test_depth_counts_what_nests():
    assert read_page("<div>" * 700 + "x", "a").depth == 700
    assert read_page("<p>one" * 700, "a").depth == 0
    assert page.read_page("<div><span></span></div>" * 50, "a").depth == 2


def test_attributes_are_read_as_written():
    assert markup.attributes(""" CONTENT="a &amp; b" name='x' bare=y flag content="second" """) == {
        "content": "a & b",
        "name": "x",
        "bare": "y",
        "flag": "",
    }
