"""Which record of a table is its header, and which of its columns the user named."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NoReturn

from relations_cli.errors import parameter
from relations_cli.escaping import quoted
from relations_cli.readers.entries.roles import dates_among, roles_of
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.dialect import Record
from relations_cli.suggesting import nearest

_DATUM = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|-?\d+\.\d+$")
"""What begins a cell of data, and no name of a column: a day or a fraction."""


def header_at(head: Sequence[Record], reading: Reading) -> int:
    """Which of the first records names the columns: of those that name a date, the one that names the most roles.

    Raises:
        DataError: none names a column of dates.
    """
    chosen = set(reading.options.columns.values())
    at = _with_most_roles(head, chosen)
    if at is not None:
        return at
    widest = max(len(record.cells) for record in head)
    at = next(at for at, record in enumerate(head) if len(record.cells) == widest)
    names = [name.strip() for name in head[at].cells]
    if chosen:
        _refuse_column(min(chosen - set(names)), names, reading, (head[0].line, None))
    if len(names) > 1 and "date" in roles_of(names):
        return at
    found, by_name = dates_among(names), f"{parameter('columns')} date=COLUMN, title=COLUMN"
    if len(found) > 1:
        what, how = f"several columns of dates, {listed(found)}", f"name one with {by_name}"
    else:
        what, how = f"no column of dates among {listed(names)}", f"name it with {by_name}"
    return reading.refuse(what, (head[at].line, None), why=how)


def _with_most_roles(head: Sequence[Record], chosen: AbstractSet[str]) -> int | None:
    """Which record has all the columns that are chosen, else names a date and the most roles; None: there is none."""
    best, most = None, 1
    for at, record in enumerate(head):
        names = [name.strip() for name in record.cells]
        if chosen and chosen <= {*names, *(name.casefold() for name in names)}:
            return at
        if any(map(_DATUM.match, names)):
            continue
        roles = roles_of(names, by_words=False)
        known = len(roles) + (len(names) > 1)
        if ("date" in roles or "year" in roles) and known > most:
            best, most = at, known
    return best


def numbered(head: Sequence[Record], reading: Reading) -> Record:
    """A header for a table that has none: its columns are called 1, 2, 3.

    Raises:
        DataError: nobody said which of them holds what.
    """
    if not reading.options.columns:
        how = f"say which they are with {parameter('columns')} date=1,title=2"
        reading.refuse("columns without a header are known by their places", (head[0].line, None), why=how)
    width = max(len(record.cells) for record in head)
    return Record(head[0].line, [str(at + 1) for at in range(width)])


def own_names(names: Iterable[str]) -> list[str]:
    """The names of columns, each once, so that no cell is lost: ``column 3`` for an empty one, ``a (2)``."""
    found: dict[str, int] = {}
    for at, given in enumerate(names, 1):
        stem = given or f"column {at}"
        name, number = stem, found.get(stem, 0)
        while name in found:
            number += 1
            name = f"{stem} ({number})"
        found[stem], found[name] = max(number, 1), 1
    return list(found)


def chosen_columns(names: Sequence[str], reading: Reading) -> Mapping[str, str]:
    """Role: column, as the user mapped them."""
    folded = {name.casefold(): name for name in reversed(names)}
    chosen = {}
    for role, wanted in reading.options.columns.items():
        name = wanted if wanted in names else folded.get(wanted.casefold())
        if name is None:
            _refuse_column(wanted, names, reading)
        chosen[role] = name
    return chosen


def _refuse_column(wanted: str, names: Sequence[str], reading: Reading, position: Position | None = None) -> NoReturn:
    near = nearest(wanted, names)
    meant = f"did you mean {' or '.join(map(quoted, near))}?" if near else f"there are {listed(names)}"
    reading.refuse(f"there is no column {quoted(wanted)}", position, why=meant)


def listed(names: Sequence[str], most: int = 8) -> str:
    """The names as a message repeats them; more than so many are counted."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(quoted, names[:most])) + more
