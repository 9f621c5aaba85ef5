"""The statements of a story as one table, and the controls that narrow it."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.export.page.acts import ORDER, shape
from onrecord.export.page.safe import apart, plain
from onrecord.export.wording import speaker_joined
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Interval, Span

_PRONOUN = re.compile(r"(he|she|it|they|who|which|we|i|him|her|them|both|the latter)", re.IGNORECASE)
_HEADINGS = {
    "no": "id",
    "who": "who, as written",
    "how": "how",
    "told": "what was told, word for word",
    "day": "said on",
    "rep": "report",
    "score": "certainty",
}


def is_pronoun(words: str) -> bool:
    """Whether these words name nobody by themselves."""
    return _PRONOUN.fullmatch(words.strip(" ,.;:'\"“”‘’")) is not None


def label(entry: Entry) -> str:
    """What a report is called on the page: its outlet, or else its file name."""
    return entry.report.outlet.value if entry.report.outlet else entry.name


def table(entries: tuple[Entry, ...]) -> str:
    """Controls and table; a sentence where there is nothing to show."""
    told = [stored.statement for entry in entries for stored in entry.statements]
    if not told:
        return '<p class="empty">No statement was read from these reports. Each report below says why.</p>'
    # A column in which every cell says "not read" tells nothing that the summary above does not.
    columns = [name for name in _HEADINGS if name != "day" or any(statement.said_on for statement in told)]
    headings = "".join(f'<th scope="col" role="columnheader" class="{name}">{_HEADINGS[name]}</th>' for name in columns)
    days = ' class="days"' if "day" in columns else ""
    return "\n".join(
        (
            _controls(entries, len(told)),
            # Roles are said outright, because some browsers take a table laid out as a grid for no table.
            f'<table id="table"{days} role="table"><thead role="rowgroup"><tr role="row">{headings}</tr></thead><tbody role="rowgroup">',
            *(row for entry in entries for row in _rows(entry, columns)),
            "</tbody></table>",
            '<p class="empty" id="none" hidden></p>',
        )
    )


def _controls(entries: tuple[Entry, ...], count: int) -> str:
    """Hidden until the script that makes them work has started."""
    reports = "".join(
        f'<option value="{entry.id}">{plain(f"{label(entry)} ({entry.name})")}: {len(entry.statements)}</option>'
        for entry in entries
        if entry.statements
    )
    acts = Counter(stored.statement.act for entry in entries for stored in entry.statements)
    choices = "".join(
        f'<label class="choice"><input type="checkbox" name="act" value="{act.value}">{shape(act)}{act.value} '
        f"<span>{acts[act]}</span></label>"
        for act in ORDER
        if acts[act]
    )
    return (
        '<form id="controls" hidden role="search" aria-label="Narrow the table">'
        f'<p class="fields"><label>Report <select id="report"><option value="">all</option>{reports}</select></label> '
        '<button type="reset">Show all</button></p>'
        f"<fieldset><legend>Acts</legend>{choices}</fieldset>"
        # Words stand last, so that whoever types sees what they find right below, above a phone's keyboard too.
        '<p class="fields"><label>Words <input id="words" type="search" autocomplete="off" spellcheck="false" '
        'placeholder="for example: spokesman confirm"></label></p>'
        f'<p id="count" role="status">{count} of {count} statements</p></form>'
    )


def _rows(entry: Entry, columns: list[str]) -> Iterator[str]:
    before = named_before(entry)
    for stored in entry.statements:
        told, number = stored.statement, stored.id
        cells = _cells(entry, stored, before.get(number))
        row = "".join(f'<td role="cell" class="{name}">{cells[name]}</td>' for name in columns)
        yield f'<tr role="row" id="row-{number}" data-a="{told.act.value}" data-r="{entry.id}">{row}</tr>'


def _cells(entry: Entry, stored: StoredStatement, before: StoredStatement | None) -> dict[str, str]:
    report, told, number = entry.report, stored.statement, stored.id
    language = report.language.value if report.language else None
    source = pieced(report.text, told.source)
    who = apart(source, language) if source else '<span class="ours">nobody named</span>'
    if told.speaker and speaker_joined(report.text, told):
        who += f'<span class="ours">speaker: {apart(told.speaker)}</span>'
    elif before:
        who += f'<span class="ours">named before: {apart(pieced(report.text, before.statement.source).strip(" ,"), language)}</span>'
    trail = "".join(f" ‹ {apart(name)}" for name in told.via)
    cue = " … ".join(apart(span.of(report.text), language) for span in told.cue)
    pieces = ' <span class="ours">[…]</span> '.join(apart(span.of(report.text), language) for span in told.content)
    day = report.published.value.isoformat() if report.published else "no date"
    return {
        "no": f'<a href="#at-{number}" title="show {number} in its report">{number}</a>',
        "who": who + trail,
        "how": f'<span class="word">{shape(told.act)}{told.act.value}</span> <span class="cue">{cue}</span>',
        "told": f'{pieces} <span class="ours">{told.quoted.value}</span>',
        "day": _day(told.said_on),
        "rep": f'<a href="#report-{entry.id}">{apart(label(entry))}</a> <span class="ours">{day}</span>',
        "score": f"{told.score:.2f}",
    }


def pieced(text: str, spans: tuple[Span, ...]) -> str:
    """The words of a source, its pieces joined."""
    return " … ".join(span.of(text) for span in spans)


def named_before(entry: Entry) -> dict[str, StoredStatement]:
    """For each statement that a pronoun tells, the last one before it that a name tells: a help for the reader, not a finding.

    A name inside what somebody else tells is passed over: in "Koo said Seoul had protested. He refused", he is Koo.
    """
    text = entry.report.text
    order = sorted((min(s.statement.content + s.statement.source).start, n, s) for n, s in enumerate(entry.statements))
    found: dict[str, StoredStatement] = {}
    last: StoredStatement | None = None
    told_until: list[Span] = []
    for _, _, stored in order:
        source = stored.statement.source
        if source and is_pronoun(pieced(text, source)):
            if last:
                found[stored.id] = last
        elif source and not any(span.overlaps(source[0]) for span in told_until):
            last = stored
        told_until = [span for span in told_until if span.end > stored.statement.content[0].start] + list(stored.statement.content)
    return found


def _day(said_on: Interval | None) -> str:
    if said_on is None:
        return '<span class="ours">not read</span>'
    earliest, latest = said_on.earliest.isoformat(), said_on.latest.isoformat()
    return earliest if earliest == latest else f"{earliest} to {latest}"
