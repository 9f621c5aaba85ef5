"""The page as one file: style and script inside, named by their hashes in a policy that lets nothing else load or run."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from onrecord.export.page import reports, table, tellers
from onrecord.export.page.safe import apart, plain
from onrecord.export.wording import NOTICE, made_with, not_read
from onrecord.record.entry import Entry


@cache
def inside(name: str) -> str:
    """`page.css` or `page.js` as it stands in the page."""
    return "\n" + (files(__package__) / name).read_text("utf-8").strip() + "\n"


def policy() -> str:
    """The content security policy: our style, our script, and nothing else from anywhere."""
    style, script = (_hash(inside(name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def whole(entries: tuple[Entry, ...], title: str) -> str:
    """The whole page."""
    above = reports.said_of_all(entries)
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy()}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{plain(title)} ({NOTICE})</title>",
            f"<style>{inside('page.css')}</style>\n</head>\n<body>",
            '<a class="skip" href="#statements">Skip to the statements</a>',
            f'<p class="banner"><strong>{NOTICE[0].upper()}{NOTICE[1:]}.</strong> It names people as the reports do, and nothing in it '
            "has been checked by a person.</p>",
            f"<header><h1>{apart(title)}</h1><p>{summary(entries)}</p></header>\n<main>",
            f'<section aria-label="Reports">{reports.contents(entries)}</section>' if entries else "",
            '<section id="statements" aria-labelledby="statements-title"><h2 id="statements-title">Who said what</h2>',
            _LEGEND,
            tellers.index(entries),
            table.table(entries),
            "</section>",
            *(reports.section(entry, above) for entry in entries),
            f"</main>\n<footer><p>Made with {plain(made_with())}. This file is complete: it loads nothing and sends nothing.</p></footer>",
            f"<script>{inside('page.js')}</script>\n</body>\n</html>\n",
        )
    )


_LEGEND = (
    '<p class="legend">In the texts: <span class="s">who tells</span>, <span class="q">the words that carry the telling</span>, '
    '<span class="c">what is told</span>, darker where statements overlap. Every statement is a proposal by a machine; its number leads '
    "to its place in the report, and from there back.</p>"
)


def summary(entries: tuple[Entry, ...]) -> str:
    """One or two sentences: how much there is, and what was not read."""
    count = sum(len(entry.statements) for entry in entries)
    first = f"{_many(len(entries), 'report')}, {_many(count, 'statement')}."
    unread = [entry for entry in entries if not entry.model]
    if unread:
        names = ", ".join(f'<a href="#report-{entry.id}">{apart(entry.name)}</a>' for entry in unread[:5])
        more = f" and {len(unread) - 5} more" if len(unread) > 5 else ""
        first += f" {_many(len(unread), 'report')} not read: {names}{more}."
    return f"{first} Not looked for in any: {', '.join(not_read(entries))}."


def _many(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
