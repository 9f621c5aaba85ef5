"""A text in hand, not a source to be archived: which of its lines are the article, and in which language."""

from onrecord.sources.language import language
from onrecord.sources.layout import lay_out
from onrecord.sources.lines import split_lines
from onrecord.vocabulary import Found, Part, PartKind


def describe(text: str, *, title: str | None = None) -> tuple[tuple[Part, ...], Found[str] | None]:
    """The lines of `text`, each with what it is, and the language of the article; spans count in `text` as given.

    `title`: the headline, where one of the lines holds it.
    """
    # One character for one: a bare carriage return ends a line, and no offset moves.
    lines = split_lines(text.replace("\r", "\n"), "The text")
    wanted = " ".join((title or "").split())
    heading = next((n for n, line in enumerate(lines) if wanted and " ".join(line.words.split()) == wanted), None)
    layout = lay_out(lines, heading=heading)
    parts = tuple(
        Part(line.span, kind or PartKind.BODY, why) for line, kind, why in zip(layout.lines, layout.kinds, layout.whys, strict=True)
    )
    return parts, language(" ".join(part.span.of(text)[:6000] for part in parts if part.kind is PartKind.BODY))
