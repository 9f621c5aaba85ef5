"""Words and their pieces: offsets are those of the raw text, whatever the script."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.features import featured, letter_case
from onrecord.reading.windows import cut
from onrecord.reading.wordpiece import Vocabulary, Word, find_words
from onrecord.vocabulary import Span

VOCABULARY = Vocabulary(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "min", "##ister", "salmon", "said", ".", "a", "b", "\u201c", "\u201d"]
)


def test_accents_and_case_are_folded_for_the_look_up_only() -> None:
    text = "SALMÓN"
    assert find_words(text) == [Word(0, 6)]
    assert VOCABULARY.split(text) == (8,)
    assert VOCABULARY.split("Salmo\u0301n") == (8,)


def test_the_longest_known_piece_comes_first_and_the_unknown_is_one_piece() -> None:
    assert VOCABULARY.split("minister") == (6, 7)
    assert VOCABULARY.split("minaret") == (1,)
    assert VOCABULARY.split("a" * 500) == (1,)


def test_signs_and_ideographs_stand_alone() -> None:
    text = 'U.N.: "외교부" 外交部_x'
    assert [text[w.start : w.end] for w in find_words(text)] == ["U", ".", "N", ".", ":", '"', "외교부", '"', "外", "交", "部", "_", "x"]


@given(st.text(max_size=200))
def test_words_are_in_order_apart_and_cover_every_letter(text: str) -> None:
    words = find_words(text)
    assert all(a.end <= b.start for a, b in pairwise(words))
    covered = {i for w in words for i in range(w.start, w.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered


def test_only_the_passages_are_cut() -> None:
    text = "the menu\nthe minister said\nthe end"
    seen = featured(text, VOCABULARY, [Span(9, 26)])
    assert [text[w.start : w.end] for w in seen.words] == ["the", "minister", "said"]
    assert seen.place.tolist() == [2, 0, 0]


def test_quotation_state_starts_anew_with_each_line() -> None:
    seen = featured("\u201ca a\nb \u201cb\u201d b", VOCABULARY)
    assert seen.quote.tolist() == [1, 1, 1, 0, 1, 1, 1, 0]
    assert seen.place.tolist() == [2, 0, 0, 1, 0, 0, 0, 0]
    assert seen.line.tolist() == [0, 0, 0, 1, 1, 1, 1, 1]


def test_letter_case() -> None:
    assert [letter_case(w) for w in ("said", "Seoul", "NKDB", "iPhone", "38th", ".", "외교부", "A")] == [1, 2, 3, 4, 5, 0, 0, 2]


@given(st.lists(st.sampled_from(["a", "b", "minister", "\n"]), max_size=300), st.integers(3, 40))
def test_windows_cover_every_word_and_keep_to_their_size(words: list[str], longest: int) -> None:
    seen = featured(" ".join(words), VOCABULARY)
    windows = cut(seen, longest=longest, overlap=longest // 4)
    covered = np.zeros(len(seen.words), dtype=bool)
    for window in windows:
        covered[window.first : window.last] = True
        assert sum(len(seen.pieces[w]) for w in range(window.first, window.last)) <= longest
    assert covered.all()
    assert [w.first for w in windows] == sorted({w.first for w in windows})
