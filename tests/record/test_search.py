import sys
import unicodedata

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from onrecord.record import Story, searching
from onrecord.record.folding import fold
from onrecord.vocabulary import Reading
from tests.record.samples import full, report_of

UNREAD = Reading("")


def words_of(story: Story, words: str) -> list[str]:
    return [hit.span.of(story.entry(hit.id).report.text) for hit in story.search(words)]


FOUND = {
    "ministry": ["Ministry"],
    "MINISTRY'S koo": ["ministry’s"],
    '"sent back"': ["sent back"],
    '"back sent"': [],
    "“many” people": ["people"],
    "북한": ["북한"],
    "송환되었다고": ["송환되었다고"],
    "中国": ["中国"],
    "否": ["否"],
    "ab": [],
    "ministry ab": [],
    "people 中国 in": ["people"],
    "absent": [],
}


def test_words_are_found_in_any_script(story: Story) -> None:
    story.add(*full())
    story.add(*report_of("Nothing of the kind."), UNREAD)
    for words, found in FOUND.items():
        assert words_of(story, words) == found, words


def test_no_words_find_nothing(story: Story) -> None:
    story.add(*full())
    for words in ("", " ", '"', '""', '" "', "\t\n", '"""', "\0"):
        assert story.search(words) == []


NASTY = [
    '"',
    "'",
    "*",
    "^",
    "NEAR(",
    "a AND",
    "OR",
    "NOT x",
    "text:x",
    "-",
    "{}",
    "(",
    ")",
    "+",
    "\\",
    ";--",
    "%",
    "_",
    "\0",
    "\udcff",
    "a\0b",
    ":",
    ",",
]


def test_no_character_has_a_meaning(story: Story) -> None:
    story.add(*full())
    for words in [*NASTY, *(f"{mark}abc{mark}" for mark in NASTY), "x" * 200_000, "xy " * 5000]:
        assert story.search(words) is not None


def test_half_a_surrogate_pair_stands_in_no_text(story: Story) -> None:
    story.add(*report_of("Who said so? It is \ufffd that said so."), UNREAD)
    assert story.search("\ud800") == story.search("so\udcff said") == story.search('"so\udfff"') == []


def test_signs_are_found_as_they_are(story: Story) -> None:
    story.add(*report_of("It was 100% sure: a_b and c* AND O’Neil NEAR(x {y}: (z) --; end"), UNREAD)
    story.add(*report_of("It was 100 sure: aXb and cd o neil near x yz"), UNREAD)
    for words in ("100%", "a_b", "c* AND", "o'neil", "NEAR(x", "{y}:", "(z)", "--;"):
        assert [hit.id for hit in story.search(words)] == ["r1"], words


def test_accents_and_case_make_no_difference(story: Story) -> None:
    story.add(*report_of("José González, İstanbul; ΟΔΟΣ and οδός; Straße; Ħal"), UNREAD)
    assert words_of(story, "gonzalez") == ["González"]
    assert words_of(story, "ISTANBUL") == ["İstanbul"]
    assert words_of(story, "οδος") == ["ΟΔΟΣ"]
    assert words_of(story, "STRASSE") == [], "letters that grow are left alone"


def test_only_the_newest_text_is_searched(story: Story) -> None:
    report, raw = report_of("The first text.", raw=b"raw")
    story.add(report, raw, UNREAD)
    story.add(report_of("The other text.", raw=b"raw")[0], raw, UNREAD)
    assert [hit.id for hit in story.search("text")] == ["r1"]
    assert story.search("first") == []
    assert len(story.search("other")) == 1


def test_the_limit_holds_and_memory_too(story: Story) -> None:
    for number in range(12):
        story.add(*report_of(f"The word stands here {number}.", f"{number}.txt"), UNREAD)
    assert len(story.search("word", 5)) == 5
    assert [hit.id for hit in story.search("is he", 3)] == []
    assert [hit.id for hit in story.search("re", 3)] == ["r1", "r2", "r3"]


def test_a_snippet_shows_what_stands_around(story: Story) -> None:
    story.add(*report_of("Long ago, " * 20 + "the\nnear words " + "and so on " * 20, "a.txt"), UNREAD)
    hit = story.search("near")[0]
    assert "the near words and so on" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 130
    assert hit.name == "a.txt"


def test_three_characters_that_stand_apart_are_no_word(story: Story) -> None:
    story.add(*report_of("abcd xbcdex cdef"), UNREAD)
    assert story.search("abcdef") == []


@hypothesis_settings(max_examples=60, deadline=None)
@given(text=some.text(max_size=30), words=some.text(max_size=8))
def test_a_place_holds_the_words(text: str, words: str) -> None:
    folded, terms = fold(text), searching._terms(words)
    span = searching._place(folded, terms) if terms else None
    assert (span is not None) == (bool(terms) and all(term in folded for term in terms))
    assert span is None or span.of(folded) == terms[0]


def test_folding_leaves_every_character_in_its_place() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) not in ("Cn", "Cs", "Co"):
            assert len(fold(letter)) == 1, hex(code)
    assert fold("ΑΣ σας") == "ασ σασ"
