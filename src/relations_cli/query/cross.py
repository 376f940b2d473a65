"""Counts by two facets: a row each two values that events have, and the table of rows by columns that they are."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from relations_cli.errors import Told, UsageError, parameter
from relations_cli.query.answer import Answer
from relations_cli.query.facets import By, Counts
from relations_cli.query.table import Table, column

MOST_CELLS: Final = 1_000_000
"""So many cells may be made of two facets; what would be more is told in pairs alone."""


class Pair(Struct, frozen=True):
    """A value of each of two facets, and how many of the events have both."""

    value: str
    value2: str
    n: int


class CrossTable(Answer[Pair], frozen=True, kw_only=True):
    """An answer whose rows are the pairs that there are; and the table that they make, empty cells included."""

    by: tuple[By, By]
    """What the rows are, and what the columns."""
    lines: tuple[str, ...]
    """The values of the rows, as the query's limit and reverse cut and turn them."""
    columns: tuple[str, ...]
    """The values of the columns, in the order of time or the most frequent first."""
    counts: Counts
    """Of all of them: a total is the number of events, each once."""
    cut: int
    """How many rows of the table the limit cuts."""

    def cell(self, line: str, column: str) -> int:
        """How many events have both values."""
        return self.counts.values.get((line, column), 0)


def _across(answer: CrossTable) -> Iterator[Sequence[object]]:
    """A header of the columns, then a row each value of the first facet.

    Raises:
        UsageError: it has more than ``MOST_CELLS``.
    """
    lines, columns = answer.lines, answer.columns
    if len(lines) * len(columns) > MOST_CELLS:
        what = f"would be a table of {len(lines):,} by {len(columns):,}"
        raise UsageError("output", "csv", what, f"{parameter('output', short=True)} tsv has the pairs that there are")
    yield (answer.by[0], *columns)
    for line in lines:
        yield (line, *(answer.cell(line, column) for column in columns))


PAIRS = Table.of(
    column("value", "value", "the year, month, tag ..."),
    column("value2", "value2", "the value of the second facet"),
    column("n", "n", "how many events have both", "number"),
    tsv="value value2 n",
    across=_across,
)


def crossed(
    nothing: Answer[Any], by: Sequence[By], heads: Sequence[Sequence[str]], counts: Counts, notes: Sequence[Told]
) -> CrossTable:
    """The answer of pairs, by the order of the rows, then of the columns, which the query's limit cuts as rows.

    Args:
        nothing: the answer without them.
        by: the two facets.
        heads: the values of each in their order, those included that no event has.
        counts: of the events.
        notes: what the reader should be told besides.
    """
    place = [{value: at for at, value in enumerate(head)} for head in heads]
    ordered = sorted(
        counts.values.items(), key=lambda one: [at[value] for at, value in zip(place, one[0], strict=True)]
    )
    pairs = nothing.with_rows(PAIRS, [Pair(one, other, n) for (one, other), n in ordered], notes)
    limit, lines = nothing.query.limit, tuple(heads[0])[:: -1 if nothing.query.reverse else 1]
    return CrossTable(
        **{name: getattr(pairs, name) for name in pairs.__struct_fields__},
        by=(by[0], by[1]),
        lines=lines[:limit],
        columns=tuple(heads[1]),
        counts=counts,
        cut=len(lines[limit:]) if limit is not None else 0,
    )
