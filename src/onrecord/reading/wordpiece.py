"""Words of a raw text and their word pieces, every offset in code points of that text.

The encoder was pre-trained on lower-cased, accent-free word pieces (WordPiece, Wu et al. 2016, as in BERT). Ready-made
tokenisers normalise the text first and then guess offsets back; here each word keeps the `[start, end)` it has in the raw
text, and only the look-up in the vocabulary sees the normalised form. So no span ever needs mapping back.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from onrecord.vocabulary import Span

# One word: a run of letters, digits and marks; or one ideograph or kana; or one sign. Underscores are signs, as BERT has it.
_IDEOGRAPH = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}_])\w|[\u0300-\u036f])+|[^\w\s]|_")
_LONGEST_WORD = 64
"""Letters beyond this in one word are not looked up: the word becomes the unknown piece."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign of a text: `text[start:end]`."""

    start: int
    end: int


def find_words(text: str, passages: Sequence[Span] | None = None) -> list[Word]:
    """All words and signs of `text`, or of these `passages`, in order; white space and control characters belong to none."""
    found = []
    for span in passages if passages is not None else (Span(0, len(text)),):
        for match in _WORD.finditer(text, span.start, span.end):
            sign = match[0][0]
            if sign.isalnum() or unicodedata.category(sign) not in ("Cc", "Cf"):
                found.append(Word(*match.span()))
    return found


def normalised(word: str) -> str:
    """The form that the vocabulary knows: lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


class Vocabulary:
    """The encoder's word pieces, each with its number.

    `pieces` lists them in the order of the embedding table; the entries `[PAD]`, `[UNK]`, `[CLS]`, `[SEP]` and `[MASK]` must be
    among them (KeyError otherwise).
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._number = {piece: n for n, piece in enumerate(pieces)}
        self.pad, self.unknown, self.first, self.last, self.mask = (
            self._number[name] for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
        )
        self.split = lru_cache(maxsize=100_000)(self._split)

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary file: one piece a line, UTF-8."""
        return cls(path.read_text("utf8").splitlines())

    def __len__(self) -> int:
        return len(self._number)

    def _split(self, word: str) -> tuple[int, ...]:
        """Numbers of the pieces of one raw word: the longest known piece first, again and again."""
        form = normalised(word)
        if not form or len(form) > _LONGEST_WORD:
            return (self.unknown,)
        numbers: list[int] = []
        at = 0
        while at < len(form):
            for end in range(len(form), at, -1):
                number = self._number.get(form[at:end] if at == 0 else "##" + form[at:end])
                if number is not None:
                    numbers.append(number)
                    at = end
                    break
            else:
                return (self.unknown,)
        return tuple(numbers)
