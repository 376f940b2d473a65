"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods): one sheet, as a table is read."""

import datetime
import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from relations_cli.errors import parameter
from relations_cli.escaping import one_line, quoted
from relations_cli.limits import lifted_by
from relations_cli.model.facts import Chronology
from relations_cli.readers.containers.aside import list_rows, note_comments
from relations_cli.readers.containers.biff import cells_of_stream
from relations_cli.readers.containers.compound import has_sound_chains, stream_in
from relations_cli.readers.containers.extent import cells_of_part, is_whole
from relations_cli.readers.containers.zipped import members
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.csv import of_records
from relations_cli.readers.tables.dialect import Record
from relations_cli.suggesting import unknown

_CELLS: Final = 8_000_000
"""Cells of a sheet; one takes up to 120 bytes."""
_STREAMS: Final = ("Workbook", "Book")
"""Of an old workbook, those of which one has its sheets."""
_OURS: Final = ("Events", "Claims", "Sources", "About")
"""The sheets of a workbook that this program has written; its claims may have more dates than its events."""
_PART_OF_YEAR: Final = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])(?![-\d])")
_BROKEN: Final = "is no whole workbook"
_ANEW: Final = "save it again, or save the sheet as csv"
_DATED: Final = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the sheet that is asked for, else of the one with the most dated rows.

    Raises:
        DataError: it is no whole workbook, or locked; or as of a table.
    """
    sheets = _sheets(data, reading)
    if reading.options.sheet is not None:
        chosen = _named(reading.options.sheet, list(sheets))
        for name in sheets:
            if name != chosen:
                reading.note("listed", f"the sheet {quoted(name)} is not read")
        return of_records(iter(sheets[chosen]), reading)
    dated = {name: sum(map(_is_dated, records)) for name, records in sheets.items()}
    if tuple(sheets) == _OURS:
        dated = {"Events": 1}
        _put_in_words(sheets["Events"])
    if not any(dated.values()):
        reading.refuse("no sheet has a row with a date", why=f"there are {', '.join(map(quoted, sheets))}")
    chosen = max(dated, key=lambda name: dated[name])
    for name, records in sheets.items():
        if name != chosen and records:
            what = f"the sheet {quoted(name)} with {len(records):,} rows"
            reading.note("left out", what, why=f"{parameter('sheet')} {one_line(name)} reads it")
            list_rows(name, records, reading)
    return of_records(iter(sheets[chosen]), reading)


def _put_in_words(records: list[Record]) -> None:
    """Of our own events give seasons and quarters, which no table says in numbers, the words that stand beside."""
    head = records[0].cells
    if "date" not in head or "date in words" not in head:
        return
    date, words = head.index("date"), head.index("date in words")
    for record in records[1:]:
        if _PART_OF_YEAR.search(record.cells[date]):
            record.cells[date] = record.cells[words]


def _named(wanted: str, names: Sequence[str]) -> str:
    """The sheet of that name, blind to case.

    Raises:
        UsageError: there is none.
    """
    found = next((name for name in names if name.casefold() == wanted.casefold()), None)
    if found is None:
        raise unknown("sheet", wanted, names)
    return found


def _sheets(data: bytes, reading: Reading) -> dict[str, list[Record]]:
    """Name: the rows of each sheet, of one alone where it is asked for and there.

    Raises:
        DataError: it is no whole workbook, or locked.
    """
    try:
        import python_calamine as calamine
    except ImportError:
        reading.refuse("a workbook needs the extra readers", why="pip install 'relations-cli[readers]'")
    if data.startswith(b"PK"):
        _check_parts(data, reading)
    else:
        _check_streams(data, reading)
    try:
        with _quiet(), calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            names = book.sheet_names
            wanted = [name for name in names if name.casefold() == (reading.options.sheet or "").casefold()]
            read_ones = wanted or (names if reading.options.sheet is None else [])
            return {name: _records(book, name) if name in read_ones else [] for name in names}
    except calamine.PasswordError:
        reading.refuse("is locked with a password", why="save it without one")
    except MemoryError:
        raise
    except BaseException as error:
        # The library's own faults come as panics, which are no exceptions of the usual kind
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            reading.refuse(_BROKEN, why=_ANEW)
        raise


@contextmanager
def _quiet() -> Iterator[None]:
    """Lead to nowhere what is written to descriptor 2: the library's panics print themselves there, past Python."""
    try:
        kept = os.dup(2)
    except OSError:  # it is closed
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _check_parts(data: bytes, reading: Reading) -> None:
    """Refuse a workbook of which the library would not see the end, or make more than memory holds.

    Raises:
        DataError: the archive or the XML of OpenDocument is broken, or a sheet has too many cells.
    """
    for name, part in members(data, reading):
        if name == "content.xml" and not is_whole(part):
            reading.refuse(_BROKEN, why=_ANEW)
        _check_size(cells_of_part(name, part), reading)
        note_comments(name, part, reading)


def _check_streams(data: bytes, reading: Reading) -> None:
    """Refuse an old workbook whose numbers the library would believe, and end the process with.

    Raises:
        DataError: it is broken, or a sheet has too many cells.
    """
    streams = [stream_in(data, name) for name in _STREAMS] if has_sound_chains(data) else []
    sizes = [cells_of_stream(stream) for stream in streams if stream]
    if not sizes:
        reading.refuse(_BROKEN, why=_ANEW)
    for cells in sizes:
        _check_size(cells, reading)


def _check_size(cells: int | None, reading: Reading) -> None:
    """Refuse a sheet whose furthest cells make a table that no memory holds: the library makes all of it.

    Raises:
        DataError: it is one, or says of a cell what cannot be.
    """
    if cells is None:
        reading.refuse(_BROKEN, why=_ANEW)
    if cells > _CELLS and not reading.options.no_limits:
        reading.refuse(f"a sheet of {cells:,} cells, of which most are empty", why=f"save it as csv; {lifted_by()}")


def _records(book: Any, name: str) -> list[Record]:  # noqa: ANN401
    """The rows of a sheet that are not empty, by their numbers; a cell over several rows is in each of them."""
    sheet = book.get_sheet_by_name(name)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row):
                row[left] = rows[top][left]
    texts = ([_text(value) for value in row] for row in rows)
    return [Record(number, cells) for number, cells in enumerate(texts, 1) if any(map(str.strip, cells))]


def _text(value: object) -> str:
    """A cell as csv would have it: days without a time, whole numbers without a fraction."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def _is_dated(record: Record) -> bool:
    return any(_DATED.search(cell) for cell in record.cells)
