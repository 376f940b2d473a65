"""Tab-separated values without a header: a line a row, nothing quoted, one line for every tool."""

from collections.abc import Iterator
from typing import Any

from relations_cli.escaping import shown_line
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A line a row; tabs and line breaks inside a value are spaces, other controls are shown as text."""
    fields = how.fields or shown_fields(answer.table, "tsv")
    for row in answer:
        yield "\t".join([shown_line(cell(field.get(row))) for field in fields]) + "\n"
