"""Comma-separated values with a header (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from relations_cli.escaping import csv_text
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """The header, then a record a row, lines ending in CR LF; what would be a formula begins with an apostrophe."""
    across = None if how.fields else answer.table.across
    buffer = io.StringIO("\ufeff" if how.excel else "", newline="")
    buffer.seek(0, io.SEEK_END)
    lines = csv.writer(buffer, lineterminator="\r\n")
    for record in _records(answer, how) if across is None else across(answer):
        lines.writerow(map(_safe, record))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _records(answer: Answer[Any], how: How) -> Iterator[Sequence[object]]:
    fields = how.fields or shown_fields(answer.table, "csv")
    yield [field.name for field in fields]
    for row in answer:
        yield [field.get(row) for field in fields]


def _safe(value: object) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else csv_text(text)
