import copy
import dataclasses
import json
from typing import Any

import pytest

from onrecord import export
from onrecord.errors import ExportError
from onrecord.export.as_record import validate
from tests.export.story import HERALD, entry, herald, spans, told


def record() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(export.render([herald()], "record", title="Story"))
    return made


def test_a_statement_is_verbatim_and_can_be_found_again() -> None:
    made = record()
    assert [row["id"] for row in made["statements"]] == ["s1", "s2", "s3", "s4", "s5"]
    row = made["statements"][2]
    assert row["document"] == "report-1.txt"
    assert (row["source"], row["cue"], row["act"], row["quoted"]) == ("Mina Example", "said", "say", "direct")
    assert row["content"] == ["“A number is the last thing that anybody agrees on,”", "“We keep our list open.”"]
    assert [HERALD[start:end] for start, end in row["spans"]["content"]] == row["content"]
    assert row["raw_spans"] == row["spans"]
    quote = row["quotes"]["cue"][0]
    assert HERALD.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert row["speaker"] is None
    assert row["said_on"] is None


def test_a_document_says_what_is_known_and_how() -> None:
    made = record()["documents"][0]
    assert (made["outlet"], made["published"], made["published_basis"]) == ("Sample Herald", "2023-10-16", "header")
    assert made["relays"] == ["Reuters"]
    assert made["not_body"] == ["Share this page", "Follow us", "Sign up"]
    assert made["evidence"]["published"] == [{"value": "2023-10-16", "as_written": "October 16, 2023", "basis": "header", "span": None}]
    assert made["evidence"]["author"] == []


def test_what_was_not_read_is_said() -> None:
    made = record()
    assert "figures" in made["not_read"]
    assert made["figures"] == made["norms"] == made["same"] == made["conflicts"] == made["entities"] == []


def test_a_speaker_that_only_repeats_the_source_is_not_taken_for_a_finding() -> None:
    text = "The ministry, said no"
    same = dataclasses.replace(told(text, "The ministry,", "said", "no"), speaker="The ministry")
    other = dataclasses.replace(same, speaker="Ministry of Unification")
    for statement, looked in ((same, False), (other, True)):
        made = json.loads(export.render([entry(1, text, [statement])], "record", title="T"))
        assert made["statements"][0]["speaker"] == statement.speaker
        assert ("who a pronoun or a title stands for" not in made["not_read"]) == looked


def test_pieces_of_a_source_are_joined_visibly() -> None:
    text = "The ministry, on Friday, of defence said no"
    statement = told(text, "", "said", "no")
    statement = dataclasses.replace(statement, source=spans(text, "The ministry", "of defence"))
    made = json.loads(export.render([entry(1, text, [statement])], "record", title="T"))
    assert made["statements"][0]["source"] == "The ministry […] of defence"


def test_a_record_that_was_changed_does_not_validate() -> None:
    texts = {"report-1.txt": HERALD}
    good = record()
    validate(good, texts)

    def changed(path: list[str | int], value: object) -> dict[str, Any]:
        bad = copy.deepcopy(good)
        place: Any = bad
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        return bad

    changes: list[tuple[list[str | int], object]] = [
        (["notice"], "for publication"),
        (["figures"], None),
        (["documents"], []),
        (["documents", 0, "text_sha256"], "0"),
        (["statements", 0, "id"], "s2"),
        (["statements", 0, "document"], "other.txt"),
        (["statements", 0, "act"], "shout"),
        (["statements", 0, "score"], 1.5),
        (["statements", 0, "source"], "Somebody"),
        (["statements", 0, "content"], ["other words"]),
        (["statements", 0, "spans", "cue"], [[0, 3]]),
        (["statements", 0, "quotes", "cue", 0, "prefix"], "other"),
    ]
    for path, value in changes:
        with pytest.raises(ExportError, match="did not validate"):
            validate(changed(path, value), texts)
