"""The decoder: legal sequences only, one source a cue, no word told twice, nothing without content."""

import tracemalloc

import numpy as np

from onrecord.reading.decoding import Rules, decode, find_cues
from onrecord.reading.encoder import Floats, Scores
from onrecord.reading.features import Featured
from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.windows import Window


def SEEN(words: int, *, line: list[int] | None = None, quote: list[int] | None = None) -> Featured:  # noqa: N802
    """What the decoder needs to know of so many words: by default all on one line, outside quotation marks."""
    zeros = np.zeros(words, dtype=np.int64)
    return Featured([], [], zeros, zeros, np.array(quote) if quote else zeros, np.array(line) if line else zeros, zeros)


RULES = Rules(cue_bias=0, tag_weight=0.3, piece_cost=0.5, source_bonus=0, least=0)


def _sure(labels: tuple[str, ...], wanted: list[str]) -> Floats:
    table = np.full((len(wanted), len(labels)), 0.01, dtype=np.float32)
    table[np.arange(len(wanted)), [labels.index(w) for w in wanted]] = 1
    sure: Floats = np.log(table / table.sum(axis=1, keepdims=True)).astype(np.float32)
    return sure


def _tags(*wanted: str) -> Floats:
    return _sure(TAGS, list(wanted))


def _roles(*wanted: str) -> Floats:
    return _sure(ROLES, list(wanted))


def test_a_cue_takes_its_source_and_content_around_itself() -> None:
    # "It rains , he said , today"
    tags = _tags("B-content", "I-content", "O", "B-source", "B-cue", "O", "B-content")
    roles = _roles("B-content", "I-content", "O", "B-source", "O", "O", "B-content")
    (told,) = decode([Window(0, 7)], [Scores(tags, {4: roles})], SEEN(7), RULES)
    assert (told.cue, told.source, told.content) == ((4, 5), ((3, 4),), ((0, 2), (6, 7)))
    assert 0.5 < told.score <= 1


def test_a_cue_without_content_is_dropped() -> None:
    tags = _tags("B-source", "B-cue", "O")
    assert decode([Window(0, 3)], [Scores(tags, {1: _roles("B-source", "O", "O")})], SEEN(3), RULES) == []


def test_an_inside_tag_never_opens_a_span() -> None:
    tags = _tags("B-content", "I-cue", "O")
    assert find_cues(tags, SEEN(3).line, 0.0) == []
    tags[1] = np.log(np.array([0.01, 0.01, 0.01, 0.3, 0.6, 0.01, 0.06]))
    assert find_cues(tags, SEEN(3).line, 0.0) == [(1, 2)]


def test_one_source_serves_two_cues() -> None:
    # "She denied it , adding more"
    tags = _tags("B-source", "B-cue", "B-content", "O", "B-cue", "B-content")
    first = _roles("B-source", "O", "B-content", "O", "O", "O")
    second = _roles("B-source", "O", "O", "O", "O", "B-content")
    told = decode([Window(0, 6)], [Scores(tags, {1: first, 4: second})], SEEN(6), RULES)
    assert [t.source for t in told] == [((0, 1),), ((0, 1),)]
    assert [t.content for t in told] == [((2, 3),), ((5, 6),)]


def test_a_cue_has_one_source_at_most() -> None:
    tags = _tags("B-source", "B-cue", "B-content", "B-source")
    (told,) = decode([Window(0, 4)], [Scores(tags, {1: _roles("B-source", "O", "B-content", "B-source")})], SEEN(4), RULES)
    assert len(told.source) == 1


def test_the_surer_cue_keeps_words_that_two_want() -> None:
    tags = _tags("B-cue", "B-content", "I-content", "B-cue", "B-content")
    sure = _roles("O", "B-content", "I-content", "O", "O")
    doubtful = np.log(np.full((5, len(ROLES)), 0.2, dtype=np.float32))
    doubtful[1, ROLES.index("B-content")] = doubtful[2, ROLES.index("I-content")] = np.log(0.3)
    doubtful[4] = _roles("B-content")[0]
    told = decode([Window(0, 5)], [Scores(tags, {0: sure, 3: doubtful})], SEEN(5), RULES)
    assert told[0].content == ((1, 3),)
    assert all(piece[0] >= 3 for piece in told[1].content)


def test_windows_are_merged_where_they_overlap() -> None:
    # The cue is at the first window's edge; the second window, in which it is central, knows what was told.
    edge = _tags("O", "O", "O", "O", "B-cue")
    inner = _tags("O", "O", "O", "B-cue", "B-content", "I-content")
    scores = [Scores(edge, {4: _roles("O", "O", "O", "O", "O")}), Scores(inner, {3: _roles("O", "O", "O", "O", "B-content", "I-content")})]
    (told,) = decode([Window(0, 5), Window(1, 7)], scores, SEEN(7), RULES)
    assert (told.cue, told.content) == ((4, 5), ((5, 7),))


def test_nothing_to_read_is_nothing_read() -> None:
    assert decode([], [], SEEN(0), RULES) == []


def test_nothing_runs_over_a_line_end() -> None:
    tags = _tags("B-source", "B-cue", "B-content", "I-content", "I-content")
    roles = _roles("B-source", "O", "B-content", "I-content", "I-content")
    lines = SEEN(5, line=[0, 0, 0, 0, 1])
    (told,) = decode([Window(0, 5)], [Scores(tags, {1: roles})], lines, Rules(tag_weight=0.3, far_content=9.0))
    assert told.content == ((2, 4),)


def test_a_quotation_goes_on_in_a_paragraph_of_its_own() -> None:
    tags = _tags("B-source", "B-cue", "B-content", "I-content", "B-content")
    roles = _roles("B-source", "O", "B-content", "I-content", "B-content")
    rules = Rules(tag_weight=0.3, far_content=9.0)
    quoted = SEEN(5, line=[0, 0, 0, 0, 1], quote=[0, 0, 1, 1, 1])
    plain = SEEN(5, line=[0, 0, 0, 0, 1])
    assert decode([Window(0, 5)], [Scores(tags, {1: roles})], quoted, rules)[0].content == ((2, 4), (4, 5))
    assert decode([Window(0, 5)], [Scores(tags, {1: roles})], plain, rules)[0].content == ((2, 4),)


def test_one_long_line_among_many_short_ones_takes_little_room() -> None:
    words = 60_000
    line = np.concatenate([np.arange(20_000), np.full(words - 20_000, 20_000)])
    tags = np.log(np.full((words, len(TAGS)), 1 / len(TAGS), dtype=np.float32))
    tags[:, 0] = 0.0
    tracemalloc.start()
    assert find_cues(tags, line, 0.0) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_sentences_of_different_length_keep_their_sources_side_by_side() -> None:
    """Cues are decoded together; the shorter must not lose its source to the padding."""
    tags = _tags("B-source", "B-cue", "B-content", "B-source", "B-cue", *["B-content"] + ["I-content"] * 9)
    short = _roles("B-source", "O", "B-content", *["O"] * 12)
    long = _roles("O", "O", "O", "B-source", "O", "B-content", *["I-content"] * 9)
    told = decode([Window(0, 15)], [Scores(tags, {1: short, 4: long})], SEEN(15), RULES)
    assert [(t.source, t.content) for t in told] == [(((0, 1),), ((2, 3),)), (((3, 4),), ((5, 15),))]
