"""What a question is asked of: a vocabulary and events, in memory or in an engine that filters and counts by itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from relations_cli.dates import Day
from relations_cli.model.bundled import Origins
from relations_cli.model.facts import Event, Vocabulary
from relations_cli.query.facets import By, Counts
from relations_cli.query.hit import Found, HitOrder
from relations_cli.query.resolved import Named, Resolved


class Sizes(Struct, frozen=True, kw_only=True):
    """How much there is."""

    events: int
    claims: int
    sources: int
    related: int
    """References to related events."""


class Store(Protocol):
    """A chronology that can be asked, whole or as known on a day."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What it says of itself, and the names that it declares."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """What its file keeps besides."""

    @property
    def origins(self) -> Origins:
        """From where its events come."""

    def __len__(self) -> int:
        """How many events there are in all."""

    def known_on(self, day: Day | None) -> "Store":
        """The same as it could be known at the end of the day; None: nothing is hidden."""

    def sizes(self, ids: Sequence[str] | None = None) -> Sizes:
        """How much there is in all; of those events and of the propositions on which they bear, where ids are given."""

    def used(self, field: Named) -> Mapping[str, int]:
        """The names that its events have in a field, in the order of the file, each with how many have it."""

    def ids(self) -> Iterable[str]:
        """The ids of its events, in the order of the file."""

    def named(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """Those of the events that it has, by id."""

    def events(
        self,
        asked: Resolved,
        *,
        fields: Sequence[str] | None = None,
        order: HitOrder = "file",
        limit: int | None = None,
    ) -> Found:
        """The events that pass every filter but the words of a search, which ``query.search`` ranks.

        Args:
            asked: the filters.
            fields: which fields of an event are needed; None: all. What is not needed may be left empty.
            order: of the events.
            limit: how many at most.
        """

    def count(self, asked: Resolved, by: Sequence[By] = (), *, spread: bool = False) -> Counts:
        """How many events pass, words of a search aside, and how many of them have each value of a facet.

        Args:
            asked: the filters.
            by: the facet, or two; none: no more than how many pass.
            spread: count an event in each period of time that it touches, not in the first alone.
        """
