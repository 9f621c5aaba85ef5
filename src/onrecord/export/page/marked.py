"""A report's text with its statements marked: each stretch between two borders of spans knows every statement that it belongs to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from onrecord.export.page.acts import shape
from onrecord.export.page.safe import lang, shown
from onrecord.record.entry import Entry, StoredStatement
from onrecord.vocabulary import Act, PartKind, Span

_CLASS = {"source": "s", "cue": "q", "content": "c"}
_TAGS = {PartKind.TITLE: "title", PartKind.BYLINE: "by", PartKind.DATE: "by"}
_SPELLED = frozenset({Act.CONFIRM, Act.DENY, Act.REFUSE})
"""Acts that must not be mistaken for one another: their word stands in the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text with what it is."""

    span: Span
    kind: PartKind
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that belong to the same spans: `roles` are pairs of statement id and role."""

    span: Span
    roles: tuple[tuple[str, str], ...]


def marked_text(entry: Entry) -> str:
    """The whole text of a report as markup; lines that are not the article are folded away together."""
    report = entry.report
    language = report.language.value if report.language else None
    heads = sorted(((min(span for _, span in stored.statement.spans()).start, n), stored) for n, stored in enumerate(entry.statements))
    waiting = [(at, stored) for (at, _), stored in heads][::-1]
    pieces = iter(stretches(entry))
    piece = next(pieces, None)
    out: list[str] = []
    folded: list[bool] = []
    for block in blocks(entry):
        line: list[str] = []
        held = False
        while piece is not None and piece.span.start < block.span.end:
            if piece.span.start >= block.span.start:
                while waiting and waiting[-1][0] <= piece.span.start:
                    line.append(_marker(waiting.pop()[1]))
                line.append(_stretch(report.text, piece))
                held = held or bool(piece.roles)
            piece = next(pieces, None)
        kind = _TAGS.get(block.kind)
        classes = f' class="{kind}"' if kind else ""
        out.append(f'<p{classes} dir="auto"{lang(language)}>{"".join(line)}</p>')
        # A line that a statement rests on stays in sight, whatever the line is.
        folded.append(block.kind is PartKind.NOT_BODY and not held)
    return "\n".join(_with_folds(out, folded))


def _with_folds(lines: list[str], folded: list[bool]) -> Iterator[str]:
    for fold, group in groupby(zip(lines, folded, strict=True), key=lambda pair: pair[1]):
        shown_lines = [line for line, _ in group]
        if not fold:
            yield from shown_lines
            continue
        count = "1 line" if len(shown_lines) == 1 else f"{len(shown_lines)} lines"
        yield f'<details class="rest"><summary>{count}: not the article, not read</summary>'
        yield from shown_lines
        yield "</details>"


def blocks(entry: Entry) -> list[Block]:
    """The lines of a report's text in order. Words that no part claims are lines too: nothing of the text is left out."""
    text = entry.report.text
    found: list[Block] = []
    at = 0
    for part in entry.report.parts:
        found += _lines(text, at, part.span.start)
        if part.span.end > at:
            found.append(Block(Span(max(at, part.span.start), part.span.end), part.kind, part.why))
            at = part.span.end
    return found + _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> list[Block]:
    found = []
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append(Block(Span(start, start + len(line)), PartKind.BODY, "no part"))
        start += len(line) + 1
    return found


def stretches(entry: Entry) -> Iterator[Stretch]:
    """The text cut at every border of a span and of a line; together the stretches are the whole text."""
    begins: dict[int, list[tuple[str, str]]] = defaultdict(list)
    ends: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for stored in entry.statements:
        for role, span in stored.statement.spans():
            begins[span.start].append((stored.id, role))
            ends[span.end].append((stored.id, role))
    cuts = {0, len(entry.report.text), *begins, *ends}
    for block in blocks(entry):
        cuts |= {block.span.start, block.span.end}
    borders = sorted(cuts)
    open_now: dict[tuple[str, str], int] = {}
    for start, end in pairwise(borders):
        for key in ends[start]:
            open_now[key] -= 1
            if not open_now[key]:
                del open_now[key]
        for key in begins[start]:
            open_now[key] = open_now.get(key, 0) + 1
        yield Stretch(Span(start, end), tuple(open_now))


def _stretch(text: str, stretch: Stretch) -> str:
    words = shown(stretch.span.of(text))
    if not stretch.roles:
        return words
    told = sum(role == "content" for _, role in stretch.roles)
    classes = list(dict.fromkeys(_CLASS[role] for _, role in stretch.roles))
    if told > 1:
        classes.append("cc")
    ids = " ".join(dict.fromkeys(identifier for identifier, _ in stretch.roles))
    return f'<span class="{" ".join(classes)}" data-s="{ids}">{words}</span>'


def _marker(stored: StoredStatement) -> str:
    act, number = stored.statement.act, stored.id
    word = f" {act.value}" if act in _SPELLED else ""
    # The number is a place of its own, so that `#s20` leads here as well as `#at-s20`.
    inside = f'{shape(act)}<span id="{number}">{number}</span>{word}'
    return f'<a class="mark" id="at-{number}" href="#row-{number}" title="{number}: {act.value}">{inside}</a>'
