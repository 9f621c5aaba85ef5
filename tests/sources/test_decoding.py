import codecs

import pytest

from onrecord.errors import BinarySource, UndecodableSource
from onrecord.sources.decoding import decode

WORDS = "Señor Kovač dankte den Jurist*innen für ihre Mühe – „endlich“, sagte er."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding):
    text, decoding, notices = decode(WORDS.encode(encoding), "a")
    assert (text, decoding.basis, decoding.replaced, notices) == (WORDS, "bom", 0, ())


def test_utf8_needs_no_declaration():
    text, decoding, notices = decode(WORDS.encode(), "a")
    assert (text, decoding.encoding, decoding.basis, notices) == (WORDS, "utf-8", "utf-8", ())


def test_a_declared_encoding_is_used():
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><body>Задержаны двое</body></html>'
    text, decoding, _ = decode(page.encode("koi8-r"), "a")
    assert (text, decoding.encoding, decoding.basis) == (page, "koi8-r", "declared")


def test_a_false_declaration_yields_to_utf8_and_is_said():
    page = '<html><head><meta charset="iso-8859-1"></head><body>Kovač</body></html>'
    text, decoding, notices = decode(page.encode(), "a")
    assert (text, decoding.encoding, decoding.basis) == (page, "utf-8", "utf-8")
    assert [notice.code for notice in notices] == ["decoding:declared-otherwise"]


def test_western_bytes_are_guessed_and_said():
    words = "El señor Núñez declaró que la policía lo detuvo el día después de la manifestación. " * 4
    text, decoding, notices = decode(words.encode("cp1252"), "a")
    assert (text, decoding.encoding, decoding.basis) == (words, "cp1252", "guessed")
    assert [notice.code for notice in notices] == ["decoding:guessed"]


def test_korean_bytes_are_guessed():
    words = "통일부는 금요일 브리핑에서 강제 북송에 대해 유감을 표명했다. 정부는 중국에 우려를 전달했다고 밝혔다. " * 5
    text, decoding, _ = decode(words.encode("euc-kr"), "a")
    assert (text, decoding.basis) == (words, "guessed")


def test_a_few_bad_bytes_in_utf8_are_counted_and_shown():
    data = WORDS.encode() * 3 + b" caf\xe9 " + WORDS.encode()
    text, decoding, notices = decode(data, "a")
    assert text == WORDS * 3 + " caf\ufffd " + WORDS
    assert (decoding.encoding, decoding.replaced) == ("utf-8", 1)
    assert [notice.code for notice in notices] == ["decoding:replaced"]


def test_replacement_characters_of_the_source_are_not_counted():
    _, decoding, notices = decode(("a\ufffdb" + WORDS).encode(), "a")
    assert (decoding.replaced, notices) == (0, ())


def test_utf16_without_a_mark():
    text, decoding, _ = decode("Police in Lomba arrested two men.".encode("utf-16-le"), "a")
    assert (text, decoding.encoding) == ("Police in Lomba arrested two men.", "utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 secretword", "a PDF"),
        (b"PK\x03\x04....[Content_Types].xml word/document.xml secretword", "Word document"),
        (b"PK\x03\x04....secretword", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1 secretword", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x00\x01\x02secretword" * 40, "not text"),
    ],
)
def test_binary_files_are_named_with_what_to_do(data, kind):
    with pytest.raises(BinarySource, match=kind) as error:
        decode(data, "report.txt")
    assert "report.txt" in error.value.problem
    assert error.value.remedy.endswith(".")
    assert "secretword" not in str(error.value)


def test_bytes_that_fit_nothing():
    with pytest.raises(UndecodableSource, match=r"report\.txt"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xfd\xfc" * 500, "report.txt")


def test_a_hostile_declaration_is_ignored():
    for encoding in (b"unicode_escape", b"undefined", b"idna", b"zlib", b"rot13", b"nonsense"):
        data = b'<meta charset="' + encoding + b'">caf\xc3\xa9 \xe9 caf\xc3\xa9 caf\xc3\xa9'
        text, decoding, _ = decode(data, "a")
        assert decoding.encoding == "utf-8"
        assert text.count("é") == 3
