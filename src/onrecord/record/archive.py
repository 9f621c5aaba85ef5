"""The archive: every report's raw bytes in a read-only file that is named by their SHA-256.

archive/ab/abcdef...            the bytes
archive/incoming/abcdef....part the bytes of an add that is under way, or was interrupted
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path

from onrecord.errors import StoryDamaged

_BLOCK = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")
_PREFIX = re.compile(r"[0-9a-f]{2}")
_PART = re.compile(r"([0-9a-f]{64})\.[0-9a-f]+\.part")
_INCOMING = "incoming"


class Kept(Enum):
    """What the archive holds under a hash."""

    SOUND = "sound"
    MISSING = "missing"
    ALTERED = "altered"


class Archive:
    """The raw bytes of one story."""

    def __init__(self, story: Path) -> None:
        self.folder = story / "archive"
        self._incoming = self.folder / _INCOMING

    def path_of(self, sha256: str) -> Path:
        """Where the bytes with this hash lie, or would."""
        return self.folder / sha256[:2] / sha256

    def put(self, raw: bytes, sha256: str, *, known: bool) -> None:
        """Keep `raw`; when this returns, a power cut cannot take it away. `known`: the record already speaks of these bytes.

        A kill leaves at most a file in `incoming`, or a whole file that the record does not speak of yet. Raises StoryDamaged where a
        known file was altered: it may be evidence of tampering, so it is not written over. OSError where the disk is full.
        """
        kept = self.look(sha256)
        if kept is Kept.SOUND:
            return
        if kept is Kept.ALTERED and known:
            raise altered(self.path_of(sha256))
        final = self.path_of(sha256)
        for folder in (self.folder, self._incoming, final.parent):
            if not folder.is_dir():
                folder.mkdir(exist_ok=True)
                _sync_folder(folder.parent)
        part = self._incoming / f"{sha256}.{secrets.token_hex(4)}.part"
        try:
            _write(part, raw)
            part.replace(final)
        except FileNotFoundError:
            # Another process added the same bytes and cleared up after both of us.
            if self.look(sha256) is not Kept.SOUND:
                raise
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        _sync_folder(final.parent)

    def clear_leftovers(self, sha256: str) -> None:
        """Remove what interrupted adds of these bytes, which are kept by now, left in `incoming`."""
        with suppress(OSError):
            for part in self._incoming.iterdir():
                if part.name.startswith(sha256):
                    part.unlink(missing_ok=True)

    def look(self, sha256: str) -> Kept:
        """Read the file of this hash, if there is one, and hash it again."""
        path = self.path_of(sha256)
        if not os.path.lexists(path):
            return Kept.MISSING
        # A link could lead out of the story: it is no archived file, whatever it leads to.
        if path.is_symlink() or not path.is_file():
            return Kept.ALTERED
        return Kept.SOUND if _hash_of(path) == sha256 else Kept.ALTERED

    def read(self, sha256: str) -> bytes:
        """The bytes, hashed again as they are read. Raises StoryDamaged where they are gone or altered."""
        path = self.path_of(sha256)
        if path.is_symlink() or not path.is_file():
            raise StoryDamaged(f"The archived file {path} is missing.", "Add its source again: the archive takes the same bytes back.")
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != sha256:
            raise altered(path)
        return raw

    def prefixes(self) -> set[str]:
        """The first two digits of hashes for which there is a folder."""
        return {entry.name for entry in self._inside() if _is_prefix(entry)}

    def files(self, prefix: str) -> list[str]:
        """The names, in order, of all that lies in the folder of the hashes that start with these two digits."""
        folder = self.folder / prefix
        return sorted(os.listdir(folder)) if folder.is_dir() and not folder.is_symlink() else []  # noqa: PTH208 - names are all it takes

    def strays(self) -> Iterator[tuple[str, bool]]:
        """Names, relative to the archive, of what lies outside the folders of hashes; with each, whether an interrupted add left it."""
        for entry in self._inside():
            if entry.name == _INCOMING and entry.is_dir(follow_symlinks=False):
                for part in self.files(_INCOMING):
                    yield f"{_INCOMING}/{part}", _PART.fullmatch(part) is not None
            elif not _is_prefix(entry):
                yield entry.name, False

    def _inside(self) -> list[os.DirEntry[str]]:
        if not self.folder.is_dir():
            return []
        with os.scandir(self.folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)


def altered(path: Path) -> StoryDamaged:
    """The error for a file whose bytes no longer fit its name."""
    return StoryDamaged(
        f"The archived file {path} was altered: its bytes no longer fit the hash that is its name.",
        "Move it out of the archive if you want to look into it, then add its source again: the archive takes the same bytes back.",
    )


def is_hash(name: str) -> bool:
    """Whether a file's name is a SHA-256."""
    return _NAME.fullmatch(name) is not None


def _is_prefix(entry: os.DirEntry[str]) -> bool:
    return _PREFIX.fullmatch(entry.name) is not None and entry.is_dir(follow_symlinks=False)


def _hash_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _write(path: Path, raw: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o444)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows can sync no folder; its file system keeps the order of names by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
