"""Words of others as markup: inert, isolated, and with nothing invisible left in them."""

import html
import re

# Characters that change how the rest of a line is shown, or show as nothing. Direction marks stay: honest text needs them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")


def shown(text: str) -> str:
    """`text` as markup. A control character stands as a label of its own (`U+202E`), without its effect."""
    return _UNSEEN.sub(lambda found: f'<span class="unseen">{_label(found)}</span>', html.escape(text))


def plain(text: str) -> str:
    """`text` for an attribute or a `<title>`, where no markup can stand."""
    return _UNSEEN.sub(_label, html.escape(text))


def apart(text: str, language: str | None = None, kind: str = "") -> str:
    """`text` in an element that keeps its writing direction to itself. `kind`: our own class names."""
    classes = f' class="{kind}"' if kind else ""
    return f"<bdi{classes}{lang(language)}>{shown(text)}</bdi>"


def lang(language: str | None) -> str:
    """The attribute that names the language of what follows; an unknown one is said to be unknown."""
    known = language is not None and _LANGUAGE.fullmatch(language)
    return f' lang="{language if known else "und"}"'


def _label(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"
