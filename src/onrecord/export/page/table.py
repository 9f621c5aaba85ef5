"""The statements of a story as one table, and the controls that narrow it."""

import re
from collections import Counter

from onrecord.export.page.acts import ORDER, shape
from onrecord.export.page.safe import apart, plain
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Interval

_PRONOUN = re.compile(r"(he|she|it|they|who|which|we|i|him|her|them|both|the latter)", re.IGNORECASE)
_HEADINGS = (
    ("id", "no"),
    ("who, as written", "who"),
    ("how", "how"),
    ("what was told, word for word", "told"),
    ("said on", "day"),
    ("report", "rep"),
    ("certainty", "score"),
)


def is_pronoun(words: str) -> bool:
    """Whether these words name nobody by themselves."""
    return _PRONOUN.fullmatch(words.strip(" ,.;:'\"“”‘’")) is not None


def label(entry: Entry) -> str:
    """What a report is called on the page: its outlet, or else its file name."""
    return entry.report.outlet.value if entry.report.outlet else entry.name


def table(entries: tuple[Entry, ...]) -> str:
    """Controls and table; a sentence where there is nothing to show."""
    rows = [_row(entry, stored) for entry in entries for stored in entry.statements]
    if not rows:
        return '<p class="empty">No statement was read from these reports. Each report below says why.</p>'
    headings = "".join(f'<th scope="col" class="{kind}">{words}</th>' for words, kind in _HEADINGS)
    return "\n".join(
        (
            _controls(entries, len(rows)),
            '<table id="table"><thead><tr>',
            headings,
            "</tr></thead><tbody>",
            *rows,
            "</tbody></table>",
            '<p class="empty" id="none" hidden>No statement fits. Take a word or a choice away.</p>',
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
        '<p class="fields"><label>Words <input id="words" type="search" autocomplete="off" spellcheck="false" '
        'placeholder="for example: spokesman confirm"></label> '
        f'<label>Report <select id="report"><option value="">all</option>{reports}</select></label> '
        '<button type="reset">Show all</button></p>'
        f"<fieldset><legend>Acts</legend>{choices}</fieldset>"
        f'<p id="count" role="status">{count} of {count} statements</p></form>'
    )


def _row(entry: Entry, stored: StoredStatement) -> str:
    report, told, number = entry.report, stored.statement, stored.id
    language = report.language.value if report.language else None
    source = " … ".join(span.of(report.text) for span in told.source)
    who = apart(source, language) if source else '<span class="ours">nobody named</span>'
    if told.speaker and told.speaker != source:
        who += f'<br><span class="ours">speaker: {apart(told.speaker)}</span>'
    trail = "".join(f" ‹ {apart(name)}" for name in told.via)
    cue = " … ".join(apart(span.of(report.text), language) for span in told.cue)
    pieces = ' <span class="ours">[…]</span> '.join(apart(span.of(report.text), language) for span in told.content)
    pronoun = ' data-p=""' if is_pronoun(source) else ""
    day = report.published.value.isoformat() if report.published else "no date"
    return (
        f'<tr id="row-{number}" data-a="{told.act.value}" data-r="{entry.id}"{pronoun}>'
        f'<td class="no"><a href="#at-{number}" title="show {number} in its report">{number}</a></td>'
        f'<td class="who">{who}{trail}</td>'
        f'<td class="how"><span class="word">{shape(told.act)}{told.act.value}</span> <span class="cue">{cue}</span></td>'
        f'<td class="told">{pieces} <span class="ours">{told.quoted.value}</span></td>'
        f'<td class="day">{_day(told.said_on)}</td>'
        f'<td class="rep"><a href="#report-{entry.id}">{apart(label(entry))}</a> <span class="ours">{day}</span></td>'
        f'<td class="score">{told.score:.2f}</td></tr>'
    )


def _day(said_on: Interval | None) -> str:
    if said_on is None:
        return '<span class="ours">not read</span>'
    earliest, latest = said_on.earliest.isoformat(), said_on.latest.isoformat()
    return earliest if earliest == latest else f"{earliest} to {latest}"
