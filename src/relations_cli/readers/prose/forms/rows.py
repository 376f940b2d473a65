"""Tables: a row that begins with its date is an entry; a table that lays dates out as columns is not read by lines."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.hours import is_time
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


def row(line: int, cells: Sequence[str], sources: tuple[Source, ...], header: Sequence[str] | None) -> Block:
    """A row as a block: its date, a tab, its title; the other cells are further texts, each with its column's name.

    Args:
        line: of the file.
        cells: as written.
        sources: what they link to.
        header: the names of the columns; None where it may be this row: then it is a heading.
    """
    filled = [(at, cell.strip()) for at, cell in enumerate(cells) if cell.strip()]
    names = [""] * len(cells) if header is None else [*header, *[""] * len(cells)][: len(cells)]
    roles = _roles_of(names)
    if len(filled) > _COLUMNS and re.fullmatch(r"\d{1,3}[.)]?", filled[0][1]) and leading(filled[1][1]) is not None:
        filled = filled[1:]
    first = _taken(filled, roles.get("date", -1)) or (filled.pop(0)[1] if filled else "")
    first = _with_end(first, filled, roles.get("end", -1))
    title = _taken(filled, roles.get("title", -1)) or (filled.pop(0)[1] if filled else "")
    text = f"{first}\t{title}".strip()
    if header is None and opening_of(text) is None:
        whole = "\t".join((first, _listed([title, *(cell for _, cell in filled)]))).strip()
        return Block(line=line, text=whole, kind="heading", level=_NAMES, sources=sources)
    plain = {roles.get("summary", -1), roles.get("note", -1)}
    more = (cell if at in plain or not names[at] else f"{names[at]}: {cell}" for at, cell in filled)
    return Block(line=line, text=text, kind="row", more=tuple(more), sources=sources)


@lru_cache(maxsize=64)
def _places_of(names: tuple[str, ...]) -> dict[str, int]:
    return {role: names.index(found[0]) for role, found in roles_of(names).items() if found}


def _roles_of(names: Sequence[str]) -> dict[str, int]:
    """By role the first column that has it."""
    return _places_of(tuple(names)) if any(names) else {}


def _taken(filled: list[tuple[int, str]], place: int) -> str:
    """The cell of a column, taken out of those that are filled; empty where it is not."""
    for at, (column, cell) in enumerate(filled):
        if column == place:
            del filled[at]
            return cell
    return ""


def _with_end(first: str, filled: list[tuple[int, str]], place: int) -> str:
    """A date with the end that stands in a column of its own, or with the rest of it in the cell behind."""
    end = _taken(filled, place)
    if end:
        return f"{first} \u2013 {end}"
    while filled and len(filled) > 1 and _is_date(first.rpartition("\t")[2]) and _is_date(filled[0][1]):
        first = f"{first}\t{filled.pop(0)[1]}"
    if filled and len(filled) > 1 and is_time(filled[0][1]):
        first = f"{first} {filled.pop(0)[1]}"
    return first


def _listed(cells: Sequence[str]) -> str:
    """Cells one behind the other, with a comma where one does not end with a mark."""
    return " ".join(cell if cell[-1] in _MARKS else f"{cell}," for cell in cells if cell).removesuffix(",")


def _is_date(cell: str) -> bool:
    bare = cell.strip()
    date = leading(bare)
    return date is not None and date.length == len(bare)
