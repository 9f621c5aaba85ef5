"""Lines that say who wrote a report and when: bylines and dates of the page itself."""

import re
from dataclasses import dataclass

from onrecord.sources.agencies import NEWSY
from onrecord.sources.dates import MONTH_NUMBERS, WEEKDAYS, WrittenDate, written_dates
from onrecord.sources.lines import Line

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
_PARTICLES = r"(?:de|da|do|dos|del|della|di|van|von|der|den|bin|bint|binti|al|el|ibn|la|le|and|&|y|with|in|of|the)"
_NAMES = rf"{_NAME}(?:,?[ ](?:{_NAME}|{_PARTICLES})){{0,12}}"
_BY = re.compile(
    rf"""\W*(?:(?:[Ss]tory|[Tt]ext|[Ww]ords|[Aa]rticle|[Rr]eport(?:ed|ing)?|[Ww]ritten|[Pp]osted|[Pp]ublished|[Cc]ompiled|REPORTED|WRITTEN
      |POSTED|[Aa]uthored|[Ss]ubmitted|[Uu]ploaded)\s)?
    (?:[Bb]y|BY)\s?:?\s+(?P<who>{_NAMES}|admin|staff|our\s.{{3,40}}|the\s.{{3,40}}|@?\w+)
    (?P<rest>\W.{{0,120}})?\Z""",
    re.VERBOSE,
)
_LABELLED = re.compile(
    r"\W*(?:Author|Authors|Writer|Reporter|Journalist|Correspondent|Autor|Auteur|Oleh|Penulis|Por|Par|Von|Di)\s?(?::|"
    rf"\s)\s?(?P<who>{_NAMES})\W*\Z"
)
_DESK = re.compile(
    r"(?:the )?(?:(?:our|special|senior|chief|staff|foreign|diplomatic|political|world|asia|africa|middle east|south asia|"
    r"china|korea|seoul|regional|web|news|digital|online|national|"
    r"human rights|defen[cs]e|\w+) ){0,3}(?:correspondents?|reporters?|staff writers?|staff|bureau|desk|newsroom|news ?desk|"
    r"contributors?|contributing writer|editors?|agenc(?:y|ies)|web ?desk|writer|columnist|producer)"
    r"(?:,? (?:in|at|for|,) [\w .'-]{2,40})?"
)
_ROLE_MADE = re.compile(
    r"\W*(?:(?:additional |with )?(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compil(?:ed|ing)|translat(?:ion|ed|"
    r"ing)|proofread(?:ing)?|fact[- ]check(?:ing|ed)?|"
    r"copy[- ]edit(?:ing|ed)?|vetted|production|contributions?)(?: and (?:writing|editing|reporting))?,? (?:by|from)\b.{2,200}"
    r"|edit(?:or|ed)s?: .{2,60}|translat(?:or|ed|ion): .{2,60}|contributing: .{2,80}|"
    r"(?:with )?(?:additional )?(?:agency )?inputs? (?:from|by) .{2,60}|with (?:agencies|agency reports?|reports? (?:from|"
    r"by) .{2,60})"
    r"|.{2,100} (?:also )?contributed (?:to|reporting\b.{0,30})(?: to)? ?(?:this (?:report|story|article))?)\W*",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Rev|Fr|Sr)\.? )?{_NAME}(?: (?:{_NAME}|{_PARTICLES})){{1,4}}(?:, {_NAME}(?: {_NAME})?)?\Z")
_NOBODY = ("redacción", "redaccion", "la rédaction", "rédaction", "redaktion", "redazione", "redação", "redaksi", "editor")
_EDITORS = frozenset({"by", "written by", "author", "reported by", "admin", *_NOBODY})
_HANDLE = re.compile(r"@\w{2,30}\Z|[\w.+-]{1,60}@[\w.-]{3,60}\Z")
_LABELS = re.compile(
    r"(?P<published>first published|originally published|published|posted|created|uploaded|released|publication|issued|"
    r"submitted|filed|publié|publicad[oa]|veröffentlicht|pubblicato|diterbitkan)|(?P<changed>last updated|mis à jour|"
    r"modifié|actualizad[oa]|aktualisiert|aggiornato|last modified|updated?|modified|revised|edited|amended)",
    re.IGNORECASE,
)
_MONTH_WORDS = frozenset(MONTH_NUMBERS)
_BESIDE_DATES = (
    " on at the date dated time first last published posted updated update modified created uploaded originally issued"
    " released publication release filed am pm a p m et ct mt pt gmt utc ist kst jst est edt pst pdt cst cet cest bst hrs"
    " hours local wib wita pht sgt hkt myt aest aedt sast eat wat z t h min mins minutes minute read reading seconds second"
    " ago day days hour week weeks month months year years just now today yesterday by and or of this article story version"
    " news print edition online issue page in à um uhr pukul jam ore kl klo le am den del admin staff webmaster desk publié"
    " publicado publicada publikasi diterbitkan veröffentlicht pubblicato actualizado actualizada mis jour modifié"
    " aktualisiert aggiornato el las hora horas modificado mon tue tues wed thu thur thurs fri sat sun lundi mardi mercredi"
    " jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo senin selasa rabu kamis jumat sabtu"
    " minggu montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_AROUND_DATES = frozenset(_BESIDE_DATES.split()) | frozenset(WEEKDAYS)
_AGO = re.compile(
    r"\W*(?:updated |posted |published )?(?:about |over )?(?:an?|\d+|one|two|three|four|five|six) (?:minute|min|hour|hr|day|"
    r"week|month|year)s? ago\W*",
    re.IGNORECASE,
)
_IN_PRINT = re.compile(r"\W*(?:[Pp]ublished|PUBLISHED|[Aa]ppeared|[Pp]rinted) in (?P<outlet>[A-Z][\w&.'’ -]{1,50}?),? (?:on )?(?=\w+ ?\d)")
_WORD = re.compile(r"[^\W\d_]+")
_PLACE_BEFORE = re.compile(rf"\W*{_NAME}(?:[ ,/]+{_NAME}){{0,4}}\W+\Z")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds nothing but days and what goes with them. `label`: `published`, `updated` or nothing; `outlet`: whom it names."""

    dates: tuple[WrittenDate, ...]
    label: str = ""
    outlet: str = ""


def date_line(line: Line) -> DateLine | None:
    """The days of a line that only says when; None for any other line."""
    words = line.words
    if len(words) > 160:
        return None
    if _AGO.fullmatch(words):
        return DateLine(())
    dates = tuple(found for found in written_dates(words))
    if not dates:
        return None
    in_print = _IN_PRINT.match(words)
    outside = words
    for found in reversed(dates):
        outside = outside[: found.start] + " " + outside[found.end :]
    label = _label(words)
    if in_print:
        return DateLine(dates, "published", in_print["outlet"].strip())
    left = [word for word in _WORD.findall(outside) if word.casefold() not in _AROUND_DATES]
    # "Seoul, Oct. 13, 2023": a place before the day, and nothing after it.
    if len(left) > 4 or (left and not (_PLACE_BEFORE.match(words[: dates[0].start]) and not _WORD.search(words[dates[-1].end :]))):
        return None
    return None if left and line.ends_sentence and not dates[0].readings else DateLine(dates, label)


def _label(words: str) -> str:
    match = _LABELS.search(words)
    if match is None:
        return ""
    return "published" if match["published"] else "updated"


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote or edited; `author` as `[start, end)` of the line where it names the writer."""

    author: tuple[int, int] | None = None


def byline(line: Line) -> Byline | None:
    """Who a line says wrote or edited the report; None for lines that say something else."""
    words = line.words
    if len(words) > 260 or line.size > 40:
        return None
    match = _BY.match(words) or _LABELLED.match(words)
    if match and (line.size <= 12 or not line.ends_sentence) and _only_signs(match):
        return Byline(_trimmed(words, *match.span("who")))
    if _ROLE_MADE.fullmatch(words) and (line.size <= 12 or not line.is_prose or words.startswith(("(", "["))):
        return Byline()
    if line.size <= 7 and (_DESK.fullmatch(line.key) or _HANDLE.fullmatch(words)):
        return Byline()
    return Byline() if line.key in _EDITORS else None


def _only_signs(match: re.Match[str]) -> bool:
    """Whether what follows the names is a role, a place or a date, and not the rest of a sentence."""
    rest = match.groupdict().get("rest") or ""
    return len(_WORD.findall(rest)) <= 12 and not re.match(r"\s+(?!and\b|for\b|in\b|on\b|with\b|at\b|via\b|of\b|from\b)[a-zà-ÿ]", rest)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    """The names without the month or the outlet that may follow them in the same line."""
    cut = re.search(r",? (?:for|with|in|of|the|and) ?\Z|,? (?:Updated|Published|Posted|Last|On)\b.*\Z|\.\Z", words[start:end])
    end = start + cut.start() if cut else end
    month = next(
        (
            m
            for m in re.finditer(r"\W+([A-Za-z]+)", words[start:end])
            if m[1].casefold() in _MONTH_WORDS and words[end : end + 4].strip(" .")[:1].isdigit()
        ),
        None,
    )
    return (start, start + month.start()) if month else (start, end)


def is_person(line: Line) -> bool:
    """Whether a line is written like a person's name and nothing else."""
    return 2 <= line.size <= 5 and len(line.words) < 60 and bool(_PERSON.match(line.words)) and not NEWSY.search(line.words)
