"""JSON lines: an entry a line, the same entries as the JSON array's."""

from collections.abc import Iterator
from typing import Any

from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.format import How
from relations_cli.writers.json import entry


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A line a row."""
    fields = how.fields or shown_fields(answer.table, "all")
    for row in answer:
        yield entry(row, fields, how) + "\n"
