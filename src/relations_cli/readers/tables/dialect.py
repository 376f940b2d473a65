"""How the records of a delimited table are told apart: its delimiter, and the records with the lines they begin on."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from relations_cli.escaping import one_line
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.reading import Reading

Cells = Mapping[str, str]
"""Column, folded: the text in it."""

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
        DataError: a quoted cell is not closed where a cell can end.
    """
    csv.field_size_limit(_LARGEST_CELL)
    lines: list[str] = []
    rows = csv.reader(_kept(io.StringIO(text, newline=""), lines), delimiter=delimiter)
    line = 1
    try:
        for cells in rows:
            if len(lines) > 1:
                _check_closed(lines, delimiter, line, reading)
            if any(cells) and not "".join(cells).isspace():
                yield Record(line, cells)
            line += len(lines)
            lines.clear()
    except csv.Error as error:
        reading.refuse("no table", (line, None), why=one_line(str(error)))


def _kept(source: Iterable[str], lines: list[str]) -> Iterator[str]:
    """The lines of the source, each kept until its record is read."""
    for line in source:
        lines.append(line)
        yield line


def _check_closed(lines: list[str], delimiter: str, line: int, reading: Reading) -> None:
    """Python's reader takes everything behind a stray quotation mark for one cell, silently; unless it is strict."""
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        reading.refuse("a quotation mark is opened in this record and not closed where a cell ends", (line, None))


def delimiter_of(text: str, suffix: str) -> str:
    """The delimiter that gives the most even records; a comma where there is none.

    Python's ``csv.Sniffer`` takes letters for delimiters and is misled by text in cells.
    """
    sample = text[:_SAMPLE]
    is_cut = len(sample) < len(text)
    best, best_score = "\t" if suffix in {".tsv", ".tab"} else ",", (0.0, 0)
    for delimiter in DELIMITERS:
        score = _score(sample, delimiter, is_cut=is_cut)
        if score > best_score or (score == best_score and delimiter == best):
            best, best_score = delimiter, score
    return best


def _score(sample: str, delimiter: str, *, is_cut: bool) -> tuple[float, int]:
    """How many roles the best of the first records names, and how even the records are; nothing for a single column."""
    widths: Counter[int] = Counter()
    roles = 0
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        rows = [cells for cells, _ in zip(reader, range(_RECORDS), strict=False) if any(cells)]
    except csv.Error:
        return 0.0, 0
    if is_cut and len(rows) > 1 and len(rows) < _RECORDS:
        rows.pop()  # the sample may end within it
    for cells in rows:
        widths[len(cells)] += 1
    for cells in rows[:10]:
        roles = max(roles, len(roles_of(cells, by_words=False)))
    width, same = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    if width < 2:  # noqa: PLR2004 -- a delimiter parts something
        return 0.0, 0
    return roles + same / len(rows), width
