"""The language of a report's own words."""

import re
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Protocol, cast

from onrecord.vocabulary import Found

_SMALL_WORDS = (
    "the of and to a in that is was for on with he it as by at from his be are this have had not they but were said has who an or which"
    " their its been will would"
)
_ENGLISH = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6000
_LEAST_LETTERS = 20
_PLAIN_ENGLISH = 0.24
_LEAST_WORDS = 60
_LEAST_CERTAINTY = 0.5


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language(words: str) -> Found[str] | None:
    """The ISO 639-1 code of the language of `words` (a report's body); None where they are too few to tell.

    Text that is dense with the small words of English needs no model: it takes most of a second to load, and most sources are such.
    """
    sample = words[:_LOOKED_AT]
    found = _WORD.findall(sample)
    if sum(map(len, found)) < _LEAST_LETTERS:
        return None
    share = sum(word.casefold() in _ENGLISH for word in found) / len(found)
    if len(found) >= _LEAST_WORDS and share >= _PLAIN_ENGLISH:
        return Found("en", "", None, f"small words of English {share:.2f}")
    code, certainty = _identifier().classify(sample)
    if certainty < _LEAST_CERTAINTY:
        return None
    return Found(code, "", None, f"py3langid {certainty:.2f}")


@cache
def _identifier() -> _Identifier:
    from py3langid import modelio  # noqa: PLC0415 - numpy and a model: only where needed
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    # It would unpack its model into a temporary file; nothing is written outside of a story, so it is unpacked in memory.
    modelio.tempfile = SimpleNamespace(TemporaryFile=lambda **_: BytesIO())
    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
