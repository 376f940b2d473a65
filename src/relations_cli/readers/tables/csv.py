"""Tables of comma, semicolon, tab or bar separated values: columns by their names, or by the shape of coded data."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NoReturn

from relations_cli.errors import parameter
from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology, Source
from relations_cli.readers.entries.cell_values import SEPARATORS, related, several, sources_of
from relations_cli.readers.entries.chronology import chronology_of
from relations_cli.readers.entries.computed import COMPUTED
from relations_cli.readers.entries.date_parts import dated_in, joined_date
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.roles import ROLES, dates_among, roles_of
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.coded import coding_of_header, coding_of_rows
from relations_cli.readers.tables.dialect import Record, delimiter_of, records
from relations_cli.readers.text import decoded
from relations_cli.suggesting import nearest

_HEADER_WITHIN = 10
"""Records: titles and notes may stand above the header."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DATUM = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|-?\d+\.\d+$")
"""What begins a cell of data, and no name of a column: a day or a fraction."""
_OURS = ("lower", "upper", "precision")
"""Columns that only our own csv has: its dates are EDTF, of which tables mean something else by ``2020-21``."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the records of a table.

    Raises:
        DataError: it has no column of dates, or a record cannot be read; it says which line.
    """
    text = decoded(data, reading)
    rows = records(text, delimiter_of(text, reading.suffix), reading)
    head = list(islice(rows, _HEADER_WITHIN))
    if not head:
        reading.refuse("is empty", why="expected a table with a header")
    coded = coding_of_rows([record.cells for record in head])
    if coded is not None:
        return chronology_of(coded.entries(chain(head, rows), reading), reading)
    at = _header(head, reading)
    for record in head[:at]:
        reading.note(
            "left out", f"{quoted(' '.join(record.cells).strip())} stands above the header", (record.line, None)
        )
    names = [name.strip() for name in head[at].cells]
    body = chain(head[at + 1 :], rows)
    known = coding_of_header(names)
    if known is not None and not reading.options.columns:
        return chronology_of(known.entries(body, reading, names), reading)
    roles = roles_of([name for name in names if name not in COMPUTED], _chosen(names, reading))
    if not {"title", "summary", "actors"} & roles.keys():
        reading.refuse(
            f"no column of titles or texts among {_listed(names)}",
            (head[at].line, None),
            why=f"name it with {parameter('columns')} title=COLUMN",
        )
    return chronology_of(_Columns(names, roles).entries(body, reading), reading)


def _header(head: Sequence[Record], reading: Reading) -> int:
    """Which of the first records names the columns: of those that name a date, the one that names the most roles.

    Raises:
        DataError: none names a column of dates.
    """
    chosen = set(reading.options.columns.values())
    best, most = -1, 1
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
    if best >= 0:
        return best
    widest = max(len(record.cells) for record in head)
    at = next(at for at, record in enumerate(head) if len(record.cells) == widest)
    names = [name.strip() for name in head[at].cells]
    if chosen:
        return _refuse_column(min(chosen - set(names)), names, reading, (head[0].line, None))
    if len(names) > 1 and "date" in roles_of(names):
        return at
    found, by_name = dates_among(names), f"{parameter('columns')} date=COLUMN, title=COLUMN"
    if len(found) > 1:
        what, how = f"several columns of dates, {_listed(found)}", f"name one with {by_name}"
    else:
        what, how = f"no column of dates among {_listed(names)}", f"name it with {by_name}"
    return reading.refuse(what, (head[at].line, None), why=how)


def _chosen(names: Sequence[str], reading: Reading) -> Mapping[str, str]:
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
    meant = f"did you mean {' or '.join(map(quoted, near))}?" if near else f"there are {_listed(names)}"
    reading.refuse(f"there is no column {quoted(wanted)}", position, why=meant)


def _listed(names: Sequence[str], most: int = 8) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(quoted, names[:most])) + more


class _Columns:
    """Which cells of a record mean what; what no role takes is kept under ``extra``."""

    def __init__(self, names: Sequence[str], roles: Mapping[str, Sequence[str]]) -> None:
        place = {name: at for at, name in reversed(list(enumerate(names)))}
        self._at = {role: [place[name] for name in several_names] for role, several_names in roles.items()}
        taken = {index for indexes in self._at.values() for index in indexes}
        self._others = [
            (name, at) for at, name in enumerate(names) if name and at not in taken and name not in COMPUTED
        ]
        self._width = len(names)
        missing = [self._width]  # behind the last cell stands an empty one
        self._one = {role: self._at.get(role, missing)[0] for role in ROLES}
        self._makes_titles = not {"title", "summary"} & self._at.keys()
        self._is_ours = {"date", *_OURS} <= set(names)

    def entries(self, body: Iterable[Record], reading: Reading) -> Iterator[Entry]:
        """An entry a record, in their order.

        Raises:
            DataError: a record has more cells than the header, and such records are not to be skipped.
        """
        width = self._width
        if self._makes_titles:
            reading.note("inferred", "titles made as actor \u2014 relation \u2014 actor")
        for line, cells in body:
            if len(cells) > width and any(cells[width:]):
                what = f"{len(cells)} cells under a header of {width}"
                reading.skip(what, (line, None), why="quote the cells that hold the delimiter")
                continue
            row = [_unprefixed(cell) if cell[:1] == "'" else cell for cell in cells[:width]]
            row += [""] * (width + 1 - len(row))
            yield self._entry(line, row)

    def _entry(self, line: int, cells: list[str]) -> Entry:
        one = self._one
        tags = self._several("tags", cells)
        actors = self._several("actors", cells)
        title = cells[one["title"]]
        if self._makes_titles:
            first, second = [*(cells[at] for at in self._at["actors"][:2]), ""][:2]
            title = related(first, cells[one["type"]] or next(iter(tags), ""), second)
        return Entry(
            position=(line, None),
            date=self._date(cells, "date"),
            end=self._date(cells, "end", "end_"),
            edtf=(cells[one["date"]].strip() or None) if self._is_ours else None,
            title=title,
            summary=cells[one["summary"]],
            type=cells[one["type"]].strip(),
            note=cells[one["note"]].strip(),
            id=cells[one["id"]].strip(),
            tags=tags,
            actors=actors,
            places=self._several("places", cells),
            sources=self._sources(cells),
            extra={name: cells[at] for name, at in self._others if cells[at]},
        )

    def _date(self, cells: list[str], of: str, prefix: str = "") -> str:
        text = cells[self._one[of]]
        if f"{prefix}year" not in self._at:
            return text
        year, month, day = (cells[self._one[prefix + part]] for part in ("year", "month", "day"))
        return dated_in(year, text) or joined_date(year, month, day)

    def _several(self, role: str, cells: list[str]) -> tuple[str, ...]:
        marks = ";" if self._is_ours else f"{SEPARATORS}," if role == "tags" else SEPARATORS
        found = [several(cells[at], marks=marks) for at in self._at.get(role, ()) if cells[at]]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))

    def _sources(self, cells: list[str]) -> tuple[Source, ...]:
        found = [sources_of(cells[at]) for at in self._at.get("sources", ()) if cells[at]]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))


def _unprefixed(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.lstrip("'").startswith(_FORMULA_STARTS) else cell
