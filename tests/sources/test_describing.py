"""A text in hand is described the same whatever its lines end with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import describe
from onrecord.sources.describing import Described
from onrecord.vocabulary import PartKind
from tests.sources.pages import PAGES

LISTED = (
    "Police in Lomba said on Tuesday that they had arrested two men over the beating of a radio host.\n\n"
    "The police said on Wednesday that they were still looking for these three men from the valley:\nDana Sample\nKim Sample\nMusa Karu\n"
)
"""A list that an empty line would end."""


def seen(text: str, described: Described) -> list[tuple[str, str, str]]:
    return [(part.span.of(text), part.kind, part.why) for part in described.parts]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("page", PAGES[:4], ids=lambda page: page.name)
def test_line_ends_of_other_systems_change_nothing(page, end):
    text = page.text.replace("\n", end)
    described, plain = describe(text, title=page.title), describe(page.text, title=page.title)
    assert seen(text, described) == seen(page.text, plain)
    assert (described.language, [found.value for found in described.credits]) == (plain.language, [found.value for found in plain.credits])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_line_end_of_two_characters_is_no_empty_line(end):
    text = LISTED.replace("\n", end)
    assert seen(text, describe(text)) == seen(LISTED, describe(LISTED))
    assert describe(text).parts[-1].kind is PartKind.BODY


@given(st.text(alphabet=st.sampled_from("\n \t\u00a0\u200b\u2003a.B"), max_size=30))
def test_spans_count_in_the_text_as_given(text):
    other = text.replace("\n", "\r\n")
    assert seen(other, describe(other)) == seen(text, describe(text))
