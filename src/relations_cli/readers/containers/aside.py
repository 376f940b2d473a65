"""What a workbook says beside the sheet that is read: rows of other sheets, and comments on cells."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from relations_cli.escaping import one_line, quoted
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.dialect import Record

_COMMENTS: Final = re.compile(r"xl/(?:comments|threadedComments)[^.]*\.xml")
"""Parts of a workbook of Office Open XML that hold comments (ECMA-376, part 1, 18.7); no library of ours reads them."""
_COMMENT: Final = re.compile(
    r'<((?:\w+:)?(?:comment|threadedComment))\s[^>]*?\bref="([A-Z]+\d+)"[^>]*>(.*?)</\1>', re.DOTALL
)
_NOTE: Final = re.compile(r"<office:annotation\b[^>]*>(.*?)</office:annotation>", re.DOTALL)
"""A comment in OpenDocument (1.2, 14.1)."""
_TAG: Final = re.compile(r"<[^>]*>")
_LETTERS: Final = 26


def list_rows(name: str, records: list[Record], reading: Reading) -> None:
    """List the rows of a sheet that is not read, each with its cells."""
    for line, cells in records:
        said = "; ".join(f"{place_of(at)}{line}: {cell.strip()}" for at, cell in enumerate(cells) if cell.strip())
        reading.note("listed", f"the sheet {quoted(name)}", (line, None), why=one_line(said))


def note_comments(name: str, part: bytes, reading: Reading) -> None:
    """Note the comments on cells that one part of a workbook holds.

    Args:
        name: of the part in the archive.
        part: its XML.
        reading: the file.
    """
    if _COMMENTS.fullmatch(name) is not None:
        for cell, text in _commented(part):
            reading.note("left out", f"a comment on {cell}", why=text)
    elif name == "content.xml" and b"<office:annotation" in part:
        for found in _NOTE.finditer(part.decode("utf-8", "replace")):
            reading.note("left out", "a comment on a cell", why=_text(found[1]))


def place_of(column: int) -> str:
    """The letters of a column, from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _commented(part: bytes) -> Iterator[tuple[str, str]]:
    for found in _COMMENT.finditer(part.decode("utf-8", "replace")):
        yield found[2], _text(found[3])


def _text(xml: str) -> str:
    return one_line(" ".join(unescape(_TAG.sub(" ", xml)).split()))
