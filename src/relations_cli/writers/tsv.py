"""Tab-separated values without a header: a line a row, nothing quoted, one line for every tool."""

from collections.abc import Iterator, Sequence
from typing import Any

from relations_cli.escaping import one_line
from relations_cli.query.answer import Answer, Field
from relations_cli.writers.cells import cell


def write(answer: Answer[Any], fields: Sequence[Field]) -> Iterator[str]:
    """A line a row; tabs and line breaks inside a value are spaces, other controls are shown as text."""
    for row in answer:
        yield "\t".join([one_line(cell(field.get(row))) for field in fields]) + "\n"
