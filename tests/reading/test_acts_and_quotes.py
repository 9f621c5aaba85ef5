"""Which act a cue names, and how much of what was told stands in quotation marks."""

import time

import pytest

from onrecord.reading.acts import find_act
from onrecord.reading.quotation import how_quoted, quotations
from onrecord.vocabulary import Act, Quoted, Span


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"), ("also noted", "say"), ("told", "say"), ("warned", "say"), ("called", "say"), ("confirmed", "confirm"),
        ("has denied", "deny"), ("dismissed", "deny"), ("Rejects", "deny"), ("called on", "urge"), ("is urging", "urge"),
        ("calls for", "urge"), ("demanded", "urge"), ("estimates", "estimate"), ("accused", "accuse"),
        ("frequently blames", "accuse"), ("condemned", "condemn"),
                ("asked for", "ask"), ("questioned", "ask"), ("vowed", "promise"), ("agreed", "promise"), ("admits", "acknowledge"),
        ("shows", "report"), ("suggests", "report"), ("fear", "fear"), ("expressed concern over", "fear"), ("considers", "believe"),
        ("refused to", "refuse"),
        ("declined", "refuse"), ("did not confirm", "refuse"), ("does not recognise", "refuse"), ("didn’t say", "refuse"),
        ("according to", "say"), ("failed to confirm", "refuse"), ("has yet to confirm", "refuse"),
        ("stopped short of confirming", "refuse"), ("without confirming", "refuse"), ("not only said", "say"), ("agreeing", "promise"),
        ("has not denied", "refuse"), ("confirmed that no", "confirm"),
        (":", "say"), ("the view of", "believe"),
    ],
)  # fmt: skip
def test_the_nearest_act(cue: str, act: str) -> None:
    assert find_act(cue)[0] is Act(act)


def test_the_deciding_word_is_named() -> None:
    assert find_act("has repeatedly denied") == (Act.DENY, "denied")
    assert find_act("did not confirm") == (Act.REFUSE, "not confirm")
    assert find_act("—") == (Act.SAY, "")


@pytest.mark.parametrize(
    ("text", "content", "quoted"),
    [
        ("“We know,” she said.", (0, 10), "direct"),
        ('He said that it was "grave".', (8, 27), "mixed"),
        ("He said that it was grave.", (8, 25), "indirect"),
        ('He said that "it was grave".', (8, 27), "direct"),
        ("She said: ‘It’s the ministry’s position.’", (10, 41), "direct"),
        ("It’s the ministry’s position, he said.", (0, 28), "indirect"),
        ("「送還」と述べた", (0, 4), "direct"),
        ("‘The ministers’ decision was wrong,’ he said.", (0, 36), "direct"),
        ("“A first paragraph.\n“And a second.”", (0, 35), "direct"),
    ],
)
def test_how_much_is_quoted(text: str, content: tuple[int, int], quoted: str) -> None:
    assert how_quoted(text, [Span(*content)], quotations(text)) is Quoted(quoted)


def test_a_quotation_never_runs_past_its_paragraph() -> None:
    text = "“Never closed\nplain words"
    assert quotations(text) == [Span(0, 13)]


def test_marks_by_the_thousand_take_no_longer_than_their_number() -> None:
    text = "‘no’ “yes” " * 20_000
    start = time.perf_counter()
    assert len(quotations(text)) == 40_000
    assert time.perf_counter() - start < 5
