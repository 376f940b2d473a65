"""How the records of a delimited table are told apart: its delimiter, and the records with the lines they begin on."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from relations_cli.readers.reading import Reading
from relations_cli.readers.roles import roles_of

DELIMITERS = ",;\t|"
_SAMPLE = 1 << 16
_RECORDS = 50
_LARGEST_CELL = 1 << 28


class Record(NamedTuple):
    """One record and the line on which it begins, from 1."""

    line: int
    cells: list[str]


def records(text: str, delimiter: str, reading: Reading) -> Iterator[Record]:
    """The records that are not empty (RFC 4180; lines end in LF, CR LF or CR).

    Raises:
        DataError: a quoted cell is never closed.
    """
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line, last = 1, Record(1, [])
    try:
        for cells in rows:
            if any(cells):
                last = Record(line, cells)
                yield last
            line = rows.line_num + 1
    except csv.Error as error:
        reading.refuse(f"no table: {error}", (line, None))
    _check_closed(text, last, rows.line_num, reading)


def _check_closed(text: str, last: Record, lines: int, reading: Reading) -> None:
    """Python's reader takes everything behind an open quote for one cell, silently."""
    if lines > last.line:
        rest = io.StringIO(text, newline="")
        for _ in range(last.line - 1):
            rest.readline()
        if rest.read().count('"') % 2:
            reading.refuse("a quotation mark is opened in this record and never closed", (last.line, None))


def delimiter_of(text: str, suffix: str) -> str:
    """The delimiter that gives the most even records; a comma where there is none.

    Python's ``csv.Sniffer`` takes letters for delimiters and is misled by text in cells.
    """
    sample = text[:_SAMPLE]
    whole = len(sample) == len(text)
    best, best_score = "\t" if suffix in {".tsv", ".tab"} else ",", (0.0, 0)
    for delimiter in DELIMITERS:
        score = _score(sample, delimiter, whole=whole)
        if score > best_score or (score == best_score and delimiter == best):
            best, best_score = delimiter, score
    return best


def _score(sample: str, delimiter: str, *, whole: bool) -> tuple[float, int]:
    """How many roles the best of the first records names, and how even the records are; nothing for a single column."""
    widths: Counter[int] = Counter()
    roles = 0
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        rows = [cells for cells, _ in zip(reader, range(_RECORDS), strict=False) if any(cells)]
    except csv.Error:
        return 0.0, 0
    if not whole and len(rows) > 1 and len(rows) < _RECORDS:
        rows.pop()  # the sample may end within it
    for cells in rows:
        widths[len(cells)] += 1
    for cells in rows[:10]:
        roles = max(roles, len(roles_of(cells, by_words=False)))
    width, same = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    if width < 2:  # noqa: PLR2004 -- a delimiter parts something
        return 0.0, 0
    return roles + same / len(rows), width
