"""Who tells, as written: an index like a book's, with each form of words and the statements under it by act.

Forms are not joined: "Mr Koo" and "Koo" stand apart, because nobody has ruled yet that they are one. Pronouns stand last and by report.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.export.page.acts import ORDER, shape
from onrecord.export.page.safe import apart, plain
from onrecord.export.page.table import is_pronoun, label, pieced
from onrecord.record.entry import Entry
from onrecord.vocabulary import Act


@dataclass(slots=True)
class Teller:
    """One form of words that names who tells; `report` only for pronouns, which mean somebody else in each report."""

    words: str
    language: str | None
    report: str | None
    told: dict[Act, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def count(self) -> int:
        """How many statements stand under this form."""
        return sum(map(len, self.told.values()))


def index(entries: tuple[Entry, ...]) -> str:
    """The index as markup, folded; empty where nobody tells anything."""
    found = tellers(entries)
    if not found:
        return ""
    named, pronouns = [t for t in found if t.report is None], [t for t in found if t.report is not None]
    out = [
        f'<details id="tellers"><summary>Who tells, as written: {len(named)} forms of words</summary>',
        "<p>Not joined: one person may stand here under several names.</p>",
        _listed(named),
    ]
    if pronouns:
        out += ["<p>Pronouns, by report; the text before each says who is meant.</p>", _listed(pronouns)]
    return "\n".join((*out, "</details>"))


def tellers(entries: tuple[Entry, ...]) -> list[Teller]:
    """Every form, the most frequent first."""
    found: dict[tuple[str, str | None], Teller] = {}
    for entry in entries:
        language = entry.report.language.value if entry.report.language else None
        for stored in entry.statements:
            source = pieced(entry.report.text, stored.statement.source)
            words = (stored.statement.speaker or source).strip(" ,;:")
            where = label(entry) if is_pronoun(words) else None
            key = (" ".join(words.casefold().split()), entry.id if where else None)
            teller = found.setdefault(key, Teller(words, language, where))
            teller.told[stored.statement.act].append(stored.id)
    return sorted(found.values(), key=lambda teller: (-teller.count, teller.words.casefold()))


def _listed(found: list[Teller]) -> str:
    return f'<ul class="tellers">{"".join(map(_item, found))}</ul>'


def _item(teller: Teller) -> str:
    if teller.words:
        name = f'<a class="teller" href="#statements" data-q="{plain(teller.words)}">{apart(teller.words, teller.language)}</a>'
    else:
        name = '<span class="ours">nobody named</span>'
    if teller.report is not None:
        name += f' <span class="ours">in {apart(teller.report)}</span>'
    acts = " ".join(
        f'<span class="word">{shape(act)}{act.value}</span> ' + " ".join(f'<a href="#row-{n}">{n}</a>' for n in teller.told[act])
        for act in ORDER
        if act in teller.told
    )
    return f"<li>{name} <span>{acts}</span></li>"
