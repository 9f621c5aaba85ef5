"""Commands run in this process, so that the encoder is loaded once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.commands import app, run

DENIAL = (
    "Sample ministry answers\n\n"
    "SAMPLETOWN, 3 March 2024 - The Sample Ministry denied on Monday that anyone had been sent back. "
    '"We know of no such case," spokesman Karim Sample told reporters. He did not confirm the number of people held.\n\n'
    "The Sample Rights Monitor said that at least 40 people were sent back in February.\n"
)


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Ran]


@pytest.fixture
def onrecord(capsys: pytest.CaptureFixture[str]) -> Command:
    """`onrecord("add", story, file)` as typed in a shell."""

    def command(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run(lambda: app([str(a) for a in arguments], prog_name="onrecord"))
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "denial.txt"
    file.write_text(DENIAL, "utf8")
    return file
