"""The commands. Heavy rooms are imported inside them, so that `--help` and usage errors answer at once."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import printing
from onrecord.cli.exits import Exit
from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.pipeline import Outcome
    from onrecord.sources import Candidate

app = typer.Typer(
    name="onrecord",
    help="Keep a record of who said what, read from news reports; every item traceable to an archived source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)

StoryArgument = Annotated[Path, typer.Argument(help="The story's folder.", metavar="STORY")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no day; write it as 2023-10-16.") from None


@app.command()
def add(
    story: StoryArgument,
    sources: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="SOURCE...")],
    published: Annotated[str | None, typer.Option(help="Day of publication of these sources, as 2023-10-16.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of these sources.")] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Add reports to a story, reading each; a new folder becomes a new story."""
    day = _day(published)
    if story.is_file():
        raise typer.BadParameter(f"{story} is a file; the story's folder first: onrecord add my-story {story.name}", param_hint="STORY")
    from onrecord import pipeline
    from onrecord import sources as room
    from onrecord.cli import shapes
    from onrecord.record import Story

    with Story.make(story) as opened:
        skipped: list[str] = []
        candidates = list(room.find(sources, skipped=skipped.append))
        outcomes = pipeline.add(opened, candidates, published=day, outlet=outlet)
        done: list[pipeline.Outcome] = []
        try:
            for outcome in printing.progressing(outcomes, len(candidates), "Reading", shown=not (quiet or json)):
                done.append(outcome)
                if not json:
                    _tell(outcome, quiet=quiet)
        except KeyboardInterrupt:
            printing.note(f"Stopped. {printing.count(len(done), 'source')} done and kept; the same command goes on from there.")
            raise typer.Exit(Exit.INTERRUPTED) from None
        finally:
            # Also where the story fails half way: a script must learn what is kept.
            if json:
                printing.as_json([shapes.outcome_shape(o) for o in done])
    failed = sum(o.error is not None for o in done)
    if skipped and not quiet:
        printing.note(f"{printing.count(len(skipped), 'file')} not looked at (hidden, a link out of its folder, or neither text nor HTML):")
        for place in skipped[:20]:
            printing.note(f"    {printing.safe(place)}")
    if not (json or quiet):
        added = sum(o.status is pipeline.Status.ADDED for o in done)
        told = sum(o.statements for o in done if o.status is pipeline.Status.ADDED)
        reread = sum(o.status is pipeline.Status.REREAD for o in done)
        known = len(done) - failed - added - reread
        kept = f"{printing.count(added, 'report')} added with {printing.count(told, 'statement')}"
        printing.note(f"{kept}; {reread} read anew; {known} there before; {failed} not added.")
    raise typer.Exit(Exit.SOME_FAILED if failed or not done else Exit.DONE)


def _tell(outcome: "Outcome", *, quiet: bool) -> None:
    if outcome.error is not None:
        printing.complaint(outcome.error, outcome.place)
        return
    if quiet:
        return
    told = f": {printing.count(outcome.statements, 'statement')}" if outcome.status.value != "already there" else ""
    printing.line(f"{outcome.id}  {printing.safe(outcome.name)}  {outcome.status.value}{told}")
    for notice in outcome.notices:
        if not notice.code.startswith("not-read:"):
            printing.line(f"    {printing.safe(notice.message)}")


@app.command()
def read(
    source: Annotated[str, typer.Argument(help="A file, or - for standard input.", metavar="FILE")],
) -> None:
    """Read one report and print who said what in it, as JSON; nothing is kept."""
    from onrecord import pipeline
    from onrecord import sources as room
    from onrecord.cli import shapes
    from onrecord.vocabulary import PartKind

    candidate = _single(room.find([source]), source)
    report = room.collect(candidate.read(), candidate.name)
    reading = pipeline.read_report(report)
    described = {
        "document": report.name,
        "outlet": shapes.found_shape(report.outlet),
        "title": shapes.found_shape(report.title),
        "author": shapes.found_shape(report.author),
        "published": shapes.found_shape(report.published),
        "language": shapes.found_shape(report.language),
        "credits": [shapes.found_shape(c) for c in report.credits],
        "not_body": [span.of(report.text) for span in report.spans_of(PartKind.NOT_BODY)],
    }
    shape = shapes.reading_shape(reading, report.text)
    shape["notices"] = shapes.notice_shapes(report.notices) + shape["notices"]
    printing.as_json({**described, **shape})


def _single(candidates: "Iterable[Candidate]", source: str) -> "Candidate":
    found = list(candidates)
    if len(found) != 1:
        raise typer.BadParameter(f"{source} holds {len(found)} files; give one, or keep them all in a story with onrecord add.")
    return found[0]


@app.command(name="list")
def list_(
    story: StoryArgument,
    search: Annotated[
        str | None, typer.Option(help="Only places in the texts with these words; reports that were not read are searched too.")
    ] = None,
    json: Json = False,
) -> None:
    """List a story's reports, or where some words stand in them."""
    from onrecord.cli import shapes
    from onrecord.record import Story

    with Story.open(story) as opened:
        if search is not None:
            hits = opened.search(search)
            if not hits and not json:
                printing.note("No report has these words.")
                return
            if json:
                printing.as_json([{"report": h.id, "name": h.name, "span": [h.span.start, h.span.end], "snippet": h.snippet} for h in hits])
            else:
                printing.table([(h.id, h.name, f"{h.span.start}", h.snippet) for h in hits], ("id", "report", "at", "words"))
            return
        entries = list(opened.entries())
    if json:
        printing.as_json([shapes.entry_shape(e) for e in entries])
        return
    if not entries:
        printing.note("This story has no reports yet: onrecord add STORY FILE...")
        return
    rows = []
    for e in entries:
        unread = "; ".join(n.code for n in e.notices if n.code.startswith("unread:"))
        outlet, published, title = (str(f.value) if f else "" for f in (e.report.outlet, e.report.published, e.report.title))
        rows.append((e.id, e.name, outlet, published, str(len(e.statements)), unread, title))
    printing.table(rows, ("id", "report", "outlet", "published", "statements", "unread", "title"))


@app.command()
def show(
    story: StoryArgument,
    item: Annotated[str, typer.Argument(help="A report (r1, or its name) or a statement (s7).", metavar="ITEM")],
    json: Json = False,
) -> None:
    """Show one report with its statements, or one statement with the words around it."""
    from onrecord.cli import showing
    from onrecord.record import Story

    with Story.open(story) as opened:
        showing.show(opened, item, json=json)


@app.command()
def export(
    story: StoryArgument,
    format: Annotated[str, typer.Option(help="record (JSON), csv, or html (one page).")],
    output: Annotated[str, typer.Option("--output", "-o", help="The file to write; - for standard output.")],
) -> None:
    """Write a working copy of the story's record; not for publication."""
    from onrecord import export as room
    from onrecord.record import Story

    if format not in room.FORMATS:
        raise typer.BadParameter(f"{format!r} is no format; choose one of {', '.join(room.FORMATS)}.", param_hint="--format")
    with Story.open(story) as opened:
        entries = list(opened.entries())
    title = story.resolve().name
    if output == "-":
        # Bytes, because the terminal's encoding may not be UTF-8 and a CSV brings its own line ends.
        sys.stdout.buffer.write(room.render(entries, format, title=title).encode("utf-8"))
        return
    room.write(entries, format, Path(output), title=title)
    printing.note(f"{output}: {printing.count(len(entries), 'report')} written. A working copy, not for publication.")


@app.command()
def verify(
    story: StoryArgument,
    json: Json = False,
    all_: Annotated[bool, typer.Option("--all", help="Print what passed, too.")] = False,
) -> None:
    """Check every hash and every span again: pass, fail or not checked, item by item."""
    from onrecord.record import Story, Verdict

    with Story.open(story) as opened:
        checks = list(printing.progressing(opened.verify(), None, "Checking", shown=not json))
    totals = {v: sum(c.verdict is v for c in checks) for v in Verdict}
    if json:
        printing.as_json([{"item": c.item, "verdict": c.verdict.value, "detail": c.detail} for c in checks])
    else:
        for c in checks:
            if all_ or c.verdict is not Verdict.PASS:
                printing.line(f"{c.verdict.value}  {printing.safe(c.item)}  {printing.safe(c.detail)}".rstrip())
        printing.line(f"{totals[Verdict.PASS]:,} pass, {totals[Verdict.FAIL]:,} fail, {totals[Verdict.NOT_CHECKED]:,} not checked")
    raise typer.Exit(Exit.CHECK_FAILED if totals[Verdict.FAIL] else Exit.DONE)


@app.command()
def demo(
    story: Annotated[Path, typer.Option(help="Folder for the sample story.")] = Path("demo-story"),
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("demo.html"),
) -> None:
    """Read the sample story that comes with On Record and write its page."""
    from onrecord.cli import sample

    sample.demo(story, output)


def _version(asked: bool) -> None:
    if asked:
        from onrecord import __version__

        printing.line(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Keep a record of who said what, read from news reports; every item traceable to an archived source."""
    del version


def main() -> None:
    """Run a command; errors we know become a message and an exit code, never a traceback."""
    sys.exit(run(app))


def run(command: Callable[[], Any]) -> int:
    """The exit code of `command`, after printing what went wrong if something did."""
    try:
        command()
    except OnRecordError as error:
        printing.complaint(error)
        return error.exit_code
    except KeyboardInterrupt:
        printing.note("Stopped. What was reported as added is kept.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, and Python must not try to at exit.
        sys.stderr.close()
        return Exit.DONE
    except ValueError as error:
        if not str(error).startswith("ONRECORD_"):
            raise
        printing.note(str(error))
        return Exit.USAGE
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.DONE
    return Exit.DONE
