"""`demo`: the sample story, read and shown."""

from importlib.resources import as_file, files
from pathlib import Path

from onrecord import export, pipeline, sources
from onrecord.cli import printing
from onrecord.cli.exits import Exit
from onrecord.cli.showing import one_line
from onrecord.record import Story


def demo(place: Path, output: Path) -> None:
    """Add the sample story to `place`, write its page to `output`, and say what can be seen."""
    with as_file(files("onrecord") / "sample") as folder, Story.make(place) as story:
        names = sorted(str(p) for p in Path(folder).iterdir() if p.suffix in (".txt", ".html"))
        for outcome in pipeline.add(story, list(sources.find(names))):
            told = printing.count(outcome.statements, "statement") if outcome.statements else outcome.status.value
            printing.line(f"{outcome.id:>4}  {printing.safe(outcome.name):42} {told}")
        entries = list(story.entries())
        failed = sum(check.verdict.value == "fail" for check in story.verify())
    export.write(entries, "html", output, title="Sample story")
    denials = [(e, s) for e in entries for s in e.statements if s.statement.act.value in ("confirm", "deny", "refuse")]
    printing.line("\nConfirmed, denied or refused in these reports:")
    for entry, stored in denials[:12]:
        printing.line(one_line(entry, stored))
    total = sum(len(e.statements) for e in entries)
    printing.line(
        f"\n{printing.count(len(entries), 'report')}, {printing.count(total, 'statement')}; every hash and span checked, {failed} failed."
    )
    printing.line(f"Open {output} in a browser. The story is in {place}; try: onrecord show {place} r1")
    if failed:
        raise SystemExit(Exit.CHECK_FAILED)
