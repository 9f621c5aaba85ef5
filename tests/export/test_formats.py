import dataclasses
from pathlib import Path

import pytest

from onrecord import export
from onrecord.errors import ExportError
from onrecord.vocabulary import Span
from tests.export.story import entry, herald, told


def test_every_format_says_that_it_is_not_for_publication() -> None:
    for name in export.FORMATS:
        assert "not for publication" in export.render([herald()], name, title="T")


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_a_story_without_reports_can_be_written(name: str, tmp_path: Path) -> None:
    export.write([], name, tmp_path / "out", title="Empty")
    assert (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_the_same_story_gives_the_same_bytes(name: str) -> None:
    assert export.render([herald()], name, title="T") == export.render(iter([herald()]), name, title="T")


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_words_that_utf8_cannot_carry_do_not_stop_an_export(name: str, tmp_path: Path) -> None:
    odd = entry(1, "A said b \udc80", [told("A said b \udc80", "A", "said", "b \udc80")], name="odd\udcff.txt")
    export.write([odd], name, tmp_path / "out", title="T\udc80")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match="record, csv, html"):
        export.render([], "pdf", title="T")


def test_what_does_not_hold_together_is_not_written(tmp_path: Path) -> None:
    good = herald()
    stored = good.statements[0]
    beyond = dataclasses.replace(stored, statement=dataclasses.replace(stored.statement, content=(Span(0, 99_999),)))
    empty = dataclasses.replace(stored, statement=dataclasses.replace(stored.statement, content=()))
    odd = dataclasses.replace(stored, id='s1" onclick="')
    for entries in (
        [good, good],
        [good, herald(number=2)],
        [dataclasses.replace(good, statements=(stored, stored))],
        [dataclasses.replace(good, statements=(beyond,))],
        [dataclasses.replace(good, statements=(empty,))],
        [dataclasses.replace(good, statements=(odd,))],
    ):
        for name in export.FORMATS:
            with pytest.raises(ExportError, match="Nothing was written"):
                export.write(entries, name, tmp_path / "out", title="T")
    assert not list(tmp_path.iterdir())
