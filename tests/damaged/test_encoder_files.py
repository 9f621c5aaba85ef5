"""An encoder that is missing, altered or mixed with another's files is refused, with what to do."""

import shutil
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.reading import Reader
from onrecord.settings import settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(settings().models_folder, tmp_path / "models"))


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt", "summary.json"])
def test_a_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match="ONRECORD_MODELS"):
        Reader(folder, threads=1, longest=1000)


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt", "summary.json"])
def test_an_altered_file(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 0x55
    data[-2:] = b"\x00\x00"
    (folder / name).write_bytes(bytes(data))
    with pytest.raises(ModelError):
        Reader(folder, threads=1, longest=1000)
