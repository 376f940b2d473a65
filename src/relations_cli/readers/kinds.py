"""What a file is that no reader reads, by how it begins, and what to do with it."""

import re
import shlex
from typing import Final, NoReturn

from relations_cli.errors import DataError, parameter
from relations_cli.escaping import shown_line

_HEAD: Final = 4096
_STDIN: Final = "standard input"
_PIPED: Final = f"| timeline ... {parameter('file', short=True)} -"
_PICTURE: Final = "write down what it shows, or take its text with a program that recognises letters"
_UNPACK: Final = "unpack it, and give a file of it"
_AS_CSV: Final = "save it as csv"
_AS_TEXT: Final = "save it as text or html"
_BEGINNINGS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (rb"\s*%PDF-\d", "is a PDF document", f"take its text: pdftotext -layout {{file}} - {_PIPED}"),
    (
        rb"SQLite format 3\0",
        "is an SQLite database",
        "take a table of it: sqlite3 -csv -header {file} 'SELECT * FROM NAME' {pipe}",
    ),
    (rb"PAR1", "is a Parquet file", "write it as csv: with duckdb, COPY (FROM {sql}) TO 'events.csv'"),
    (rb"ARROW1|FEA1", "is an Arrow file", _AS_CSV),
    (rb"Obj\x01", "is an Avro file", _AS_CSV),
    (rb"ORC", "is an ORC file", _AS_CSV),
    (rb"\x89HDF\r\n", "is an HDF5 file", _AS_CSV),
    (rb"\0\x01\0\0Standard (?:Jet|ACE) DB", "is an Access database", "save the table as csv"),
    (
        rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a document of an old office program (.doc, .ppt)",
        "save it as docx, html or text",
    ),
    (rb"\{\\rtf", "is an RTF document", _AS_TEXT),
    (rb"%!PS", "is a PostScript document", f"take its text: ps2ascii {{file}} {_PIPED}"),
    (rb"\x89PNG", "is a picture (PNG)", _PICTURE),
    (rb"\xff\xd8\xff", "is a picture (JPEG)", _PICTURE),
    (rb"GIF8[79]a", "is a picture (GIF)", _PICTURE),
    (rb"RIFF.{4}WEBP", "is a picture (WebP)", _PICTURE),
    (rb"BM.{4}\0\0\0\0", "is a picture (BMP)", _PICTURE),
    (rb"II\*\0|MM\0\*", "is a picture (TIFF)", _PICTURE),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", "is a picture (HEIF)", _PICTURE),
    (rb".{4}ftyp|\x1aE\xdf\xa3|OggS|ID3|fLaC|RIFF.{4}(?:WAVE|AVI )", "is a sound or a film", "give a text of it"),
    (rb"7z\xbc\xaf\x27\x1c", "is an archive (7z)", _UNPACK),
    (rb"Rar!\x1a\x07", "is an archive (rar)", _UNPACK),
    (rb".{257}ustar", "is an archive (tar)", _UNPACK),
    (rb"BZh[1-9]1AY&SY", "is packed (bzip2)", f"unpack it: bzcat {{file}} {_PIPED}"),
    (rb"\xfd7zXZ\0", "is packed (xz)", f"unpack it: xzcat {{file}} {_PIPED}"),
    (rb"\x28\xb5\x2f\xfd", "is packed (zstd)", f"unpack it: zstdcat {{file}} {_PIPED}"),
    (rb"\x7fELF|MZ.{58}..\0\0|\xcf\xfa\xed\xfe|\0asm", "is a program", "give a chronology"),
)
"""How the bytes begin, as a pattern: what the file is, what to do."""
_IN_LETTERS: Final = (b"%", b"{")
"""What begins a file of those that may be all letters; each of the others has bytes that no text has."""
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_ZIPPED: Final[tuple[tuple[bytes, str, str], ...]] = (
    (rb"mimetypeapplication/vnd\.oasis\.opendocument\.text", "is a document of a word processor (.odt)", _AS_TEXT),
    (rb"mimetypeapplication/epub", "is a book (EPUB)", _AS_TEXT),
    (rb"ppt/", "is a presentation", _AS_TEXT),
)
"""What a zip archive names near its beginning."""
_ROOT: Final = re.compile(rb"(?s)\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)\s*)*+<(?:\w+:)?(\w+)[\s>]")
"""Each part above the root ends at its first end, without going back: of many, the ways to part them have no number."""
_ROOTS: Final = {
    "opml": ("is a list of feeds (OPML)", "give a chronology"),
    "svg": ("is a picture (SVG)", _PICTURE),
    "kml": ("is a map (KML)", "save it as GeoJSON or csv"),
    "gpx": ("is a track (GPX)", "save it as GeoJSON or csv"),
    "plist": ("is a list of settings (plist)", "give a chronology"),
}
"""The root of an XML document in small letters, without prefix."""


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse the bytes of a file that is known to be of a kind that no reader reads.

    Args:
        data: of the whole file, unpacked.
        name: how messages call it.

    Raises:
        DataError: they are of such a kind; it says which, and what to do.
    """
    head = data[:_HEAD]
    may_be_text = _is_text(head) and not head.lstrip().startswith(_IN_LETTERS) and not data.endswith(b"PAR1")
    for pattern, what, how in _BEGINNINGS:
        if not may_be_text and re.match(pattern, head, re.DOTALL):
            _refuse(name, what, how)
    if head.startswith(b"PK\x03\x04"):
        for pattern, what, how in _ZIPPED:
            if re.search(pattern, head):
                _refuse(name, what, how)


def _is_text(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        if len(head) - error.start > 3:  # noqa: PLR2004 -- else the head ends within a character
            return False
    return _CONTROLS.search(head) is None


def root_of(data: bytes) -> str:
    """The root of an XML document in small letters, without prefix; empty: it is none, or its root is far away."""
    start = _ROOT.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    return start[1].decode("ascii", "replace").lower() if start else ""


def refuse_other_markup(data: bytes, name: str) -> None:
    """Refuse the bytes of an XML document of a kind that no reader reads.

    Raises:
        DataError: they are of such a kind; it says which, and what to do.
    """
    kind = _ROOTS.get(root_of(data))
    if kind is not None:
        _refuse(name, *kind)


def _refuse(name: str, what: str, how: str) -> NoReturn:
    file = "FILE" if name == _STDIN else shlex.quote(shown_line(name))
    literal = "'" + shown_line(name).replace("'", "''") + "'"
    raise DataError(
        f"{what}: {how.replace('{file}', file).replace('{pipe}', _PIPED).replace('{sql}', literal)}", file=name
    )
