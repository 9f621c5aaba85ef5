"""A text in hand, not a source to be archived: which of its lines are the article, its language, and whom it credits."""

from dataclasses import dataclass

from onrecord.sources.credits import credited
from onrecord.sources.language import language
from onrecord.sources.layout import lay_out
from onrecord.sources.lines import split_lines
from onrecord.vocabulary import Found, Part, PartKind


@dataclass(frozen=True, slots=True)
class Described:
    """The lines of a text with what each is, the language of the article, and the agencies that it credits."""

    parts: tuple[Part, ...]
    language: Found[str] | None
    credits: tuple[Found[str], ...]


def describe(text: str, *, title: str | None = None) -> Described:
    """What can be seen of `text`; spans count in it as given. `title`: the headline, where one of the lines holds it."""
    # One character for one, so that no offset moves: `\r\n` ends one line and not two, a bare carriage return ends one too.
    read = text.replace("\r\n", " \n").replace("\r", "\n")
    lines = split_lines(read, "The text")
    wanted = " ".join((title or "").split())
    heading = next((n for n, line in enumerate(lines) if wanted and " ".join(line.words.split()) == wanted), None)
    layout = lay_out(lines, heading=heading)
    parts = tuple(
        Part(line.span, kind or PartKind.BODY, why) for line, kind, why in zip(layout.lines, layout.kinds, layout.whys, strict=True)
    )
    spoken = language(" ".join(part.span.of(read)[:6000] for part in parts if part.kind is PartKind.BODY))
    told = [(part.span, part.kind is PartKind.BYLINE) for part in parts if part.kind in (PartKind.BODY, PartKind.BYLINE)]
    return Described(parts, spoken, credited(read, told, None))
