import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser


def in_sight(opened: Opened, identifier: str) -> bool:
    opened.page.wait_for_timeout(300)
    place = opened.page.locator(f"#{identifier}").bounding_box()
    return place is not None and 0 <= place["y"] < 900


def test_it_opens_without_a_word_on_the_console_or_a_request(opened: Opened) -> None:
    expect(opened.page.locator(".banner")).to_contain_text("Working export, not for publication")
    expect(opened.page.locator("h1")).to_have_text("A story </title><script>alert(9)</script>")
    assert opened.page.evaluate("document.scripts.length") == 1
    assert opened.page.evaluate("document.images.length") == 0
    opened.page.wait_for_timeout(300)
    assert opened.quiet(), (opened.said, opened.asked)


def test_what_was_added_to_the_page_afterwards_does_not_run(opened: Opened) -> None:
    refused: list[str | None] = []
    opened.page.on("requestfailed", lambda request: refused.append(request.failure))
    opened.page.evaluate("""() => {
        const script = document.createElement("script"); script.textContent = "window.ran = 1"; document.body.append(script);
        const image = new Image(); image.src = "https://example.org/pixel.gif"; document.body.append(image);
        document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='window.ran = 1' id='late'>late</p>");
        document.getElementById("late").click();
    }""")
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in words for words in opened.said)
    # The browser announces the picture and then refuses it by our policy, before anything leaves the machine.
    assert refused == ["csp"]


def test_words_narrow_the_table_as_they_are_typed(opened: Opened) -> None:
    rows = opened.page.locator("#table tbody tr:visible")
    expect(rows).to_have_count(37)
    opened.page.fill("#words", "spokesman CONFIRM")
    # The pronoun's row is among them, because it shows who was named before.
    expect(rows).to_have_count(14)
    expect(opened.page.locator("#count")).to_have_text("14 of 37 statements")
    opened.page.get_by_label("refuse").check()
    expect(rows).to_have_count(7)
    expect(rows.first).to_contain_text("did not confirm")
    opened.page.select_option("#report", "r1")
    expect(rows).to_have_count(1)
    opened.page.fill("#words", "no such words")
    expect(opened.page.locator("#none")).to_contain_text("No statement matches “no such words” with these choices.")
    expect(opened.page.locator("#none")).to_be_in_viewport()
    expect(opened.page.locator("#count")).to_have_text("Nothing matches: 0 of 37 statements")
    opened.page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(37)
    assert opened.quiet(), opened.said


@pytest.mark.parametrize(("width", "height"), [(390, 400), (390, 844), (1280, 900)])
def test_whoever_types_sees_what_is_found_and_what_they_type(opened: Opened, width: int, height: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": height})
    words, rows = opened.page.locator("#words"), opened.page.locator("#table tbody tr:visible")
    words.focus()
    words.press_sequentially("refuse")
    expect(rows).to_have_count(7)
    opened.page.wait_for_timeout(200)
    for shown in (words, opened.page.locator("#count"), rows.first.locator(".who")):
        expect(shown).to_be_in_viewport(ratio=1)
    words.press_sequentially(" nothing of the kind")
    expect(opened.page.locator("#none")).to_be_in_viewport(ratio=1)
    expect(words).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["at-s702", "s702"])
def test_a_link_that_is_opened_afresh_shows_what_stands_before(chromium: Browser, story_file: Path, name: str, script: bool) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{story_file.as_uri()}#{name}")
    page.wait_for_timeout(300)
    place = page.locator("#at-s702").bounding_box()
    assert place is not None
    assert 180 < place["y"] < 450
    if script:
        expect(page.locator("#row-s702")).to_have_class("here")
    context.close()


def test_a_word_is_found_without_its_accents_and_not_inside_another(opened: Opened) -> None:
    rows = opened.page.locator("#table tbody tr:visible")
    opened.page.fill("#words", "لا")
    expect(rows).to_have_count(1)
    opened.page.fill("#words", "onfirm")
    expect(rows).to_have_count(0)
    opened.page.fill("#words", '"did not confirm"')
    expect(rows).to_have_count(7)


def test_a_heading_sorts_both_ways(opened: Opened) -> None:
    heading = opened.page.get_by_role("columnheader", name="how")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(opened.page.locator("#table tbody tr").first).to_have_attribute("data-a", "confirm")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(opened.page.locator("#table tbody tr").first).to_have_attribute("data-a", "say")
    opened.page.get_by_role("columnheader", name="id").get_by_role("button").click()
    expect(opened.page.locator("#table tbody tr").first).to_have_attribute("id", "row-s1")


def test_a_row_leads_to_its_place_and_the_place_back(opened: Opened) -> None:
    opened.page.locator("#row-s802 .no a").click()
    assert in_sight(opened, "at-s802")
    lit = opened.page.locator(".here[data-s]")
    assert "agrees on" in " ".join(lit.all_inner_texts())
    opened.page.locator("#at-s802").click()
    assert in_sight(opened, "row-s802")
    opened.page.locator("#row-s500 .told").click()
    assert in_sight(opened, "at-s500")


def test_a_jump_back_to_a_row_that_is_filtered_away_shows_it_again(opened: Opened) -> None:
    opened.page.fill("#words", "لا")
    expect(opened.page.locator("#row-s500")).to_be_hidden()
    opened.page.locator("#at-s500").click()
    expect(opened.page.locator("#row-s500")).to_be_visible()
    assert in_sight(opened, "row-s500")


def test_the_index_of_who_tells_narrows_the_table(opened: Opened) -> None:
    opened.page.locator("#tellers summary").click()
    opened.page.locator(".teller", has_text="Koo Byoung-sam").click()
    expect(opened.page.locator("#table tbody tr:visible")).to_have_count(14)


def test_hostile_words_are_shown_and_do_nothing(opened: Opened) -> None:
    article = opened.page.locator("#text-r2")
    expect(article).to_contain_text("<script>alert(1)</script> ]]> <!-- </style> &amp; &lt;b&gt;")
    expect(article.locator(".unseen").first).to_have_text("U+202E")
    expect(opened.page.locator("#title-r2")).to_have_text("javascript:alert(4)")
    opened.page.locator("#report-r2 .facts summary").click()
    expect(opened.page.locator("#report-r2 .facts")).to_contain_text("</title></style><script>alert(5)</script>")
    assert opened.quiet(), opened.said


def test_everything_can_be_reached_with_the_keyboard(opened: Opened) -> None:
    opened.page.keyboard.press("Tab")
    expect(opened.page.locator(".skip")).to_be_focused()
    opened.page.locator("#row-s1 .no a").focus()
    opened.page.keyboard.press("Enter")
    assert in_sight(opened, "at-s1")
    opened.page.keyboard.press("Shift+Tab")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.tagName") == "A"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_window(opened: Opened, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    for fold in opened.page.locator("details").all():
        fold.evaluate("fold => { fold.open = true; }")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(opened: Opened, scheme: str) -> None:
    opened.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    poor = opened.page.evaluate(
        """() => {
        const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
        const behind = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
            if ((parts(c)[3] ?? 1) > 0) return c; } return "rgb(255, 255, 255)"; };
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const found = new Set();
        for (const e of document.querySelectorAll("body *")) {
            if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || e.closest("script, svg")) continue;
            const [a, b] = [light(parts(getComputedStyle(e).color)), light(parts(behind(e)))].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) found.add(`${e.tagName}.${e.className}`);
        }
        return [...found];
    }"""
    )
    assert poor == []


def test_without_script_the_links_still_lead_there(opened_without_script: Opened) -> None:
    page = opened_without_script.page
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#table tbody tr")).to_have_count(37)
    page.locator("#row-s800 .no a").click()
    expect(page).to_have_url(re.compile("#at-s800$"))
    place = page.locator("#at-s800").bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 900


def test_on_paper_every_page_says_what_it_is(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("#controls")).to_be_hidden()
    expect(opened.page.locator("details.rest p").first).to_be_visible()
    assert opened.page.pdf(format="A4").startswith(b"%PDF")
