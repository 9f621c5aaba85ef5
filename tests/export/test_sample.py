"""The sample story keeps what each of its reports is there for."""

from pathlib import Path

import pytest

import onrecord.export

SAMPLE = Path(onrecord.export.__file__).parent.parent / "sample"
REPORTS = sorted(path for path in SAMPLE.iterdir() if path.suffix in {".txt", ".html"})


def test_there_are_eight_and_the_readme_names_each() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    assert len(REPORTS) == 8
    assert all(f"`{path.name}`" in readme for path in REPORTS)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_each_says_that_it_is_a_sample(path: Path) -> None:
    assert "On Record" in path.read_bytes().decode("utf-8", "replace")


def test_bytes_are_as_odd_as_they_are_meant_to_be() -> None:
    review = (SAMPLE / "04-review.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        review.decode("utf-8")
    assert "“I am asked every week,”" in review.decode("cp1252")
    tribune = (SAMPLE / "08-tribune.txt").read_bytes()
    assert tribune.count(b"\r\n") == tribune.count(b"\n") > 10
