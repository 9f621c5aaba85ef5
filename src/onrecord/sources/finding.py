"""Which files a person means by the paths that they gave, and their bytes."""

import errno
import os
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import MissingSource, OversizedSource, SourceError
from onrecord.settings import settings

ENDINGS = frozenset({"", ".txt", ".text", ".md", ".html", ".htm", ".xhtml"})
"""What the names of files in a folder may end with to be read; a file that is named itself may end with anything."""

STDIN = "-"

_HARMFUL = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cn"})
_URLS = ("http://", "https://", "ftp://", "file://")
_PROBLEMS = {
    errno.ENOENT: ("There is no file or folder {}.", "Check the path."),
    errno.ENOTDIR: ("There is no file or folder {}.", "Check the path."),
    errno.EACCES: ("{} may not be read by this user.", "Change its permissions, or copy it to a folder of your own."),
    errno.EPERM: ("{} may not be read by this user.", "Change its permissions, or copy it to a folder of your own."),
    errno.ELOOP: ("{} is a link that leads back to itself.", "Give the path of the file itself."),
    errno.ENAMETOOLONG: ("The path {} is too long for this system.", "Move the file to a shorter path."),
}


def printable(words: str) -> str:
    """`words` (a file name, a path) safe to store and to print.

    Control characters, direction overrides and bytes that fit no encoding become `\\x1b`, `\\u202e`, `\\udcff`: seen and not obeyed.
    """
    if words.isascii() and words.isprintable():
        return words
    return "".join(_spelt(c) if unicodedata.category(c) in _HARMFUL or "\ud800" <= c <= "\udfff" else c for c in words)


def _spelt(character: str) -> str:
    return character.encode("ascii", "backslashreplace").decode("ascii") if ord(character) > 0x7F else f"\\x{ord(character):02x}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may become a report. `name`: its own name, `stdin` for `-`; `place`: the path as given. Both are safe to print."""

    name: str
    place: str
    path: Path | None = field(default=None, repr=False)
    """None for standard input."""
    problem: SourceError | None = field(default=None, repr=False)
    """Known before it is opened: no such path, an address of the web, a folder with nothing to read."""

    def read(self) -> bytes:
        """The bytes; MissingSource where there is no readable file, OversizedSource where it is larger than the settings allow."""
        if self.problem is not None:
            raise self.problem
        try:
            return self._within_limit()
        except OSError as error:
            raise _missing(error, self.place) from None

    def _within_limit(self) -> bytes:
        limit = settings().largest_source
        if self.path is None:
            if sys.stdin is None or sys.stdin.closed:
                raise MissingSource("Standard input is closed.", "Pipe a text into the command, or give the path of a file.")
            data = sys.stdin.buffer.read(limit + 1)
        else:
            # Without O_NONBLOCK, opening a FIFO would wait for a writer that may never come.
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(handle, "rb") as file:
                _check_regular(os.fstat(file.fileno()).st_mode, self.place)
                data = file.read(limit + 1)
        if len(data) > limit:
            raise OversizedSource(
                f"{self.place} is larger than {limit:,} bytes.",
                "Split it, or set ONRECORD_LARGEST_SOURCE to a larger number of bytes.",
            )
        return data


def find(paths: Iterable[str | Path], *, skipped: Callable[[str], None] | None = None) -> Iterator[Candidate]:
    """The files at `paths`, in the order given; those of a folder and its folders sorted by name, links to folders not followed.

    In folders only names with one of `ENDINGS` count, and no links that lead out of the folder: one that was received from others
    could else bring private files into a record. `skipped` is told the place of every other file. A path that leads nowhere is
    a candidate whose `read` says so, so that one bad path does not end a batch.
    """
    for given in paths:
        words = str(given)
        if words == STDIN:
            yield Candidate("stdin", STDIN)
        elif words.lower().startswith(_URLS):
            yield _unfetched(words)
        else:
            yield from _at(Path(given), skipped or _ignore)


def _ignore(_: str) -> None:
    pass


def _at(path: Path, skipped: Callable[[str], None]) -> Iterator[Candidate]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _without_bytes(path, _missing(error, printable(str(path))))
        return
    if stat.S_ISDIR(mode):
        yield from _inside(path, skipped)
    else:
        yield Candidate(printable(path.name), printable(str(path)), path)


def _inside(folder: Path, skipped: Callable[[str], None]) -> Iterator[Candidate]:
    found, left_out = 0, 0
    root = os.path.realpath(folder)
    for path in _walk(folder):
        if isinstance(path, Candidate):
            found += 1
            yield path
        elif path.suffix.lower() not in ENDINGS or path.name.startswith(".") or _is_no_file_of(root, path):
            left_out += 1
            skipped(printable(str(path)))
        else:
            found += 1
            yield Candidate(printable(path.name), printable(str(path)), path)
    if not found:
        place = printable(str(folder))
        other = f" ({left_out} other{'s were' if left_out > 1 else ' was'} skipped)" if left_out else ""
        yield _without_bytes(
            folder, MissingSource(f"The folder {place} holds no text or HTML file{other}.", "Give the path of a file to read it as it is.")
        )


def _is_no_file_of(root: str, path: Path) -> bool:
    """Whether `path`, seen below `root`, is a folder, or a link to something elsewhere.

    `Path.is_dir` and `Path.resolve` raise where a link's target may not be looked at; `os.path` says no, and reading tells why.
    """
    if os.path.isdir(path):  # noqa: PTH112 - see above
        return True
    return os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root)  # noqa: PTH114 - see above


def _walk(folder: Path) -> Iterator[Path | Candidate]:
    """Files, links to folders and hidden folders below `folder`, sorted; a candidate for a folder that cannot be listed.

    Without recursion: folders may be nested more deeply than Python calls.
    """
    waiting: list[tuple[str, bool]] = [(str(folder), True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield Path(path)
            continue
        try:
            with os.scandir(path) as entries:
                inside = sorted(entries, key=lambda entry: entry.name, reverse=True)
            waiting.extend((entry.path, entry.is_dir(follow_symlinks=False) and entry.name[0] != ".") for entry in inside)
        except OSError as error:
            yield _without_bytes(Path(path), _missing(error, printable(path)))


def _without_bytes(path: Path, problem: SourceError) -> Candidate:
    return Candidate(printable(path.name) or "unnamed", printable(str(path)), path, problem)


def _unfetched(address: str) -> Candidate:
    place = printable(address)
    return Candidate(
        place,
        place,
        problem=MissingSource(
            f"{place} was not fetched: this version makes no request to other machines.",
            "Save the page from your browser and add the file.",
        ),
    )


def _check_regular(mode: int, place: str) -> None:
    if stat.S_ISREG(mode):
        return
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe (FIFO)", stat.S_IFSOCK: "a socket"}
    kind = kinds.get(stat.S_IFMT(mode), "a device")
    raise MissingSource(f"{place} is {kind}, not a file.", "Give the path of a file, or use - for standard input.")


def _missing(error: OSError | ValueError, place: str) -> MissingSource:
    if isinstance(error, ValueError):
        return MissingSource(f"{place} cannot be a path.", "Check the path.")
    problem, remedy = _PROBLEMS.get(
        error.errno or 0,
        ("{} could not be read: " + (error.strerror or "unknown reason") + ".", "Check the disk, or copy the file elsewhere."),
    )
    return MissingSource(problem.format(place), remedy)
