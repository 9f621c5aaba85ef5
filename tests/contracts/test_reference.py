"""The reference pages hold what the code holds: nothing more, nothing less."""

import ast
import dataclasses
import inspect
import json
import re
import typing
from pathlib import Path
from typing import Any

import pytest
import typer

import onrecord
from onrecord import errors, vocabulary
from onrecord.cli.commands import app, run
from onrecord.cli.exits import Exit
from onrecord.export import FORMATS, record_shape
from onrecord.export.as_csv import COLUMNS
from onrecord.reading.reader import NOT_READ_YET
from onrecord.record import tables
from onrecord.settings import Settings
from tests.contracts.pages import REFERENCE, ROOT, SAMPLE, anchor, coded, first_codes, headings, links, name, pages, rows, section

COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def page(file: str) -> str:
    return (REFERENCE / file).read_text("utf8")


def test_every_command_has_its_section_and_no_other_has() -> None:
    described = [h.removeprefix("onrecord ") for h in headings(page("commands.md")) if h.startswith("onrecord ")]
    assert described == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_is_described(command: str) -> None:
    described = section(page("commands.md"), f"onrecord {command}")
    shown = {code.split()[0] for row in rows(described) for code in coded(row[0])}
    real: set[str] = set()
    for parameter in COMMANDS[command].params:
        if parameter.name != "help":
            real |= set(parameter.opts) if parameter.param_type_name == "option" else {parameter.metavar}
    assert shown == real


def test_the_usage_line_of_a_command_names_its_arguments() -> None:
    for name_, command in COMMANDS.items():
        usage = section(page("commands.md"), f"onrecord {name_}").strip().splitlines()[0]
        assert usage.startswith(f"`onrecord {name_}")
        for parameter in command.params:
            assert parameter.param_type_name == "option" or parameter.metavar in usage


JSON = {
    "add": ["add", "{story}", "{report}", "--json"],
    "read": ["read", "{report}"],
    "list": ["list", "{story}", "--json"],
    "list --search": ["list", "{story}", "--search", "China", "--json"],
    "show r1": ["show", "{story}", "r1", "--json"],
    "show s1": ["show", "{story}", "s1", "--json"],
    "verify": ["verify", "{story}", "--json"],
}


@pytest.mark.parametrize("words", JSON)
def test_every_key_of_printed_json_is_described(words: str, sample_story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = words.partition(" ")[0]
    described = section(page("commands.md"), f"onrecord {command}")
    if command == "show":
        described += section(page("commands.md"), "onrecord list")
    given = [w.format(story=sample_story, report=SAMPLE / "01-herald.txt") for w in JSON[words]]
    assert run(lambda: app(given, prog_name="onrecord")) == 0
    printed = json.loads(capsys.readouterr().out)
    item = printed[0] if isinstance(printed, list) else printed
    assert set(item) <= set(coded(described))
    if command == "read":
        assert set(item["statements"][0]) <= set(coded(described))


def test_the_export_formats_are_described() -> None:
    described = section(page("commands.md"), "onrecord export")
    for made in FORMATS:
        assert f"`{made}`" in described


def test_the_exit_codes_are_the_programs_own() -> None:
    shown = {int(row[0].strip("`")): coded(row[1])[0] for row in rows(page("exit-codes.md"))}
    assert shown == {code.value: code.name for code in Exit}
    documented = dict(re.findall(r"^    ([A-Z_]+) = \d+\n    \"\"\"(.*?)\"\"\"", inspect.getsource(Exit), re.MULTILINE))
    assert {coded(row[1])[0]: row[2] for row in rows(page("exit-codes.md"))} == documented


def test_the_errors_give_the_exit_codes_of_the_page() -> None:
    shown = {coded(row[0])[0]: int(row[1].strip("`")) for row in rows(page("errors.md"))}
    assert shown == {cls.__name__: cls.exit_code for cls in _errors()}
    assert set(shown.values()) <= {code.value for code in Exit}


def _errors() -> list[type[errors.OnRecordError]]:
    found = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, errors.OnRecordError)]
    assert errors.OnRecordError in found
    return found


def test_the_tree_of_errors_is_the_classes() -> None:
    tree = re.findall(r"^ {4}([ │├└─]*)(\w+)", errors.__doc__ or "", re.MULTILINE)
    parents: list[str] = []
    drawn = {}
    for branch, cls in tree:
        depth = len(branch) // 4
        drawn[cls] = parents[depth - 1] if depth else "Exception"
        parents[depth:] = [cls]
    assert drawn == {cls.__name__: cls.__base__.__name__ for cls in _errors() if cls.__base__}


def test_the_settings_are_the_fields() -> None:
    shown = {coded(row[0])[0]: row[1] for row in rows(page("settings.md"))}
    real = {f"ONRECORD_{f.name.upper()}": f.default for f in dataclasses.fields(Settings)}
    assert set(shown) == set(real)
    for variable, default in real.items():
        written = f"`{default:_}`".replace("_", ",") if isinstance(default, int) else f"`{default:g}`" if default else "empty"
        assert shown[variable] == (written if default != "" else "empty"), variable


SHAPES = [v for v in vars(record_shape).values() if typing.is_typeddict(v)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_of_the_record_is_described(shape: type) -> None:
    assert first_codes(section(page("record-json.md"), shape.__name__)) == list(typing.get_type_hints(shape))


def test_every_column_of_the_table_is_described_in_its_order() -> None:
    assert tuple(first_codes(page("csv.md"))) == COLUMNS


def test_every_table_of_the_record_is_described() -> None:
    described = section(page("story-folder.md"), "Tables")
    assert set(first_codes(described)) == {table.name for table in tables.EVIDENCE} | {tables.SEARCH, "alembic_version"}
    for row in rows(described):
        table = tables.metadata.tables.get(coded(row[0])[0])
        if table is not None:
            assert coded(row[1]) == [column.name for column in table.columns], table.name


def test_the_layout_of_the_folder_is_the_one_described() -> None:
    text = page("story-folder.md")
    assert f"format {tables.FORMAT}," in text
    assert f"revision `{tables.HEAD}`" in text


def test_every_public_name_is_described() -> None:
    shown = set(re.findall(r"`(?:onrecord\.)?(\w+)", page("python.md")))
    assert set(onrecord.__all__) <= shown
    assert set(vocabulary.__all__) <= shown


VALUES = [v for n in vocabulary.__all__ if dataclasses.is_dataclass(v := getattr(vocabulary, n))]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_field_of_a_value_is_described(value: Any) -> None:
    row = next(row for row in rows(section(page("python.md"), "The values")) if coded(row[0])[0] == value.__name__)
    assert coded(row[1]) == [field.name for field in dataclasses.fields(value)]


KINDS = [v for n in vocabulary.__all__ if hasattr(v := getattr(vocabulary, n), "__members__")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_of_a_closed_list_is_described(kind: Any) -> None:
    row = next(row for row in rows(section(page("python.md"), "The closed lists")) if coded(row[0])[0] == kind.__name__)
    assert coded(row[1]) == [str(member.value) for member in kind]


def test_every_method_of_a_story_is_described() -> None:
    public = [n for n in vars(onrecord.Story) if not n.startswith("_")]
    assert sorted(first_codes(section(page("python.md"), "Story"))) == sorted(public)


def test_every_notice_is_described() -> None:
    whole, beginnings = _notice_codes()
    shown = set(first_codes(page("notices.md")))
    assert whole <= shown
    assert all(any(code.startswith(start) for code in shown) for start in beginnings)
    assert not {code for code in shown - whole if not any(code.startswith(start) for start in beginnings)}
    assert {notice.code for notice in NOT_READ_YET} <= shown


def _notice_codes() -> tuple[set[str], set[str]]:
    """First arguments of every `Notice(...)` in the code: whole ones, and the fixed beginnings of those that are put together."""
    whole, beginnings = set(), set()
    for file in (ROOT / "src").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Notice" and call.args):
                continue
            code = call.args[0]
            if isinstance(code, ast.Constant):
                whole.add(str(code.value))
            elif isinstance(code, ast.JoinedStr) and isinstance(code.values[0], ast.Constant):
                beginnings.add(str(code.values[0].value))
    assert whole and beginnings
    return whole, beginnings


def test_every_link_leads_somewhere() -> None:
    for file in pages():
        for target in links(file.read_text("utf8")):
            if target.startswith(("http://", "https://")):
                continue
            path, _, place = target.partition("#")
            leads = (file.parent / path).resolve() if path else file
            assert leads.exists() or leads == ROOT / "benchmarks" / "README.md", (name(file), target)
            if place:
                assert place in {anchor(h) for h in headings(leads.read_text("utf8"))}, (name(file), target)


def test_every_page_can_be_reached_from_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    reached: set[Path] = set()
    waiting = [index]
    while waiting:
        file = waiting.pop()
        if file in reached or file.suffix != ".md" or not file.is_file():
            continue
        reached.add(file)
        waiting += [(file.parent / t.partition("#")[0]).resolve() for t in links(file.read_text("utf8")) if not t.startswith("http")]
    assert not {name(file) for file in pages()} - {name(file) for file in reached if ROOT in file.parents}


CARD = ROOT / "models" / "README.md"


def test_the_figures_of_the_model_card_are_those_of_the_summary() -> None:
    """A figure may still be missing, but none may be another one."""
    measured = json.loads((ROOT / "models" / "summary.json").read_text("utf8"))["polnear_dev"]
    for row in rows(section(CARD.read_text("utf8"), "Scores")):
        for kind, shown in zip(("int8", "float32"), row[1:3], strict=True):
            assert shown in ("TODO-FIGURE", f"{measured[coded(row[0])[0]][kind]:.3f}".lstrip("0")), row


def test_the_model_card_says_what_the_summary_says() -> None:
    card, summary = CARD.read_text("utf8"), json.loads((ROOT / "models" / "summary.json").read_text("utf8"))
    assert f"up to {summary['longest_window']} (neighbouring windows share {summary['overlap']})" in card
    for heading in ("Data", "Scores", "Limits", "Must not be used for"):
        assert section(card, heading).strip()
