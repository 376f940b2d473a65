"""Tables: a row that begins with its date is an entry; a table that lays dates out as columns is not read by lines."""

import re
from collections.abc import Sequence
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.openings import opening_of

MATRIX: Final = (
    "a table has its dates as columns, which cannot be read by lines: left out; write a line for each date instead"
)
COLUMNS: Final = "a row of a table that has its dates as columns"
_COLUMNS: Final = 2
_MARKS: Final = ".,;:!?"
_NAMES: Final = 6  # the level of a heading that is the names of columns


def is_matrix(cells: Sequence[str], *, is_header: bool) -> bool:
    """Whether a table's header row names dates in two columns or more."""
    return is_header and sum(_is_date(cell) for cell in cells) >= _COLUMNS


def row(line: int, cells: Sequence[str], sources: tuple[Source, ...], *, is_header: bool) -> Block:
    """A row as a block: a tab behind the first cell that is not empty; the names of the columns are a heading."""
    filled = [cell.strip() for cell in cells if cell.strip()] or [""]
    is_numbered = len(filled) > _COLUMNS and re.fullmatch(r"\d{1,3}[.)]?", filled[0]) and leading(filled[1]) is not None
    first, *others = filled[1:] if is_numbered else filled
    text = "\t".join((first, _listed(others))).strip()
    names = is_header and opening_of(text) is None
    return Block(line=line, text=text, kind="heading" if names else "row", level=_NAMES * names, sources=sources)


def _listed(cells: Sequence[str]) -> str:
    """Cells one behind the other, with a comma where one does not end with a mark."""
    return " ".join(cell if cell[-1] in _MARKS else f"{cell}," for cell in cells).removesuffix(",")


def _is_date(cell: str) -> bool:
    bare = cell.strip()
    date = leading(bare)
    return date is not None and date.length == len(bare)
