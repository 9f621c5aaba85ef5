"""How the house is kept: imports, sizes, and nothing in it of the machine that it was built on."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.contracts.pages import ROOT, name, pages

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def test_no_file_is_too_long_to_read_in_one_go() -> None:
    sizes = {name(file): len(file.read_text("utf8").splitlines()) for file in SOURCES}
    assert not {file: size for file, size in sizes.items() if size > LONGEST_FILE}


def test_no_function_is_too_long_to_see_at_once() -> None:
    long = []
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text("utf8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                long.append((name(file), node.name))
    assert not long


def test_what_an_older_pip_does_not_resolve_is_named() -> None:
    """Trafilatura needs `lxml[html_clean]` by way of justext; pip 23 does not know the extra by that name, and HTML could not be read."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]["dependencies"]
    assert "lxml-html-clean" in {re.split(r"[<>=~! \[]", line)[0].lower().replace("_", "-") for line in wanted}


PUBLIC_HOSTS = {
    "aclanthology.org", "arxiv.org", "choosealicense.com", "doi.org", "example.org", "github.com", "huggingface.co",
    "keepachangelog.com", "onnxruntime.ai", "packaging.python.org", "pypi.org", "semver.org", "spdx.org", "sqlite.org",
    "www.apache.org", "www.sqlite.org", "www.w3.org",
}  # fmt: skip
"""Hosts that a page or a file may name. None is ever asked for anything by the program."""

_URL = re.compile(r"\b(?:https?|ftp|wss?)://(?P<host>[\w.-]*\w)")
_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|mnt|opt|srv)/"
    r"|\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b(?!\s*(?:%|per))"
    r"|\b[\w-]+\.(?:internal|corp|lan|intranet)\b(?!\()"
)


def _written() -> Iterator[Path]:
    """Every file of the project that a person wrote."""
    yield from pages()
    yield from (ROOT / n for n in ("Makefile", "pyproject.toml", "NOTICE", ".gitignore", ".ci/run"))
    for folder in ("src", "training", "benchmarks", "tests"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and file.suffix in (".py", ".md", ".css", ".js", ".mako", ".toml", ".sh") and "__pycache__" not in file.parts:
                yield file


def test_only_public_hosts_are_named() -> None:
    found = {(name(file), match["host"]) for file in _written() for match in _URL.finditer(file.read_text("utf8"))}
    tests = {host for file, host in found if file.startswith("tests/")}
    assert not {(file, host) for file, host in found if host not in PUBLIC_HOSTS and not file.startswith("tests/")}
    # What tests make up must not exist: RFC 2606 keeps these names for that.
    assert not {h for h in tests - PUBLIC_HOSTS if not re.search(r"(?:^|\.)(?:example(?:\.\w+)?|invalid|test|localhost)$", h)}


def test_no_path_or_address_of_a_machine_is_named() -> None:
    found = []
    for file in _written():
        if file != Path(__file__).resolve():
            found += [(name(file), match[0]) for match in _MACHINE.finditer(file.read_text("utf8"))]
    assert not found
