"""Bytes to characters: which encoding, on what basis, and how much of it could not be read."""

import codecs
import re

from onrecord.errors import BinarySource, UndecodableSource
from onrecord.vocabulary import Decoding, Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS_TEXT = "Open it in the program that made it and save it as plain text or HTML."
_COPY_THE_TEXT = "Copy its text into a plain text file, or convert it (for example with pdftotext)."
_UNPACK = "Unpack it and add the text or HTML files inside."
_WRITE_DOWN = "Write down or transcribe its words in a plain text file."
_FORMATS = (
    (b"%PDF-", "a PDF", _COPY_THE_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a Rich Text document", _SAVE_AS_TEXT),
    (b"%!PS", "a PostScript document", _COPY_THE_TEXT),
    (b"\x89PNG", "a PNG picture", _WRITE_DOWN),
    (b"\xff\xd8\xff", "a JPEG picture", _WRITE_DOWN),
    (b"GIF8", "a GIF picture", _WRITE_DOWN),
    (b"RIFF", "a picture, sound or film", _WRITE_DOWN),
    (b"II*\x00", "a TIFF picture", _WRITE_DOWN),
    (b"MM\x00*", "a TIFF picture", _WRITE_DOWN),
    (b"ID3", "a sound recording", _WRITE_DOWN),
    (b"OggS", "a sound recording or film", _WRITE_DOWN),
    (b"\x1aE\xdf\xa3", "a film", _WRITE_DOWN),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"SQLite format 3\x00", "a database", "Export what you need from it as text."),
    (b"bplist", "a Safari web archive or property list", "Save the page as HTML instead."),
    (b"\x7fELF", "a program", "Give the path of a text or HTML file."),
    (b"MZ\x90", "a program", "Give the path of a text or HTML file."),
)
_OFFICE = ((b"word/", "a Word document (DOCX)"), (b"xl/", "an Excel workbook (XLSX)"), (b"ppt/", "a PowerPoint file (PPTX)"),
           (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"), (b"mimetypeapplication/epub", "an e-book (EPUB)"))  # fmt: skip
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
_NO_WEB_ENCODINGS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
_CONTROLS = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_GUESS_FROM = 200_000
_LOOKED_AT = 1_000_000
_MOST_REPLACED = 0.02
_SISTERS = (
    "cp1250 cp1252 cp1254 cp1257 cp1258 iso8859_1 iso8859_2 iso8859_3 iso8859_4 iso8859_9 iso8859_10 iso8859_13 iso8859_14 iso8859_15"
    " iso8859_16 latin_1 mac_roman mac_latin2 mac_turkish mac_iceland cp437 cp850 cp852 cp858 hp_roman8"
)
_WESTERN = frozenset(_SISTERS.split())


def decode(data: bytes, name: str) -> tuple[str, Decoding, tuple[Notice, ...]]:
    """The raw text of `data`, without its byte-order mark; how it was decoded; what a person should know about that.

    `name` is for messages only. BinarySource where it is no text, UndecodableSource where no encoding fits.
    """
    _refuse_formats(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _settled(data[len(mark) :], encoding, "bom", name)
    wide = _wide(data)
    if wide:
        return _settled(data, wide, "guessed", name)
    _refuse_binary(data, name)
    return _without_mark(data, name)


def _without_mark(data: bytes, name: str) -> tuple[str, Decoding, tuple[Notice, ...]]:
    declared = _declared(data)
    text = None if declared and declared.startswith("iso2022") else _strictly(data, "utf-8")
    if text is not None:
        # Bytes beyond ASCII that happen to be valid UTF-8 are UTF-8, whatever an old template declares.
        basis = "declared" if declared == "utf-8" else "utf-8"
        other = declared not in (None, "utf-8") and not data.isascii()
        notices = (
            (Notice("decoding:declared-otherwise", f"The page declares {declared}, but its bytes are UTF-8 and were read as that."),)
            if other
            else ()
        )
        return text, Decoding("utf-8", basis), notices
    if declared and declared != "utf-8":
        text = _strictly(data, declared)
        if text is not None:
            return text, Decoding(declared, "declared"), ()
    if declared == "utf-8" or _mostly_utf8(data):
        return _settled(data, "utf-8", "declared" if declared == "utf-8" else "utf-8", name)
    if declared:
        return _settled(data, declared, "declared", name)
    return _settled(data, _guessed(data, name), "guessed", name)


def _settled(data: bytes, encoding: str, basis: str, name: str) -> tuple[str, Decoding, tuple[Notice, ...]]:
    text = data.decode(encoding, errors="replace")
    replaced = text.count("\ufffd") - _own_replacements(data, encoding)
    if replaced > max(8, _MOST_REPLACED * len(text)):
        raise _undecodable(name)
    notices = []
    if basis == "guessed":
        notices.append(Notice("decoding:guessed", f"No encoding is declared; {encoding} fits best and was used. Check names with accents."))
    if replaced:
        notices.append(
            Notice(
                "decoding:replaced",
                f"{replaced} place{'s' if replaced > 1 else ''} fit no character of {encoding}; the mark \ufffd stands there.",
            )
        )
    return text, Decoding(encoding, basis, replaced), tuple(notices)


def _own_replacements(data: bytes, encoding: str) -> int:
    try:
        return data.count("\ufffd".encode(encoding))
    except UnicodeEncodeError:
        return 0


def _undecodable(name: str) -> UndecodableSource:
    return UndecodableSource(
        f"The bytes of {name} fit no encoding of text.", "Save it as UTF-8 in the program that made it, and add that file."
    )


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The encoding that an HTML page or XML names for itself, as Python calls it."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    if encoding.startswith(("utf-16", "utf-32")):
        return "utf-8"  # a page whose declaration can be read byte by byte is not what it declares
    if encoding in _NO_WEB_ENCODINGS:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}.get(encoding, encoding)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are mostly well-formed UTF-8: then the rest are accidents and not another encoding."""
    kept = data.decode("utf-8", errors="ignore")
    good = len(kept) - len(kept.encode("ascii", "ignore"))
    bad = data.decode("utf-8", errors="replace").count("\ufffd") - kept.count("\ufffd")
    return good > 2 * bad


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a tenth of a second that few sources need

    end = len(data) if len(data) <= _GUESS_FROM else data.rfind(b"\n", 0, _GUESS_FROM) + 1 or _GUESS_FROM
    matches = from_bytes(data[:end])
    best = matches.best()
    if best is None:
        raise _undecodable(name)
    # Sister encodings of Western Europe differ in a few letters only; the one of nearly all such files is preferred where it fits as well.
    if best.encoding in _WESTERN and _strictly(data[:end], "cp1252") is not None:
        return "cp1252"
    return best.encoding


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:4000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None
    if encoding is None or len(data) % 2 or _CONTROLS.search(sample.replace(b"\x00", b"")):
        return None
    return encoding if _strictly(data, encoding) is not None else None


def _refuse_formats(data: bytes, name: str) -> None:
    for magic, kind, remedy in _FORMATS:
        if data.startswith(magic):
            raise BinarySource(f"{name} is {kind}, which is not read.", remedy)
    if data.startswith(b"PK\x03\x04"):
        kind = next((kind for mark, kind in _OFFICE if mark in data[:65536]), "a ZIP archive")
        raise BinarySource(f"{name} is {kind}, which is not read.", _UNPACK if "ZIP" in kind else _SAVE_AS_TEXT)
    if data[4:8] == b"ftyp":
        raise BinarySource(f"{name} is a film or picture, which is not read.", _WRITE_DOWN)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_LOOKED_AT]
    if sample.count(0) * 10 + len(_CONTROLS.findall(sample)) > max(40, len(sample) // 50):
        raise BinarySource(
            f"{name} is not text: it holds bytes that no text has.", "Give a plain text or HTML file, or save this one as text."
        )
