"""Places in a text, and the words by which a place is found again."""

from dataclasses import dataclass

CONTEXT = 32
"""Code points kept before and after the words of a `TextQuote`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of one stored text. ValueError where that is no place."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class TextQuote:
    """The words at a place with what stands around them: a TextQuoteSelector of the W3C Web Annotation Data Model."""

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> "TextQuote":
        """The quote of `span` in `text`."""
        before = text[max(0, span.start - CONTEXT) : span.start]
        return cls(span.of(text), before, text[span.end : span.end + CONTEXT])

    def agrees(self, text: str, span: Span) -> bool:
        """Whether `span` in `text` still holds these words in this context."""
        return self == TextQuote.at(text, span)

    def find(self, text: str) -> Span | None:
        """The one place in `text` with these words in this context; None where there is none or more than one."""
        whole = self.prefix + self.exact + self.suffix
        first = text.find(whole)
        if first < 0 or text.find(whole, first + 1) >= 0:
            return None
        start = first + len(self.prefix)
        return Span(start, start + len(self.exact))
