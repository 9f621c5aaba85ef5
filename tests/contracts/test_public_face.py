"""The names that others build on, as DESIGN fixes them."""

import inspect
import subprocess
import sys
from datetime import date

import pytest

import onrecord
from onrecord.errors import OnRecordError
from onrecord.vocabulary import Act, Quoted, Reading, Span

TEXT = (
    "Seoul – Koo Byoung-sam, the ministry's spokesman, confirmed on Friday that a large number of people had been sent back. "
    "“We keep our list open,” said Mina Example."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return onrecord.read(TEXT, published="2023-10-16", title="Ministry stands by reports")


def test_the_public_face_is_small() -> None:
    assert onrecord.__all__ == ["Story", "__version__", "errors", "read", "vocabulary"]
    assert all(hasattr(onrecord, public) for public in onrecord.__all__)
    assert not hasattr(onrecord, "anything_else")


def test_read_takes_a_text_and_two_named_facts() -> None:
    parameters = inspect.signature(onrecord.read).parameters
    assert [(p.name, p.kind.name, p.default) for p in parameters.values()] == [
        ("text", "POSITIONAL_OR_KEYWORD", inspect.Parameter.empty),
        ("published", "KEYWORD_ONLY", None),
        ("title", "KEYWORD_ONLY", None),
    ]


def test_a_reading_has_what_the_contract_names(reading: Reading) -> None:
    for field in ("statements", "figures", "quantities", "dates", "entities"):
        assert isinstance(getattr(reading, field), tuple)
    assert reading.statements
    for statement in reading.statements:
        for role in (statement.source, statement.cue, statement.content):
            assert all(isinstance(span, Span) and span.of(TEXT).strip() for span in role)
        assert statement.cue
        assert statement.content
        assert isinstance(statement.act, Act)
        assert isinstance(statement.quoted, Quoted)
        assert 0 <= statement.score <= 1
        assert statement.speaker is None or statement.speaker
        assert statement.why


def test_what_was_not_looked_for_is_said(reading: Reading) -> None:
    codes = {notice.code for notice in reading.notices}
    for field, code in (("figures", "not-read:figures"), ("dates", "not-read:dates"), ("entities", "not-read:entities")):
        assert getattr(reading, field) or code in codes


def test_the_day_may_be_a_day_or_its_writing() -> None:
    assert onrecord.read("", published=date(2023, 10, 16)).statements == ()
    with pytest.raises(ValueError, match="published"):
        onrecord.read(TEXT, published="last Monday")


def test_a_language_that_the_encoder_does_not_know_is_not_read() -> None:
    korean = "통일부 대변인은 지난 금요일 북한 주민 다수가 본인 뜻과 달리 돌려보내진 것으로 보인다고 말했다. 인원은 확인하지 않았다."
    unread = onrecord.read(korean)
    assert unread.statements == ()
    assert "unread:language" in {notice.code for notice in unread.notices}


def test_spans_count_code_points_and_not_bytes() -> None:
    shifted = "😀 é " + TEXT
    for statement in onrecord.read(shifted).statements:
        assert all(span.of(shifted).strip() == span.of(shifted) for _, span in statement.spans())


def test_every_error_says_what_happened_and_what_to_do() -> None:
    for cls in _public(OnRecordError):
        error = cls("It happened.", "Do this.")
        assert (error.problem, error.remedy, str(error)) == ("It happened.", "Do this.", "It happened. Do this.")


def _public(cls: type[OnRecordError]) -> list[type[OnRecordError]]:
    below = [found for child in cls.__subclasses__() for found in _public(child)]
    return below if cls.__name__.startswith("_") else [cls, *below]


def test_the_face_is_loaded_without_the_heavy_rooms() -> None:
    heavy = "onnxruntime numpy sqlalchemy alembic lxml trafilatura rich.progress py3langid"
    code = f"import sys, onrecord, onrecord.cli; print([m for m in '{heavy}'.split() if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
