"""What was found: an Answer is rows of one kind, with the table of their fields and what was left out.

A row is a Hit for events; other questions have a row type of their own. Views and writers read rows
through fields only.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.errors import Told
from relations_cli.model.facts import Vocabulary
from relations_cli.query.query import Query
from relations_cli.query.table import Table

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

Row = TypeVar("Row")
Other = TypeVar("Other")


class LeftOut(Struct, frozen=True, kw_only=True):
    """How many rows were not shown, and why."""

    undated: int = 0
    """Undated events that a filter by date could not place."""
    later: int = 0
    """Events that became known after the day of the question."""
    later_claims: int = 0
    """Claims made after that day."""
    later_sources: int = 0
    """Sources published after that day."""
    later_related: int = 0
    """Related events that became known after that day."""
    limit: int = 0
    """Rows cut by the limit."""


class Answer(Struct, Generic[Row], frozen=True, kw_only=True):
    """Rows in the order asked for, and everything a view or writer needs to show them."""

    store: "Store"
    """Of what it was asked, as known on the day of the question."""
    query: Query
    table: Table
    rows: tuple[Row, ...]
    searched: int
    """How many events the chronology holds, before the question."""
    whole: "Store | None" = None
    """Of what it was asked, with what is known later; None where nobody asks."""
    left_out: LeftOut = LeftOut()
    notes: tuple[Told, ...] = ()
    """What the reader should be told, a line each."""
    matched: bool = True
    """False where the rows say that nothing did, as a count of 0 does."""

    def with_rows(self, table: Table, rows: Iterable[Other], notes: Iterable[Told] = ()) -> "Answer[Other]":
        """An answer to the same question with other rows, which its limit and reverse cut and turn."""
        turned = tuple(rows)[::-1] if self.query.reverse else tuple(rows)
        shown = turned if self.query.limit is None else turned[: self.query.limit]
        left_out = replace(self.left_out, limit=len(turned) - len(shown))
        whole: Any = self  # of rows of another kind
        other: Answer[Other] = replace(whole, table=table, rows=shown, left_out=left_out, notes=(*self.notes, *notes))
        return other

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary as known on the day of the question."""
        return self.store.vocabulary

    def __iter__(self) -> Iterator[Row]:
        """The rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)
