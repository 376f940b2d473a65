"""Comma-separated values with a header (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from relations_cli.escaping import csv_text
from relations_cli.query.answer import Answer, Field
from relations_cli.writers.cells import cell


def write(answer: Answer[Any], fields: Sequence[Field]) -> Iterator[str]:
    """The header, then a record a row, lines ending in CR LF; what would be a formula begins with an apostrophe."""
    buffer = io.StringIO(newline="")
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerow([field.name for field in fields])
    for row in answer:
        lines.writerow([_safe(field.get(row)) for field in fields])
    yield buffer.getvalue()


def _safe(value: object) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else csv_text(text)
