from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.commands import app, run
from onrecord.reading.encoder import Encoder, Floats
from onrecord.reading.features import Integers
from onrecord.sources import collect
from tests.contracts.pages import SAMPLE
from tests.contracts.running import copy_reports


@pytest.fixture(scope="package", autouse=True)
def remembered_batches() -> Iterator[None]:
    """The encoder runs once for each batch: nearly every page reads the same eight reports, and running is most of the time."""
    known: dict[tuple[bytes, ...], tuple[Floats, Floats, Floats]] = {}
    really = Encoder.run

    def remembered(self: Encoder, inputs: dict[str, Integers]) -> tuple[Floats, Floats, Floats]:
        key = tuple(str(values.shape).encode() + values.tobytes() for values in inputs.values())
        if key not in known:
            known[key] = really(self, inputs)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Encoder, "run", remembered)
        yield


@pytest.fixture(scope="session")
def sample_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that holds the sample reports; copy it, do not write to it."""
    folder = tmp_path_factory.mktemp("sample")
    copy_reports(folder / "reports")
    assert run(lambda: app(["add", str(folder / "my-story"), str(folder / "reports"), "--quiet"], prog_name="onrecord")) == 0
    return folder / "my-story"


@pytest.fixture(scope="session")
def sample_words() -> str:
    """The texts of the sample reports, white space folded: every word that a page shows as a report's must stand in it."""
    texts = [collect(file.read_bytes(), file.name).text for file in sorted(SAMPLE.iterdir()) if file.suffix in (".txt", ".html")]
    return " ".join(" ".join(texts).split())
