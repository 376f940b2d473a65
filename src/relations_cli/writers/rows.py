"""Rows of any question as the cells of a table that people read: a header, then a row each."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from msgspec import Struct

from relations_cli.errors import UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How


class Cell(Struct, frozen=True):
    """A value, and its text, which is not escaped yet."""

    raw: object
    text: str


def rows_of(answer: Answer[Any], how: How) -> Iterator[list[Cell]]:
    """The header, then a row each: the fields asked for, else what a pipe shows; of two facets rows by columns."""
    across = None if how.fields else answer.table.across
    if across is not None:
        records = across(answer)
        try:
            header = next(records)
        except UsageError:  # more columns than a table can have: the pairs that there are
            pass
        else:
            yield from map(_cells, chain([header], records))
            return
    fields = how.fields or shown_fields(answer.table, "tsv")
    yield _cells([field.name for field in fields])
    for row in answer:
        yield _cells([field.get(row) for field in fields])


def is_number(value: object) -> bool:
    """Whether a value is one, and no truth value."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _cells(values: Sequence[object]) -> list[Cell]:
    return [Cell(value, cell(value)) for value in values]
