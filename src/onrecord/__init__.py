"""On Record: who said what, read from news reports, every item traceable to the characters of an archived source.

    import onrecord
    reading = onrecord.read("The ministry denied on Monday that anyone was sent back.")
    story = onrecord.Story.open("my-story")

`read` reads one text; `Story` is a story folder; `vocabulary` holds the values that both hand out; `errors` every error they raise.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord import errors, vocabulary
    from onrecord.pipeline import read
    from onrecord.record import Story

__all__ = ["Story", "__version__", "errors", "read", "vocabulary"]

__version__ = version("onrecord")

# Loaded when first asked for (PEP 562): `onrecord --help` should not wait for the encoder's libraries.
_PLACES = {"read": ("onrecord.pipeline", "read"), "Story": ("onrecord.record", "Story")}


def __getattr__(name: str) -> object:
    if name in _PLACES:
        module, attribute = _PLACES[name]
        return getattr(import_module(module), attribute)
    if name in ("errors", "vocabulary"):
        return import_module(f"onrecord.{name}")
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
