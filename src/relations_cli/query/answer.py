"""What was found: an Answer is rows of one kind, with the table of their fields and what was left out.

A row is a Hit for events; other commands have a row type of their own. Views and writers read rows through fields only.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from relations_cli.dates import Day, FuzzyDate
from relations_cli.model.facts import Actor, Chronology, Event
from relations_cli.model.status import Standing, Status
from relations_cli.query.moment import Moment, PropositionState
from relations_cli.query.query import Query

Row = TypeVar("Row")
Other = TypeVar("Other")
MARKS = ("\x02", "\x03")
"""Before and after a matched word, in a marked title or snippet."""

Kind = Literal["text", "texts", "number", "flag", "object", "objects"]


class Field(Struct, frozen=True):
    """A column: how a row's value is got, and what it means."""

    name: str
    kind: Kind
    get: Callable[[Any], Any]
    meaning: str
    """One line, for ``--fields help`` and the documentation."""


class Table(Struct, frozen=True):
    """The fields of a row type, and which of them an output shows where none are asked for."""

    fields: dict[str, Field]
    """In the order of json."""
    tsv: tuple[str, ...]
    csv: tuple[str, ...]
    whole: bool = False
    """Whether the rows are events, so that a ``.json`` file of them can be a whole chronology."""

    @classmethod
    def of(cls, *fields: Field, tsv: str, csv: str | None = None, whole: bool = False) -> "Table":
        """A table of fields; what tsv and csv show is named with blanks between, and csv's default is tsv's."""
        shown = tuple(tsv.split())
        return cls({field.name: field for field in fields}, shown, shown if csv is None else tuple(csv.split()), whole)


class Hit:
    """An event that answers the question, with what depends on the question."""

    rank: int | None = None
    """Place among the hits of a search over the whole chronology, 1 the best; None outside a search."""
    title: str | None = None
    """The title with the matched words between MARKS; None outside a search."""
    snippet: str | None = None
    """The matched words outside the title, between MARKS; None where there are none."""
    days: int | None = None
    """Days after an anchor, negative before it; None where there is none."""
    distance: str | None = None
    """The same in words."""
    context: str | None = None
    """In a search with context: ``hit``, or ``context`` for a neighbour of one."""
    follows: bool = True
    """In a search with context: whether nothing lies between it and the row before in time."""

    def __init__(self, event: Event, date: FuzzyDate | None, moment: Moment) -> None:
        """Take the event and its date as known on the day of the question."""
        self.event = event
        self.date = date
        """As then known: an interval under way has no end yet."""
        self._moment = moment

    @property
    def day(self) -> Day:
        """The day of the question."""
        return self._moment.day

    @property
    def is_dated(self) -> bool:
        """Whether a filter by date can place the event."""
        return self.date is not None and not self.date.undated

    @cached_property
    def standing(self) -> Standing:
        """Status and deniers of the event as titled."""
        return self._moment.event(self.event)

    @property
    def status(self) -> Status:
        """The event's own status."""
        return self.standing.status

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Ids of the parties that deny the event as titled."""
        return self.standing.denied_by

    @cached_property
    def propositions(self) -> tuple[PropositionState, ...]:
        """The propositions on which the event bears, in the order of the event."""
        states = map(self._moment.proposition, self.event.propositions)
        return tuple(state for state in states if state is not None)

    @cached_property
    def who(self) -> Mapping[str, Actor]:
        """The declared actors of the event and of all claims on it, with everyone whom they speak for."""
        actors = self._moment.chronology.actors
        names = list(self.event.actors)
        names += [claim.by for claim in self.event.claims]
        names += [claim.by for state in self.propositions for claim in state.claims]
        found: dict[str, Actor] = {}
        for name in names:
            reached: str | None = name
            while reached is not None and reached not in found and (actor := actors.get(reached)) is not None:
                found[reached] = actor
                reached = actor.parent
        return dict(sorted(found.items()))


def in_order(hits: Iterable[Hit], *, reverse: bool = False) -> list[Hit]:
    """The hits by (lower, upper, place in the file), undated last in either direction."""
    dated: list[Hit] = []
    undated: list[Hit] = []
    for hit in hits:
        (dated if hit.is_dated else undated).append(hit)
    dated.sort(key=lambda hit: hit.date.sort_key if hit.date else ())
    if reverse:  # the exact reverse, equal dates included; sort(reverse=True) would keep those in file order
        dated.reverse()
        undated.reverse()
    return dated + undated


class LeftOut(Struct, frozen=True, kw_only=True):
    """How many rows were not shown, and why."""

    undated: int = 0
    """Undated events that a filter by date could not place."""
    later: int = 0
    """Events that became known after the day of ``--as-of``."""
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

    chronology: Chronology
    """As known on the day of the question."""
    query: Query
    table: Table
    rows: tuple[Row, ...]
    searched: int
    """How many events the chronology holds, before the question."""
    left_out: LeftOut = field(default_factory=LeftOut)
    notes: tuple[str, ...] = ()
    """What the reader should be told, a line each."""
    matched: bool = True
    """False where the rows say that nothing did, as a count of 0 does."""

    def with_rows(self, table: Table, rows: Iterable[Other], notes: Iterable[str] = ()) -> "Answer[Other]":
        """An answer to the same question with other rows, which its limit and reverse cut and turn."""
        turned = tuple(rows)[::-1] if self.query.reverse else tuple(rows)
        shown = turned if self.query.limit is None else turned[: self.query.limit]
        return Answer(
            chronology=self.chronology,
            query=self.query,
            table=table,
            rows=shown,
            searched=self.searched,
            left_out=replace(self.left_out, limit=len(turned) - len(shown)),
            notes=(*self.notes, *notes),
        )

    def __iter__(self) -> Iterator[Row]:
        """The rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)
