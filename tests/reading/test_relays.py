"""An agency that passes on what somebody said is the way it came, not who said it."""

import onrecord
from onrecord.reading.decoding import Told
from onrecord.reading.features import featured
from onrecord.reading.relays import Relay, find_relays, inside, without
from onrecord.reading.wordpiece import Vocabulary
from onrecord.vocabulary import Span

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
TEXT = "Ms Sample said it was closed, Sample Wire (SW) reported.\nThe end."
SEEN = featured(TEXT, VOCABULARY)
OUTER = Told(cue=(12, 13), source=((7, 12),), content=((0, 6),), score=0.9)
AGENCIES = {"Sample Wire": "Sample Wire"}


def test_the_relay_is_found_by_its_name() -> None:
    assert find_relays(TEXT, SEEN, [OUTER], AGENCIES) == [Relay(0, "Sample Wire", (7, 13))]
    assert find_relays(TEXT, SEEN, [OUTER], {}) == []
    assert find_relays(TEXT, SEEN, [OUTER], {"Sample Wires": "x"}) == []


def test_the_words_that_relay_are_left_out_with_their_comma() -> None:
    lines = (Span(0, 56), Span(57, 65))
    kept = without(TEXT, SEEN, lines, [Relay(0, "Sample Wire", (7, 13))])
    assert [s.of(TEXT) for s in kept] == ["Ms Sample said it was closed", "."]


def test_only_a_telling_inside_the_relay_by_somebody_replaces_it() -> None:
    anew = featured(TEXT, VOCABULARY, [Span(0, 28), Span(55, 65)])
    inner = Told(cue=(2, 3), source=((0, 2),), content=((3, 6),), score=0.9)
    elsewhere = Told(cue=(7, 8), source=((0, 2),), content=((8, 9),), score=0.9)
    nobody = Told(cue=(2, 3), source=(), content=((3, 6),), score=0.9)
    assert inside(TEXT, OUTER, SEEN, [inner, elsewhere, nobody], anew) == [inner]


def test_the_reader_names_the_speaker_and_the_way() -> None:
    text = (
        "The border will stay closed until spring, the Sample Minister said on Monday, Reuters reported.\n\n"
        "Reuters reported that three trucks had crossed the border on Sunday.\n"
    )
    told = {(" ".join(s.of(text) for s in x.source), x.via) for x in onrecord.read(text).statements}
    assert ("the Sample Minister", ("Reuters",)) in told
    assert ("Reuters", ()) in told
