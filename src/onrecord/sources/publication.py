"""When a report was published: from its header, its dateline or its footer, and never from the stories around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.sources.dateline import dateline, leading_date
from onrecord.sources.dates import WrittenDate, weekday_in, written_dates
from onrecord.sources.layout import Layout
from onrecord.sources.lines import Line
from onrecord.vocabulary import Found, Notice, PartKind, Span

_NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    """0 is the best evidence."""
    basis: str
    line: Line
    written: WrittenDate


def published(page: Layout, today: date) -> tuple[Found[date] | None, tuple[Notice, ...]]:
    """The day of publication with its evidence; a notice where days are written but do not tell it.

    A day after tomorrow of `today` is none; nor is a day that may be read in two ways, where nothing on the page settles which.
    """
    candidates = sorted(_candidates(page), key=lambda c: c.rank)
    unsettled: list[_Candidate] = []
    for candidate in candidates:
        value = _settle(candidate, candidates)
        if value is None or value > today + timedelta(days=1):
            unsettled.append(candidate)
            continue
        start = candidate.line.span.start + candidate.written.start
        span = Span(start, start + len(candidate.written.as_written))
        return Found(value, candidate.written.as_written, span, candidate.basis), ()
    return None, tuple(_why_not(candidate) for candidate in unsettled[:1])


def _candidates(page: Layout) -> Iterator[_Candidate]:
    for index, line in enumerate(page.lines):
        found, why = page.dates[index], page.whys[index]
        if found is not None and page.kinds[index] in (PartKind.DATE, PartKind.BYLINE):
            footer = not why.startswith("header") and not why.startswith("short")
            if footer and found.label != "published":
                continue
            rank = {"published": 0, "": 1, "updated": 5}[found.label] + (3 if footer else 0)
            basis = "footer" if footer else "header"
            for written in found.dates:
                yield _Candidate(rank, f"{basis}: {found.label}" if found.label else basis, line, written)
        elif page.kinds[index] is PartKind.BYLINE and why.startswith("header"):
            for written in written_dates(line.words):
                yield _Candidate(2, "byline", line, written)
    yield from _in_first_paragraph(page)


def _in_first_paragraph(page: Layout) -> Iterator[_Candidate]:
    body = [index for index, kind in enumerate(page.kinds) if kind is PartKind.BODY]
    for index in body[:3]:
        line = page.lines[index]
        leading = leading_date(line)
        if leading is not None:
            yield _Candidate(1, "header", line, leading)
        head = dateline(line)
        for written in head.dates if head else ():
            if leading is None or written.start != leading.start:
                yield _Candidate(4, "dateline", line, written)


def _settle(candidate: _Candidate, others: list[_Candidate]) -> date | None:
    """The one day that a candidate means, by what else is written beside it; None where it stays open."""
    readings = candidate.written.readings
    if not readings:
        return None
    if len(readings) == 1:
        return readings[0]
    weekday = weekday_in(candidate.line.words)
    fitting = [day for day in readings if weekday is not None and day.weekday() == weekday]
    if len(fitting) == 1:
        return fitting[0]
    agreeing = [day for day in readings if any(_agrees(day, other.written) for other in others if other is not candidate)]
    if len(agreeing) == 1:
        return agreeing[0]
    return _in_the_order_of(candidate, others)


def _agrees(day: date, written: WrittenDate) -> bool:
    if written.month_day:
        month, month_day = written.month_day
        try:
            return abs(day - date(day.year, month, month_day)) <= _NEAR
        except ValueError:
            return False
    return len(written.readings) == 1 and abs(day - written.readings[0]) <= _NEAR


def _in_the_order_of(candidate: _Candidate, others: list[_Candidate]) -> date | None:
    """`Published 03/10/2023, updated 16/10/2023`: the second tells that the first is written day first."""
    orders = set()
    for other in others:
        parts = _numbers(other.written)
        if parts and len(other.written.readings) == 1 and max(parts) > 12:
            orders.add(parts[0] > 12)
    parts = _numbers(candidate.written)
    if len(orders) != 1 or parts is None:
        return None
    month = parts[1] if orders.pop() else parts[0]
    return next((day for day in candidate.written.readings if day.month == month), None)


def _numbers(written: WrittenDate) -> tuple[int, int] | None:
    parts = written.as_written.replace("-", "/").split("/")
    return (int(parts[0]), int(parts[1])) if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[0]) < 3 else None


def _why_not(candidate: _Candidate) -> Notice:
    written = candidate.written
    if len(written.readings) > 1:
        days = " or ".join(day.isoformat() for day in written.readings)
        return Notice("published:ambiguous", f"The date {written.as_written} may be {days}; state the day of publication.")
    if written.month_day:
        return Notice("published:no-year", f"The report is dated {written.as_written} without a year; state the day of publication.")
    # Without the day of reading: the same source has to give the same notice every day.
    return Notice("published:future", f"The date {written.as_written} is still to come; state the day of publication.")
