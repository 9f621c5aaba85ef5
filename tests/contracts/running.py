"""Runs the commands and the Python of a page in a folder of its own, and compares what comes out with what the page shows."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import Story
from onrecord.cli.commands import app, run
from onrecord.vocabulary import Act
from tests.contracts.pages import SAMPLE, Block, Command, blocks, commands

RUN = ("console", "sh", "bash", "python")
SHOWN_ONLY = ("text", "json", "csv", "")

NOT_RUN = {
    r"make (demo|test|fast|lint|bench|train|clean)\b.*": "makes its own virtual environment first, which takes minutes; it must exist",
    r"(python3 -m |\S+/bin/python -m )?pip install .*": "writes to an environment and asks a registry; done by every fresh set-up",
    r"python3 -m pip (wheel|download) .*": "asks a registry; tried by hand for each release",
    r"cd wheelhouse && .*": "lies in a folder that the page's earlier commands make",
    r"python3 -m venv .*": "takes seconds and shows nothing of On Record",
    r"(onrecord-env|\.venv)/bin/\S+ .*": "lies in an environment that the page's earlier commands make",
}
"""Commands that are shown and not run, as patterns of the whole line, each with the reason."""


def not_run(line: str) -> str | None:
    """The pattern by which a command is left out."""
    return next((pattern for pattern in NOT_RUN if re.fullmatch(pattern, line)), None)


@dataclass
class Reader:
    """Somebody who does in `folder` what a page says, in order."""

    folder: Path
    names: dict[str, object] = field(default_factory=lambda: {"__name__": "page"})

    def prepare(self, given: Iterable[str], story: Path) -> None:
        """Put there what the page takes for granted: folders of sample reports, and the story made of them."""
        for what in given:
            if what == "my-story":
                copy_tree(story, self.folder / what)
            else:
                copy_reports(self.folder / what)

    def do(self, command: Command) -> tuple[int, list[str]]:
        """Exit code and lines of one command."""
        words = _plain_words(command.line)
        if words is not None and words[0] == "onrecord":
            return self._in_process(self._spread(words[1:]))
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command.line],
            check=False,
            cwd=self.folder,
            env=environment(self.folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
        )
        return done.returncode, self._lines(done.stdout)

    def _lines(self, printed: str) -> list[str]:
        return printed.replace(str(self.folder), "/somewhere").splitlines()

    def _in_process(self, words: list[str]) -> tuple[int, list[str]]:
        """Without a new process, so that the encoder is loaded once for all pages."""
        out = io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = run(lambda: app(words, prog_name="onrecord"))
        return code, self._lines(out.getvalue())

    def _spread(self, words: list[str]) -> list[str]:
        spread: list[str] = []
        for word in words:
            found = sorted(str(path.relative_to(self.folder)) for path in self.folder.glob(word)) if "*" in word else []
            spread += found or [word]
        return spread

    def execute(self, block: Block, page: str) -> list[str]:
        """The lines that a block of Python prints; names live on from block to block."""
        out = io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(out):
            exec(compile(block.inside, page, "exec"), self.names)
        return out.getvalue().splitlines()


def _plain_words(line: str) -> list[str] | None:
    """The words of a command that needs no shell; None where it has pipes, variables and the like."""
    if re.search(r"[|<>;&$`(){}~]|^\w+=", line):
        return None
    return shlex.split(line.replace("\\\n", " "))


def copy_reports(folder: Path) -> None:
    """The sample reports as files of the reader's own."""
    folder.mkdir(parents=True)
    for file in sorted(SAMPLE.iterdir()):
        if file.suffix in (".txt", ".html"):
            (folder / file.name).write_bytes(file.read_bytes())


def copy_tree(source: Path, target: Path) -> None:
    """A copy of a story's folder."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())


def environment(home: Path) -> dict[str, str]:
    """What a command of a page sees of the outside: this environment's programs first, and no settings of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    kept["HOME"] = str(home)
    return kept


_MODEL = re.compile(r"(?<=read by   )\S+(?=;)|(?<=encoder )[^\s;]+(?=;)|(?<=\"model\": \")[^\"]*")
_HASH = re.compile(r"\b[0-9a-f]{12,64}\b")
_STATEMENT = re.compile(r"^\s*s\d+  (?P<act>\w+)\s+(?P<who>.*?): (?P<what>.+)$")
_ROLE = re.compile(r"^  (?:source|cue|content)\s+\[\d+, \d+\)  (?P<words>.+)$")


def form(line: str) -> str:
    """A line without what a newer encoder or another machine may change: numbers, hashes, the model's name, the width of columns."""
    return re.sub(r"\d[\d,.]*", "0", _HASH.sub("HASH", _MODEL.sub("MODEL", " ".join(line.split()) if _is_table(line) else line)))


def _is_table(line: str) -> bool:
    return "  " in line.strip() and not line.startswith(" ")


def differences(shown: Sequence[str], real: Sequence[str], words: str) -> list[str]:
    """Lines that a page shows and that did not come out, in form. `...` stands for any lines.

    A line of what the machine read in a report may differ from the one that came out, but its act must exist and its words must stand
    in `words`, the texts of the reports.
    """
    left = [form(line) for line in real]
    missing = []
    for line in shown:
        if line.strip() in ("", "...") or _is_read(line, words):
            continue
        wanted = form(line)
        if wanted in left:
            left = left[left.index(wanted) + 1 :]
        else:
            missing.append(line)
    return missing


def _is_read(line: str, words: str) -> bool:
    """Whether a line says what a statement is, in the form that commands print, with words that stand in a report."""
    statement, role = _STATEMENT.match(line), _ROLE.match(line)
    if statement:
        named = statement["who"] == "(nobody named)" or _stand(statement["who"], words)
        return statement["act"] in set(Act) and named and _stand(statement["what"], words)
    return role is not None and _stand(role["words"], words)


def _stand(shown: str, words: str) -> bool:
    pieces = [piece.strip() for piece in re.split(r"\s*…\s*", shown) if piece.strip()]
    return bool(pieces) and all(piece in words for piece in pieces)


def renewed(shown: Sequence[str], real: Sequence[str]) -> list[str]:
    """What a page should show now. Where it cuts with `...`, each stretch begins at the line that is like its first one, and is as long as
    it was; one at the end runs to the end."""
    stretches: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == "...":
            stretches.append([])
        else:
            stretches[-1].append(line)
    written: list[str] = []
    at = 0
    for number, stretch in enumerate(stretches):
        if number:
            written.append("...")
        if stretch:
            at = next((i for i in range(at, len(real)) if _begins_alike(real[i], stretch[0])), at)
            end = len(real) if number == len(stretches) - 1 else at + len(stretch)
            written += real[at:end]
            at = end
    return written


def _begins_alike(real: str, shown: str) -> bool:
    ids = [re.match(r"^ *(s\d+)  ", line) for line in (real, shown)]
    if all(ids):
        return ids[0][1] == ids[1][1]  # type: ignore[index]
    return form(real) == form(shown)


FINDINGS = (("confirm", "a large number"), ("refuse", "how many they were"))
"""What README and tutorial find in the sample's first report: the act, and some of the words told."""

_FINDINGS = re.compile(r"<!-- findings: (?P<ids>[s\d ]+) -->")


def findings(story: Path) -> list[str]:
    """The ids that the findings have in `story`; they move when a newer encoder finds more or less before them."""
    found = []
    with Story.open(story) as opened:
        entry = opened.entry("r1")
        for act, words in FINDINGS:
            found += [s.id for s in entry.statements if s.statement.act == act and words in s.statement.content[0].of(entry.report.text)][
                :1
            ]
    return found


def retold(text: str, now: Sequence[str]) -> str:
    """A page with the ids that its findings have `now`, in its prose as in its commands."""
    match = _FINDINGS.search(text)
    if match is None:
        return text
    moved = dict(zip(match["ids"].split(), now, strict=True))
    return re.sub(r"\bs\d+\b", lambda m: moved.get(m[0], m[0]), text)


def expected_exit(block: Block) -> int:
    """The exit code that a block's commands should have: `console exit 3`."""
    return int(block.note.removeprefix("exit ")) if block.note.startswith("exit ") else 0


def steps(text: str) -> list[tuple[Block, Command | None]]:
    """What a page has a reader do: each command, and each block of Python as a whole."""
    found: list[tuple[Block, Command | None]] = []
    for block in blocks(text):
        if block.language == "python":
            found.append((block, None))
        elif block.language in RUN:
            found += [(block, command) for command in commands(block)]
    return found
