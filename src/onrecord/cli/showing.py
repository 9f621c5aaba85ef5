"""`show`: single reports and statements in words."""

from datetime import date

from onrecord.cli import printing, shapes
from onrecord.record import Entry, StoredStatement, Story
from onrecord.vocabulary import Found, PartKind, Span, TextQuote


def show(story: Story, item: str, *, json: bool) -> None:
    """Print the report or statement `item`; NotInStory where there is none."""
    if item[:1] in "sS" and item[1:].isdecimal():
        entry, stored = story.statement(item.lower())
        if json:
            printing.as_json(shapes.stored_shape(stored, entry))
        else:
            _show_statement(entry, stored)
        return
    entry = story.entry(item)
    if json:
        statements = [shapes.stored_shape(s, entry) for s in entry.statements]
        printing.as_json({**shapes.entry_shape(entry), "text": entry.report.text, "statements": statements})
    else:
        _show_report(entry)


def _show_report(entry: Entry) -> None:
    report = entry.report
    printing.line(f"{entry.id}  {printing.safe(entry.name)}")
    for label, found in (
        ("title", report.title),
        ("outlet", report.outlet),
        ("author", report.author),
        ("published", report.published),
        ("language", report.language),
    ):
        printing.line(f"  {label:10}{_finding(found)}")
    for found in report.credits:
        printing.line(f"  {'credits':10}{_finding(found)}")
    skipped = len(report.spans_of(PartKind.NOT_BODY))
    printing.line(f"  {'archived':10}sha256 {report.sha256}, {report.decoding.encoding} ({report.decoding.basis})")
    printing.line(f"  {'read by':10}{entry.model}; {printing.count(skipped, 'line')} not of the article, not read")
    for notice in entry.notices:
        printing.line(f"  {'note':10}{printing.safe(notice.message)}")
    printing.line()
    for stored in entry.statements:
        printing.line(one_line(entry, stored))


def _finding(found: Found[str] | Found[date] | None) -> str:
    if found is None:
        return "not found"
    return f"{printing.safe(str(found.value))}  ({printing.safe(found.basis)}: {printing.short(found.as_written, 60)})"


def one_line(entry: Entry, stored: StoredStatement) -> str:
    """A statement as one line: id, act, who, what."""
    s, text = stored.statement, entry.report.text
    who = printing.short(" ".join(span.of(text) for span in s.source) or "(nobody named)", 40)
    what = printing.short(" … ".join(span.of(text) for span in s.content), 90)
    return f"{stored.id:>5}  {s.act.value:11} {who}: {what}"


def _show_statement(entry: Entry, stored: StoredStatement) -> None:
    s, text = stored.statement, entry.report.text
    printing.line(f"{stored.id}  in {entry.id} {printing.safe(entry.name)}")
    printing.line(f"  act       {s.act.value}, {s.quoted.value}, score {s.score:.2f}")
    for role, span in s.spans():
        printing.line(f"  {role:10}[{span.start}, {span.end})  {printing.safe(span.of(text))}")
    first, last = min(sp.start for _, sp in s.spans()), max(sp.end for _, sp in s.spans())
    quote = TextQuote.at(text, Span(first, last))
    printing.line(f"  in context  …{printing.safe(quote.prefix)} [{printing.safe(quote.exact)}] {printing.safe(quote.suffix)}…")
    printing.line(f"  why       {printing.safe(s.why)}")
