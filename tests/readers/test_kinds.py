"""A file that no reader reads is named by its kind, with what to do, and never by an encoding."""

import base64
import io
import time
import zipfile
from pathlib import Path

import pytest

from relations_cli.errors import DataError
from relations_cli.readers.kinds import root_of
from relations_cli.readers.loading import load


def zipped(name: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "is a PDF document: take its text: pdftotext"),
        ("a.pdf", b"%PDF-1.4\ntrailer\n", "is a PDF document"),
        ("a.db", b"SQLite format 3\0\x10\0" + b"\0" * 60, "is an SQLite database: take a table of it: sqlite3"),
        ("a.txt", b"SQLite format 3\0\x10\0" + b"\0" * 60, "is an SQLite database"),
        ("a.parquet", b"PAR1\x15\x04\x15\0", "is a Parquet file"),
        ("a.parquet", b"PAR1 PAR1", "is a Parquet file"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40,
            "is a document of an old office program (.doc, .ppt)",
        ),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG)"),
        ("a.gif", base64.b64decode("R0lGODlhAQABAAAAACw="), "is a picture (GIF)"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "is a picture (WebP)"),
        ("a.pptx", zipped("ppt/presentation.xml"), "is a presentation"),
        ("a.rtf", b"{\\rtf1\\ansi x}", "is an RTF document"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04", "is an archive (7z)"),
        ("a.xz", b"\xfd7zXZ\0\0\x04", "is packed (xz)"),
        ("a.svg", b'<svg xmlns="x"></svg>', "is a picture (SVG)"),
        ("a.kml", b"<?xml version='1.0'?><kml></kml>", "is a map (KML)"),
    ],
)
def test_it_is_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)

    with pytest.raises(DataError) as caught:
        load(str(file))

    assert caught.value.reason.startswith(kind)
    assert not any(word in str(caught.value) for word in ("encoding", "utf-16", "cp1252", "begins with a date"))


@pytest.mark.parametrize("word", ["ORC", "PAR1", "ID3", "BM", "BZh91AY&SY", "MZ", "GIF89a"])
def test_a_text_that_begins_as_one_is_read(tmp_path: Path, word: str) -> None:
    text = f"{word},date,title\nx,2020,A\n"
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")

    assert [event.title for event in load(str(file)).events] == ["A"]


@pytest.mark.parametrize("above", [b"<?xml version='1.0'?>\n", b"<!-- a -->", b"<?x?>", b"<!DOCTYPE a>\n", b"<!--"])
@pytest.mark.parametrize("root", [b"", b"<opml>", b"<rss>"])
def test_however_much_stands_above_a_root_it_is_looked_for_once(above: bytes, root: bytes) -> None:
    began = time.process_time()

    assert root_of(above * 4000 + root) == ""  # behind what is looked at
    assert root_of(above * 5 + root) in {"", root[1:-1].decode()}
    assert time.process_time() - began < 1
