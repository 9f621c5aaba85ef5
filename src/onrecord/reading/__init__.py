"""Report to Reading: what the encoder finds in a text."""

from onrecord.reading.reader import LANGUAGES, Passages, Reader, shared_reader

__all__ = ["LANGUAGES", "Passages", "Reader", "shared_reader"]
