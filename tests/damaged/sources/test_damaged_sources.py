"""Sources that are broken, hostile or no sources at all: each ends in a report or in a plain message that names the file."""

import time

import pytest

from onrecord.errors import BinarySource, EmptySource, OversizedSource, SourceError
from onrecord.settings import Settings
from onrecord.sources import collect, describe, lines
from onrecord.vocabulary import PartKind

SENTENCE = "Police in Lomba said on Tuesday that they had arrested two men over the beating of a radio host. "


@pytest.mark.parametrize(
    "data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"...\n---\n", b"<html><body><p> </p></body></html>", "\u200b\u00a0".encode()]
)
def test_a_source_without_words(data):
    with pytest.raises(EmptySource, match=r"report\.txt") as error:
        collect(data, "report.txt")
    assert error.value.remedy


def test_a_source_beyond_the_limit(monkeypatch):
    monkeypatch.setattr("onrecord.sources.collecting.settings", lambda: Settings(largest_source=10))
    with pytest.raises(OversizedSource, match="10 bytes"):
        collect(b"secretword " * 10, "report.txt")


def test_a_log_of_endless_lines(monkeypatch):
    monkeypatch.setattr(lines, "MOST_LINES", 1000)
    with pytest.raises(OversizedSource, match=r"report\.txt has more than 1,000 lines"):
        collect(b"secretword\n" * 1001, "report.txt")


def test_one_line_of_megabytes():
    report = collect((SENTENCE * 30_000).encode(), "report.txt")
    assert len(report.parts) == 1
    assert [notice.code for notice in report.notices] == ["text:long-line"]


def test_one_word_of_megabytes():
    report = collect(b"a" * 3_000_000, "report.txt")
    assert len(report.text) == 3_000_000


def test_ten_thousand_nested_tags():
    report = collect(("<html><body>" + "<div>" * 10_000 + "<p>" + SENTENCE * 2 + "</p>").encode(), "page.html")
    assert [notice.code for notice in report.notices] == ["html:too-deep"]
    assert report.spans_of(PartKind.BODY)[0].of(report.text) == (SENTENCE * 2).strip()


def test_more_tags_than_a_tree_is_built_for():
    report = collect(f"<html><body><p>{SENTENCE * 2}{'<b>x</b> ' * 15_000}</p></body></html>".encode(), "page.html")
    assert "html:too-large" in [notice.code for notice in report.notices]


@pytest.mark.parametrize("opened", ["<p>", "<b>", "<table><tr><td>", "<ul><li>", "<font>"])
def test_tags_that_are_never_closed(opened):
    report = collect(f"<html><body>{(opened + SENTENCE) * 60}".encode(), "page.html")
    assert "arrested two men" in report.spans_of(PartKind.BODY)[0].of(report.text)


def test_a_judge_that_fails_is_said_and_the_page_is_read(monkeypatch):
    import trafilatura

    def fail(*_args: object, **_kwargs: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fail)
    report = collect(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), "page.html")
    assert [notice.code for notice in report.notices] == ["html:no-article"]
    assert report.spans_of(PartKind.BODY)


def test_control_characters_are_dropped_from_the_text_and_kept_in_the_archive():
    report = collect(f"{SENTENCE}\x1b[31mred\x00 words\x07\n".encode(), "report.txt")
    assert "\x1b" not in report.text
    assert "red words" in report.text


@pytest.mark.parametrize("data", [b"secretword\x00\x01\x02" * 100, b"%PDF-1.4 secretword", b"PK\x03\x04secretword"])
def test_messages_hold_no_word_of_the_source(data):
    with pytest.raises(BinarySource) as error:
        collect(data, "report.txt")
    assert "secretword" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_name_may_be_hostile():
    report = collect(SENTENCE.encode(), "a\x1b]0;x\x07\u202e.txt")
    assert report.name == r"a\x1b]0;x\x07\u202e.txt"
    with pytest.raises(SourceError) as error:
        collect(b"", "a\n\x1b.txt")
    assert "\x1b" not in str(error.value)


@pytest.mark.parametrize("seed", range(20))
def test_bytes_cut_and_flipped_end_in_a_report_or_a_message(seed):
    import random

    chance = random.Random(seed)
    head = "<html><head><meta charset=utf-8><title>x</title></head>"
    page = f"{head}<body><h1>Two held</h1><p>{SENTENCE * 3}</p><p>Salmón – “{SENTENCE}”</p></body></html>"
    data = bytearray((page if seed % 2 else SENTENCE * 5).encode())
    for _ in range(chance.randrange(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    del data[chance.randrange(1, len(data)) :]
    try:
        report = collect(bytes(data), "report.html")
    except SourceError as error:
        assert "report.html" in str(error)
    else:
        assert all(part.span.end <= len(report.text) for part in report.parts)


def test_a_foreign_language_is_collected():
    report = collect("მსოფლიო ამბები: პოლიციამ ორი კაცი დააკავა, განაცხადა მინისტრმა ოთხშაბათს დედაქალაქში.".encode(), "report.txt")
    assert report.language is not None
    assert report.language.value == "ka"


@pytest.mark.parametrize("piece", ["<!---->", "<!-- -->\n", "<!--", "<!-- x ", "<?xml ?>"])
def test_a_page_that_begins_with_comments_takes_no_time(piece):
    start = time.process_time()
    collect((piece * 1500 + "\n" + SENTENCE).encode(), "report.txt")
    assert time.process_time() - start < 1


def test_tags_that_never_end_take_no_time():
    start = time.process_time()
    collect(("<p" * 50_000 + " " + SENTENCE).encode(), "report.html")
    assert time.process_time() - start < 1


@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "\u3000 "])
def test_lines_of_a_megabyte_of_spaces_take_no_time(space):
    wide = space * (1_000_000 // len(space))
    text = f"{SENTENCE}\n{wide}\n{SENTENCE}\n{wide}x{wide}\n{SENTENCE}{wide}"
    start = time.process_time()
    found = lines.split_lines(text, "report.txt")
    assert [len(line.words) for line in found] == [len(SENTENCE.strip())] * 2 + [1, len(SENTENCE.strip())]
    describe(text)
    assert time.process_time() - start < 1


def test_what_a_page_says_of_itself_can_be_stored():
    linked = r'{"@type":"NewsArticle","headline":"Two \udfff held","datePublished":"2024-03-14T\ud800",'
    linked += r'"author":{"name":"Kim \ud800 Min\u001b[31m"},"publisher":[{"name":"\u0007"},{"name":"The \udc00Mail"}]}'
    head = f'<html lang="en-&#27;x"><head><meta name="og:title" content="&#7;"><script type="application/ld+json">{linked}</script></head>'
    report = collect(f"{head}<body><p>{SENTENCE}</p></body></html>".encode(), "page.html")
    found = [report.outlet, report.author, report.title, report.published, report.language]
    for one in found:
        assert one is not None
        words = f"{one.value}{one.as_written}{one.basis}"
        words.encode("utf-8")
        assert words.isprintable()
    assert [one.value for one in found[:3] if one] == ["The \ufffdMail", "Kim \ufffd Min[31m", "Two \ufffd held"]
