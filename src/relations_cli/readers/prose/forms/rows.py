"""Tables: a row that begins with its date is an entry; a table that lays dates out as columns is not read by lines."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.prose.block import Block, LeftOut
from relations_cli.readers.prose.forms.marks import is_date
from relations_cli.readers.prose.hours import is_time
from relations_cli.readers.prose.opening import opening_of

_MATRIX: Final = (
    "a table has its dates as columns, which cannot be read by lines: left out; write a line for each date instead"
)
_COLUMNS: Final = "a row of a table that has its dates as columns"
_STOPS: Final = ".,;:!?"
_LEVEL: Final = 6  # of a heading in a table
_LABEL: Final = 70  # characters of the longest


class Tables:
    """The rows of the tables of an article, one table after the other."""

    def __init__(self, left_out: list[LeftOut]) -> None:
        self.said: str | None = None
        """What of them cannot be read by lines."""
        self._left_out = left_out
        self._names: Sequence[str] | None = None
        """Of the columns; none where the table has no header, None before its first row."""
        self._is_matrix = self._is_wide = False

    def begin(self) -> None:
        """Forget the table before."""
        self._names, self._is_matrix, self._is_wide = None, False, False

    def row(self, line: int, cells: Sequence[str], sources: tuple[Source, ...]) -> Iterator[Block]:
        """A row as a block: its date, a tab, its title; the other cells are further texts, each with its column's name.

        The first row, where it begins with no date, is its header; a label alone in its row is a heading.
        """
        is_first = self._names is None
        if is_first:
            self._is_matrix, self._names = sum(map(is_date, cells)) > 1, ()
        if not any(cells):
            return
        if self._is_matrix:
            self.said = _MATRIX
            self._left_out.append(LeftOut(line, " ".join(filter(None, cells)), _COLUMNS))
            return
        names = [*(self._names or ()), *[""] * len(cells)][: len(cells)]
        first, title, more = _texts(cells, names)
        text = f"{first}\t{title}".strip()
        is_dated = opening_of(text) is not None
        is_alone = cells[0].strip() == text
        is_label = is_alone and self._is_wide and len(text) <= _LABEL and text[-1] not in _STOPS
        if is_first and not is_dated and not is_alone:
            self._names = cells
            others = (cell if cell[-1] in _STOPS else f"{cell}," for cell in (title, *more) if cell)
            text = f"{first}\t{' '.join(others).removesuffix(',')}".strip()
            yield Block(line=line, text=text, kind="header", sources=sources)
        elif not is_dated and (is_first or is_label):
            self._names = None if is_first else self._names
            yield Block(line=line, text=text, kind="heading", level=_LEVEL, sources=sources)
        else:
            yield Block(line=line, text=text, kind="row", more=more, sources=sources)
        self._is_wide |= len(cells) > 1


def _texts(cells: Sequence[str], names: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
    """Of a row the date, the title, and the other cells, each with the name of its column."""
    filled = [(at, cell.strip()) for at, cell in enumerate(cells) if cell.strip()]
    roles = _roles_of(tuple(names)) if any(names) else {}
    if len(filled) > 2 and re.fullmatch(r"\d{1,3}[.)]?", filled[0][1]) and leading(filled[1][1]) is not None:  # noqa: PLR2004
        filled = filled[1:]
    first = _with_end(_taken(filled, roles.get("date"), or_first=True), filled, roles.get("end"))
    title = _taken(filled, roles.get("title"), or_first=True)
    plain = {roles.get("summary"), roles.get("note")}
    return first, title, tuple(cell if at in plain or not names[at] else f"{names[at]}: {cell}" for at, cell in filled)


@lru_cache(maxsize=64)
def _roles_of(names: tuple[str, ...]) -> dict[str, int]:
    """By role the first column that has it."""
    return {role: names.index(found[0]) for role, found in roles_of(names).items() if found}


def _taken(filled: list[tuple[int, str]], place: int | None, *, or_first: bool = False) -> str:
    """The cell of a column, or else the first, taken out of those that are filled; empty where it is not."""
    at = next((at for at, (column, _) in enumerate(filled) if column == place), 0 if or_first else len(filled))
    return filled.pop(at)[1] if at < len(filled) else ""


def _with_end(first: str, filled: list[tuple[int, str]], place: int | None) -> str:
    """A date with the end that stands in a column of its own, or with the rest of it in the cell behind."""
    end = _taken(filled, place)
    if end:
        return f"{first} \u2013 {end}"
    while len(filled) > 1 and is_date(first.rpartition("\t")[2]) and is_date(filled[0][1]):
        first = f"{first}\t{filled.pop(0)[1]}"
    if len(filled) > 1 and is_time(filled[0][1]):
        first = f"{first} {filled.pop(0)[1]}"
    return first
