"""Tables of comma, semicolon, tab or bar separated values: columns by their names, or by the shape of coded data."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from relations_cli.errors import parameter
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.computed import computed_among
from relations_cli.readers.entries.roles import roles_of, spares_of
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.arrangement import Layout
from relations_cli.readers.tables.coded import coding_of_header, coding_of_rows
from relations_cli.readers.tables.dialect import Record, delimiter_of, records
from relations_cli.readers.tables.header import chosen_columns, header_at, listed, numbered, own_names
from relations_cli.readers.text import decoded

_HEADER_WITHIN = 10
"""Records: titles and notes may stand above the header."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the records of a table.

    Raises:
        DataError: it has no column of dates, or a record cannot be read; it says which line.
    """
    text = decoded(data, reading)
    return of_records(records(text, delimiter_of(text, reading.suffix), reading), reading)


def of_records(rows: Iterator[Record], reading: Reading) -> Chronology:
    """The chronology of records, wherever they come from.

    Raises:
        DataError: they have no column of dates, or one cannot be read; it says which line.
    """
    head = list(islice(rows, _HEADER_WITHIN))
    if not head:
        reading.refuse("is empty", why="expected a table with a header")
    coded = coding_of_rows([record.cells for record in head])
    if coded is not None:
        return chronology_of(coded.entries(chain(head, rows), reading), reading)
    if reading.options.no_header:
        return _under(numbered(head, reading), chain(head, rows), reading)
    at = header_at(head, reading)
    for record in head[:at]:
        text = " ".join(record.cells).strip()
        reading.leave_out(text, (record.line, None), phrase="{} stands above the header")
    return _under(head[at], chain(head[at + 1 :], rows), reading)


def _under(header: Record, body: Iterable[Record], reading: Reading) -> Chronology:
    """The chronology of the records under a header.

    Raises:
        DataError: it has no column of texts, or a record cannot be read.
    """
    names = own_names(name.strip() for name in header.cells)
    known = coding_of_header(names)
    if known is not None and not reading.options.columns:
        return chronology_of(known.entries(body, reading, names), reading)
    computed = computed_among(names)
    chosen = chosen_columns(names, reading)
    known_names = [name for name in names if name not in computed]
    roles = roles_of(known_names, chosen)
    if not {"title", "summary", "actors"} & roles.keys():
        how = f"name it with {parameter('columns')} title=COLUMN"
        reading.refuse(f"no column of titles or texts among {listed(names)}", (header.line, None), why=how)
    return chronology_of(Layout(names, roles, spares_of(known_names, chosen), reading).entries(body), reading)
