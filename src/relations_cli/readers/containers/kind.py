"""Which container a file is, by its bytes; a suffix settles what has no mark."""

import io
import re
import zipfile
import zlib
from typing import Final

from relations_cli.model.version import DATABASE
from relations_cli.readers.kinds import root_of
from relations_cli.readers.reading import suffix_of

SQLITE: Final = b"SQLite format 3\0"
"""How a database begins (https://www.sqlite.org/fileformat.html, section 1.3)."""
LENGTH_OF_SQLITE: Final = 100
"""Bytes of its header."""
_APPLICATION: Final = slice(68, 72)
_FORM: Final = slice(60, 64)
_HEAD: Final = 4096
_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK: Final = "Workbook".encode("utf-16-le")
_MAIL: Final = re.compile(rb"(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}", re.ASCII)
_OF_MAIL: Final = re.compile(rb"(?im)^(?:message-id|mime-version|received|return-path|delivered-to):")
_FEEDS: Final = {"rss": "rss", "feed": "atom", "rdf": "rss"}
"""The root of a feed: its format."""
_SUFFIXES: Final = {".eml": "eml", ".mbox": "mbox", ".mbx": "mbox"}
_LONGEST_KIND: Final = 100
_PROSE: Final = frozenset((".txt", ".md", ".markdown", ".log"))


def container_of(data: bytes, path: str) -> str | None:
    """The name of the reader of a container; None: it is text, or nothing that is read.

    Args:
        data: of the whole file, unpacked from gzip.
        path: where it lies.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OFFICE):
        return "xls" if _WORKBOOK in data else None
    if form_of_ours(data) is not None:
        return "sqlite"
    head, suffix = data[:_HEAD].removeprefix(b"\xef\xbb\xbf"), suffix_of(path)
    feed = _FEEDS.get(root_of(data))
    if feed is not None:
        return feed
    return _SUFFIXES.get(suffix) or (_mail(head) if suffix not in _PROSE else None)


def form_of_ours(data: bytes) -> int | None:
    """The form of a database of ours, by the first bytes of its file; None for everything else."""
    is_ours = data.startswith(SQLITE) and data[_APPLICATION] == DATABASE.to_bytes(4, "big")
    return int.from_bytes(data[_FORM], "big") if is_ours else None


def _mail(head: bytes) -> str | None:
    if re.match(rb"From [^\r\n]*\d{4}\r?\n", head) and _MAIL.match(head, head.index(b"\n") + 1):
        return "mbox"
    headers = _MAIL.match(head)
    return "eml" if headers is not None and _OF_MAIL.search(headers[0]) else None


def _zipped(data: bytes) -> str | None:
    """Which container a zip archive is; of a broken one, the reader of archives says so. None: a document not read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            kind = archive.open("mimetype").read(_LONGEST_KIND) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return "zip"
    if not names.isdisjoint(("xl/workbook.xml", "xl/workbook.bin")):
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if kind.startswith(b"application/"):
        return "ods" if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet") else None
    return None if "ppt/presentation.xml" in names else "zip"
