"""A real browser that is allowed to reach nothing but files."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from onrecord import export
from tests.export.story import entry, herald, hostile

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Opened:
    """A page with what it said and asked for while it was open."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def quiet(self) -> bool:
        """Nothing on the console, nothing asked of the world."""
        return not self.said and not [url for url in self.asked if not url.startswith("file://")]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing = "no Chromium on this machine: apt-get install -y chromium"
        if os.environ.get("ONRECORD_TEST_ALL"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as started:
        # launch() makes a fresh profile folder each time and removes it.
        browser = started.chromium.launch(executable_path=found, headless=True, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    many = [herald(number, first=100 * number) for number in range(3, 9)]
    unread = entry(20, "통일부는 말했다.", model="", language="ko", name="ilbo.txt")
    file = tmp_path_factory.mktemp("page") / "story.html"
    export.write([herald(), hostile(), *many, unread], "html", file, title="A story </title><script>alert(9)</script>")
    return file


def _open(browser: Browser, file: Path, **options: object) -> Opened:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)  # type: ignore[arg-type]
    opened = Opened(context.new_page())
    opened.page.on("console", lambda message: opened.said.append(message.text))
    opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.page.on("dialog", opened.refuse)
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.goto(file.as_uri())
    return opened


@pytest.fixture
def opened(chromium: Browser, story_file: Path) -> Iterator[Opened]:
    made = _open(chromium, story_file)
    yield made
    made.page.context.close()


@pytest.fixture
def opened_without_script(chromium: Browser, story_file: Path) -> Iterator[Opened]:
    made = _open(chromium, story_file, java_script_enabled=False)
    yield made
    made.page.context.close()
