"""What can be set from outside: one frozen object, the only reader of the environment.

Each field's variable is its name in capitals after `ONRECORD_`, for example `ONRECORD_THREADS=1`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

_PREFIX = "ONRECORD_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and places. Sizes are in bytes, times in seconds."""

    threads: int = 2
    """Processor threads that the encoder may use."""
    models: str = ""
    """Folder of the encoder; empty means the one that travels with the package."""
    largest_source: int = 100_000_000
    """Larger files are refused."""
    deepest_html: int = 500
    """HTML nested more deeply than this is read as plain tags and text, without a tree."""
    longest_reading: int = 500_000
    """Code points of one report that are read for statements; what is beyond is kept and said to be unread."""
    lock_wait: float = 60.0
    """How long to wait for another process that writes to the same story."""

    @property
    def models_folder(self) -> Path:
        """Where `encoder.onnx`, `vocabulary.txt` and `summary.json` lie."""
        if self.models:
            return Path(self.models)
        package = Path(__file__).resolve().parent
        inside = package / "models"
        return inside if inside.is_dir() else package.parent.parent / "models"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that `environment` asks for; ValueError names a variable that is not what it should be."""
    given: dict[str, int | float | str] = {}
    for field in fields(Settings):
        name = _PREFIX + field.name.upper()
        if name not in environment:
            continue
        given[field.name] = _like(field.default, name, environment[name])
    return Settings(**given)  # type: ignore[arg-type]


def _like(default: object, name: str, written: str) -> int | float | str:
    """What a variable says, as the kind of value that its default is; numbers must be positive."""
    if isinstance(default, str):
        return written
    try:
        value = int(written) if isinstance(default, int) else float(written)
    except ValueError:
        value = 0
    if not value > 0:
        raise ValueError(f"{name} should be a number above 0, but is {written!r}.")
    return value


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return from_environment(os.environ)
