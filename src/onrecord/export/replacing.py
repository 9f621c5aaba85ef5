"""A file is replaced whole or not at all, and never one that a story is made of."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from onrecord.errors import ExportError
from onrecord.record.database import RECORD

_KEPT = "Nothing was changed."


def replace_file(output: Path, data: bytes) -> None:
    """Put `data` at `output`. On failure ExportError says why, and what stood at `output` is still there.

    A link keeps pointing where it did; a device or pipe is written to directly, because it cannot be replaced.
    """
    try:
        target = output.resolve()
        if target.is_dir():
            raise ExportError(f"{output} is a folder.", f"Give a file name, for example {output / 'export'}. {_KEPT}")
        story = _story_around(target)
        if story is not None:
            raise ExportError(f"{output} belongs to the story at {story}.", f"Choose a file outside of that folder. {_KEPT}")
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        if not target.parent.is_dir():
            raise ExportError(f"The folder {output.parent} does not exist.", f"Make it first, or choose another place. {_KEPT}")
        _swap_in(target, data)
    except OSError as error:
        raise _explained(output, error) from error


def _story_around(target: Path) -> Path | None:
    """The story whose record or archive an export to `target` would overwrite."""
    for folder in target.parents:
        # In any case: some disks take RECORD.SQLITE for the same file.
        first, *rest = (name.casefold() for name in target.relative_to(folder).parts)
        part_of_it = first == "archive" or (first.startswith(RECORD) and not rest)
        if part_of_it and (folder / RECORD).is_file():
            return folder
    return None


def _swap_in(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            # A crash right after the rename must not leave an empty file under the old name.
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _explained(output: Path, error: OSError) -> ExportError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ExportError(f"There is no space left for {output}.", f"Free some space, or choose another disk. {_KEPT}")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ExportError(f"You may not write {output}.", f"Choose a place that is yours, or change its permissions. {_KEPT}")
    if error.errno in {errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP}:
        return ExportError(f"{output} is no place for a file ({error.strerror}).", f"Choose another name or folder. {_KEPT}")
    return ExportError(f"{output} could not be written ({error.strerror or error}).", f"Choose another place. {_KEPT}")
