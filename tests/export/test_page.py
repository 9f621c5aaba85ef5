import base64
import dataclasses
import hashlib
import html
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as parser

from onrecord import export
from onrecord.errors import ExportError
from onrecord.export.page import marked, safe, tellers
from onrecord.export.page.acts import FAMILIES
from onrecord.export.page.proof import prove
from onrecord.export.page.table import named_before
from onrecord.export.page.whole import summary
from onrecord.record.entry import Entry
from onrecord.vocabulary import Act, Notice, Quoted, Span, Statement
from tests.export.story import HERALD, entry, herald, hostile, told


def page(*entries: Entry, title: str = "Story") -> str:
    return export.render(entries, "html", title=title)


def test_the_policy_lets_only_our_style_and_script_in() -> None:
    made = page(herald())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)
    assert policy.group(1).startswith("default-src 'none'")
    assert "unsafe" not in policy.group(1)


def test_nothing_hostile_becomes_markup() -> None:
    made = page(herald(), hostile(), title="</title><script>alert(0)</script>\u202e")
    root = parser.document_fromstring(made)
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img | //b | //*[@onload or @onerror or @style or @src]")
    assert {link[0] for link in root.xpath("//@href")} == {"#"}
    assert "\u202e" not in made
    assert "\u2066" not in made
    assert "\0" not in made
    assert "U+202E" in made
    assert 'lang="und"' in made
    assert root.xpath("//article[@id='text-r2']//p/@dir") == ["auto"] * 3


def test_a_page_with_foreign_markup_or_other_words_is_not_written() -> None:
    entries = (herald(),)
    good = page(*entries)
    for old, new in (
        ("Koo Byoung-sam", "<img src=x>"),
        ("Koo Byoung-sam", "Kim"),
        ('href="#at-s1"', 'href="https://example.org"'),
        ('href="#at-s1"', 'href="#at-s99"'),
        ('id="row-s2"', 'id="row-s1"'),
        ("</main>", "<script>1</script></main>"),
        ('<p dir="auto"', '<p onclick="1" dir="auto"'),
    ):
        assert old in good
        with pytest.raises(ExportError, match="did not validate"):
            prove(good.replace(old, new), entries)


def test_overlapping_statements_share_their_stretch() -> None:
    root = parser.document_fromstring(page(herald()))
    found = {"".join(span.itertext()): (span.get("class"), span.get("data-s")) for span in root.xpath("//article//span[@data-s]")}
    assert found["Beijing"] == ("c s", "s4 s5")
    assert found["had denied"] == ("c q", "s4 s5")
    assert found["the reports"] == ("c cc", "s4 s5")
    assert [mark.get("id") for mark in root.xpath("//a[@class='mark']")] == [f"at-s{n}" for n in (1, 2, 3, 4, 5)]


def test_a_mark_answers_to_its_bare_number_and_spells_out_what_must_not_be_mistaken() -> None:
    made = page(herald())
    marks = parser.document_fromstring(made).xpath("//a[@class='mark']")
    assert [mark.xpath("string(span/@id)") for mark in marks] == [f"s{n}" for n in (1, 2, 3, 4, 5)]
    assert [mark.text_content() for mark in marks] == ["s1 confirm", "s2 refuse", "s3", "s4", "s5 deny"]
    with pytest.raises(ExportError, match="two places"):
        prove(made.replace('<span id="s2">', '<span id="s1">'), (herald(),))


def test_what_is_not_the_article_is_folded_away_and_kept() -> None:
    root = parser.document_fromstring(page(herald()))
    folds = root.xpath("//details[@class='rest']")
    assert [fold.xpath("string(summary)") for fold in folds] == ["1 line: not the article, not read", "2 lines: not the article, not read"]
    assert folds[1].xpath("p/text()") == ["Follow us", "Sign up"]


def test_a_line_that_a_statement_rests_on_is_not_folded() -> None:
    text = "Body line.\nA said b."
    made = page(entry(1, text, [told(text, "A", "said", "b")], not_body=("A said b.",)))
    assert "not the article" not in made


def test_a_text_without_parts_is_shown_whole() -> None:
    report = herald()
    report = dataclasses.replace(report, report=dataclasses.replace(report.report, parts=report.report.parts[2:4]))
    assert "Share this page" in page(report)


def test_a_pronoun_says_who_was_named_before() -> None:
    before = named_before(herald())
    assert {pronoun: stored.id for pronoun, stored in before.items()} == {"s2": "s1"}
    assert "named before: <bdi" in page(herald())


def test_the_name_before_is_not_one_inside_what_another_tells() -> None:
    text = "Koo said Seoul had protested to Beijing. He refused to say more."
    report = entry(
        1,
        text,
        [
            told(text, "Koo", "Koo «said»", "Seoul had protested to Beijing"),
            told(text, "Seoul", "protested", "to Beijing"),
            told(text, "He", "refused", "to say more"),
        ],
    )
    assert named_before(report)["s3"].id == "s1"


def test_the_index_keeps_forms_apart_and_pronouns_by_report() -> None:
    found = tellers.tellers((herald(), herald(number=2, first=11)))
    named = {teller.words: teller.count for teller in found if teller.report is None}
    assert named["The ministry's spokesman, Koo Byoung-sam"] == 2
    assert [teller.count for teller in found if teller.words == "He"] == [1, 1]


def test_every_act_has_a_shape() -> None:
    assert sorted(act for acts in FAMILIES.values() for act in acts) == sorted(Act)


def test_the_summary_counts_and_names_what_was_not_read() -> None:
    unread = entry(2, "안녕하세요", model="", name="<ilbo>.txt", language="ko")
    words = html.unescape(re.sub(r"<[^>]+>", "", summary((herald(), unread))))
    assert words.startswith("2 reports, 5 statements. 1 report not read: <ilbo>.txt. Not looked for in any:")


def test_what_no_report_was_read_for_is_said_once_and_other_notices_stay() -> None:
    general, own = Notice("not-read:figures", "This version does not read figures."), Notice("decoding:guessed", "Check the accents.")
    told_of = [dataclasses.replace(herald(n, first=10 * n), notices=(general, own)) for n in (1, 2)]
    made = page(*told_of)
    assert general.message not in made
    assert made.count(own.message) == 2
    assert "Not looked for in any: " in made


def test_a_story_without_statements_says_so() -> None:
    made = page(entry(1, "Nobody tells anything."))
    assert "No statement was read" in made
    assert "<table id" not in made


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab \n<&\u202a\u202e\u00e9\ufeff\u2028\u2029\x07\r\x85", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20), st.sampled_from(["source", "cue", "content"])), max_size=8),
)
@example("a\u2028b a\u202ab", [(0, 3, "content")])
def test_any_overlap_of_spans_shows_the_text_once_and_whole(text: str, places: list[tuple[int, int, str]]) -> None:
    def spans(role: str, number: int) -> tuple[Span, ...]:
        start, length, kind = places[number]
        span = Span(min(start, len(text)), min(start + length, len(text)))
        return (span,) if kind == role and span.of(text).strip() else ()

    first = len(text) - len(text.lstrip())
    some = (Span(first, first + 1),) if text.strip() else ()
    statements = [
        Statement(spans("source", n), spans("cue", n), spans("content", n) or some, Act.SAY, Quoted.DIRECT, 0.5, "test")
        for n in range(len(places))
    ]
    report = entry(1, text, statements if some else [])
    assert "".join(stretch.span.of(text) for stretch in marked.stretches(report)) == text
    page(report)


@pytest.mark.parametrize("sign", ["\ufeff", "\u2028", "\u2029", *"\u202a\u202b\u202c\u202d\u202e", "\u2066", "\0", "\x1c", "\x85"])
def test_what_shows_as_nothing_may_stand_inside_of_a_statement(sign: str) -> None:
    text = f"{sign}Now A{sign}B then sa{sign}id once th{sign}at{sign}, and {sign} more{sign}. End"
    report = entry(1, text, [told(text, f"A{sign}B", f"sa{sign}id", f"th{sign}at{sign}, and {sign} more")])
    made = page(report)
    with pytest.raises(ExportError, match="did not validate"):
        prove(made.replace(">th<", ">ht<"), (report,))
    assert made.count(f"U+{ord(sign):04X}</span>") >= 7


def test_shown_words_come_back_as_they_were() -> None:
    words = HERALD + "<>&\"'\u202e\u2028\x07"
    back = re.sub(r'<span class="unseen">U\+([0-9A-F]+)</span>', lambda found: chr(int(found.group(1), 16)), safe.shown(words))
    assert html.unescape(back) == words


def test_two_thousand_statements_take_no_time() -> None:
    text = "\n".join(f"Speaker{n} said that thing {n} had happened to no one." for n in range(2000))
    statements: list[Statement] = []
    for n, line in enumerate(text.split("\n")):
        at = text.index(line) if n < 1 else statements[-1].content[0].end + 2
        name = len(f"Speaker{n}")
        content = Span(at + name + 6, at + len(line) - 1)
        cue = (Span(at + name + 1, at + name + 5),)
        statements.append(Statement((Span(at, at + name),), cue, (content,), Act.SAY, Quoted.INDIRECT, 0.5, "test"))
    started = time.perf_counter()
    page(entry(1, text, statements))
    assert time.perf_counter() - started < 3
