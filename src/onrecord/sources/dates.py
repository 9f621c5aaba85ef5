"""Days as they are written in headers, datelines and metadata, with every reading that the writing allows."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    1: "january jan janvier januar januari enero gennaio janeiro ocak",
    2: "february feb février fevrier februar februari febrero febbraio fevereiro şubat",
    3: "march mar mars märz maret maart marzo março mart",
    4: "april apr avril abril aprile nisan",
    5: "may mai mei mayo maggio maio mayıs",
    6: "june jun juin juni junio giugno junho haziran",
    7: "july jul juillet juli julio luglio julho temmuz",
    8: "august aug août aout agustus augustus agosto ağustos",
    9: "september sept sep septembre septiembre settembre setembro eylül",
    10: "october oct octobre oktober octubre ottobre outubro okt ekim",
    11: "november nov novembre noviembre novembro kasım",
    12: "december dec décembre dezember desember diciembre dicembre dezembro dez aralık",
}
MONTH_NUMBERS = {name: number for number, names in _MONTHS.items() for name in names.split()}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted((re.escape(name) for name in MONTH_NUMBERS), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<iso_y>{_YEAR})(?P<iso_sep>[-/.])(?P<iso_m>\d\d?)(?P=iso_sep)(?P<iso_d>\d\d?)(?=T\d|\D|$)
    | (?P<y_cjk>{_YEAR})\s?[年년]\s?(?P<m_cjk>\d\d?)\s?[月월]\s?(?P<d_cjk>\d\d?)\s?[日일]
    | (?P<n_a>\d\d?)(?P<n_sep>[-/.])(?P<n_b>\d\d?)(?P=n_sep)(?P<n_y>{_YEAR}|\d\d)(?![\w/-])
    | (?P<m_first>{_MONTH})\.?\s?(?P<d_after>\d\d?)(?:st|nd|rd|th)?(?:\s?,?\s(?:at\s)?(?P<y_after>{_YEAR}))?(?![\w:%])
    | (?P<d_first>\d\d?)(?:st|nd|rd|th|\.|º)?(?:\s|-)(?:de\s|of\s)?(?P<m_after>{_MONTH})\.?(?:(?:,?\s|-)(?:de\s)?(?P<y_last>{_YEAR}))?(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day as written at `[start, end)` of a line. `readings`: each day it may mean, day first and month first where that differs.

    Without a year `readings` is empty and `month_day` holds the month and day.
    """

    start: int
    end: int
    as_written: str
    readings: tuple[date, ...]
    month_day: tuple[int, int] | None = None


def written_dates(words: str) -> Iterator[WrittenDate]:
    """The days in `words`, in order."""
    for match in _DATE.finditer(words):
        readings, month_day = _readings(match)
        if readings or month_day:
            yield WrittenDate(match.start(), match.end(), match[0], readings, month_day)


def _readings(match: re.Match[str]) -> tuple[tuple[date, ...], tuple[int, int] | None]:
    got = match.groupdict()
    if got["iso_y"]:
        return _days((got["iso_y"], got["iso_m"], got["iso_d"])), None
    if got["y_cjk"]:
        return _days((got["y_cjk"], got["m_cjk"], got["d_cjk"])), None
    if got["n_a"]:
        year = got["n_y"] if len(got["n_y"]) == 4 else "20" + got["n_y"]
        day_first, month_first = (year, got["n_b"], got["n_a"]), (year, got["n_a"], got["n_b"])
        # With points the day comes first everywhere that points are used.
        return (_days(day_first) if got["n_sep"] == "." else _days(day_first, month_first)), None
    month = MONTH_NUMBERS[(got["m_first"] or got["m_after"]).casefold()]
    day, year = got["d_after"] or got["d_first"], got["y_after"] or got["y_last"]
    if year:
        return _days((year, str(month), day)), None
    return (), ((month, int(day)) if 1 <= int(day) <= monthrange(2024, month)[1] else None)


def _days(*choices: tuple[str, str, str]) -> tuple[date, ...]:
    found: list[date] = []
    for year, month, day in choices:
        try:
            value = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if value not in found:
            found.append(value)
    return tuple(found)


def weekday_in(words: str) -> int | None:
    """The day of the week that `words` name (Monday is 0), None where they name none or several."""
    named = {number for number, name in enumerate(WEEKDAYS) if re.search(rf"\b{name[:3]}(?:{name[3:]}|s|rs|nes)?\b", words, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else None
