"""Comma-separated values with a header (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from relations_cli.escaping import csv_text
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """The header, then a record a row, lines ending in CR LF; what would be a formula begins with an apostrophe."""
    fields = how.fields or shown_fields(answer.table, "csv")
    buffer = io.StringIO(newline="")
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerow([field.name for field in fields])
    for row in answer:
        lines.writerow([_safe(field.get(row)) for field in fields])
    yield buffer.getvalue()


def _safe(value: object) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else csv_text(text)
