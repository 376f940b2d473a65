"""Tab-separated values: a line a row, nothing quoted, one line for every tool; with a header in a file alone."""

from collections.abc import Iterator
from typing import Any

from relations_cli.escaping import shown_lines
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """The header where it is asked for, then a line a row, which NUL may end instead of a line break.

    Tabs and line breaks inside a value are spaces, other controls are shown as text.
    """
    fields = how.fields or shown_fields(answer.table, "tsv")
    if how.header:
        yield "\t".join(shown_lines([field.name for field in fields])) + how.end
    for row in answer:
        yield "\t".join(shown_lines([cell(field.get(row)) for field in fields])) + how.end
