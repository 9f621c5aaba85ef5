"""What is known about each report, how it is known, and its text."""

from typing import Any

from onrecord.export.page.marked import marked_text
from onrecord.export.page.safe import apart, shown
from onrecord.export.page.table import label
from onrecord.record.entry import Entry
from onrecord.vocabulary import Found, Notice


def contents(entries: tuple[Entry, ...]) -> str:
    """The list of reports with what came of each."""
    rows = []
    for entry in entries:
        published = entry.report.published
        title = _title(entry) or '<span class="ours">no title</span>'
        rows.append(
            f'<tr><td><a href="#report-{entry.id}">{apart(label(entry))}</a></td><td>{title}</td>'
            f"<td>{published.value.isoformat() if published else 'no date'}</td>"
            f'<td class="score">{len(entry.statements) if entry.model else "not read"}</td></tr>'
        )
    return (
        '<table class="contents"><thead><tr><th scope="col">outlet or file</th><th scope="col">title</th><th scope="col">published</th>'
        f'<th scope="col" class="score">statements</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def said_of_all(entries: tuple[Entry, ...]) -> frozenset[Notice]:
    """What this version reads in no report: said once above, instead of under each."""
    notices = [{notice for notice in entry.notices if notice.code.startswith("not-read:")} for entry in entries if entry.model]
    return frozenset(set.intersection(*notices)) if notices else frozenset()


def section(entry: Entry, above: frozenset[Notice]) -> str:
    """One report: heading, provenance, notices that do not stand `above`, text."""
    report = entry.report
    title = _title(entry)
    first = [apart(label(entry))] if title or report.outlet else []
    first.append(f"published {report.published.value.isoformat()}" if report.published else "no date told")
    first.append(_counted(len(entry.statements)) if entry.model else "not read")
    notices = "".join(f"<li>{shown(notice.message)}</li>" for notice in entry.notices if notice not in above)
    return "\n".join(
        (
            f'<section class="report" id="report-{entry.id}" aria-labelledby="title-{entry.id}">',
            f'<h2 id="title-{entry.id}">{title or apart(entry.name)}</h2>',
            f'<p class="first">{" · ".join(first)} · <a href="#statements">all statements</a></p>',
            f'<ul class="notices">{notices}</ul>' if notices else "",
            f'<details class="facts"><summary>Where this comes from</summary><dl>{_facts(entry)}</dl></details>',
            f'<article id="text-{entry.id}">',
            marked_text(entry),
            "</article></section>",
        )
    )


def _facts(entry: Entry) -> str:
    report = entry.report
    decoding = f"{report.decoding.encoding} ({report.decoding.basis})"
    if report.decoding.replaced:
        decoding += f"; {report.decoding.replaced} unreadable bytes stand as U+FFFD"
    rows = [
        ("file", apart(entry.name)),
        *(("also as", apart(name)) for name in entry.also_named),
        ("outlet", _found(report.outlet)),
        ("published", _found(report.published)),
        ("author", _found(report.author)),
        ("language", _found(report.language)),
        *(("credited", _found(credit)) for credit in report.credits),
        ("title", _found(report.title)),
        ("archived as", f'<code class="hash">{shown(report.sha256)}</code> (SHA-256, {shown(report.media_type)})'),
        ("decoded as", shown(decoding)),
        ("read by", shown(entry.model) if entry.model else "nobody"),
        ("added", f"{entry.added:%Y-%m-%d %H:%M} UTC"),
    ]
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)


def _found(found: Found[Any] | None) -> str:
    """The value with its evidence: which rule found it, in which words."""
    if found is None:
        return '<span class="ours">not told</span>'
    value = apart(str(found.value))
    written = f": {apart(found.as_written, kind='words')}" if found.as_written else ""
    return f'{value} <span class="ours">by {shown(found.basis)}{written}</span>'


def _title(entry: Entry) -> str:
    title = entry.report.title
    return apart(title.value, _language(entry), "words") if title and title.value.strip() else ""


def _language(entry: Entry) -> str | None:
    return entry.report.language.value if entry.report.language else None


def _counted(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"
