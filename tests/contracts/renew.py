"""Writes what commands print now into the pages that show it: `python -m tests.contracts.renew`. Look at what changed, then commit."""

import contextlib
import io
import tempfile
from pathlib import Path

from onrecord.cli.commands import app, run
from tests.contracts.pages import Block, Command, blocks, given, name, pages
from tests.contracts.running import Reader, copy_reports, expected_exit, findings, not_run, renewed, retold, steps


def renew(page: Path, story: Path, folder: Path) -> bool:
    """Rewrite one page; whether anything changed."""
    before = page.read_text("utf8")
    text = retold(before, findings(story))
    reader = Reader(folder)
    reader.prepare(given(text), story)
    written: dict[Block, str] = {}
    for block, command in steps(text):
        if command is None:
            printed = reader.execute(block, name(page))
            following = [b for b in blocks(text) if b.start > block.end][:1]
            if following and following[0].note == "output":
                written[following[0]] = _joined(renewed(following[0].inside.splitlines(), printed))
            continue
        real = list(command.shown) if not_run(command.line) else _shown(reader, command, expected_exit(block))
        if block.language == "console":
            written[block] = written.get(block, "") + _joined([f"$ {command.line}", *real])
    new = text
    for block in sorted(written, key=lambda b: -b.start):
        new = new[: block.start] + written[block] + new[block.end :]
    page.write_text(new, "utf8")
    return new != before


def _shown(reader: Reader, command: Command, expected: int) -> list[str]:
    code, real = reader.do(command)
    if code != expected:
        raise SystemExit("\n".join([f"{command.line}: exit code {code}; nothing of this page was rewritten", *real]))
    # A page that shows nothing of a command's output wants to show nothing.
    return renewed(command.shown, real) if command.shown else []


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        copy_reports(top / "reports")
        with contextlib.redirect_stdout(io.StringIO()):
            run(lambda: app(["add", str(top / "my-story"), str(top / "reports"), "--quiet"], prog_name="onrecord"))
        for number, page in enumerate(pages()):
            if steps(page.read_text("utf8")):
                folder = top / str(number)
                folder.mkdir()
                print(f"{'renewed' if renew(page, top / 'my-story', folder) else 'the same'}  {name(page)}")


if __name__ == "__main__":
    main()
