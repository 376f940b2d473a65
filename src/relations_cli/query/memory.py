"""A chronology in memory, which can be asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from relations_cli.dates import Day, FuzzyDate, parse_edtf
from relations_cli.model.bundled import Origins
from relations_cli.model.facts import Chronology, Event, Vocabulary
from relations_cli.model.status import as_of
from relations_cli.query.filters import date_test, event_test, names_of
from relations_cli.query.hit import Found, Hit, HitOrder, in_order
from relations_cli.query.moment import Moment
from relations_cli.query.resolved import Named, Resolved

if TYPE_CHECKING:  # what only some questions need
    from relations_cli.query.facets import By, Counts
    from relations_cli.query.store import Sizes


class Memory:
    """A chronology in memory."""

    def __init__(self, chronology: Chronology, origins: Origins | None = None) -> None:
        self.chronology = chronology
        self.origins = origins or Origins()

    @property
    def vocabulary(self) -> Vocabulary:
        """What the chronology says of itself, and the names that it declares."""
        return self.chronology

    @property
    def extra(self) -> Mapping[str, Any]:
        """What its file keeps besides."""
        return self.chronology.extra

    def __len__(self) -> int:
        """How many events there are in all."""
        return len(self.chronology.events)

    def known_on(self, day: Day | None) -> "Memory":
        """The same as it could be known at the end of the day."""
        return self if day is None else Memory(as_of(self.chronology, day), self.origins)

    def sizes(self, ids: Sequence[str] | None = None) -> "Sizes":
        """How much there is, in all or of some events."""
        from relations_cli.query.store import Sizes  # only a day that turns time back asks for it

        events: Sequence[Event] = self.chronology.events
        propositions = self.chronology.propositions
        if ids is not None:
            events = tuple(self.named(ids).values())
            borne = {name for event in events for name in event.propositions}
            propositions = {name: one for name, one in propositions.items() if name in borne}
        return Sizes(
            events=len(events),
            claims=sum(len(event.claims) for event in events) + sum(len(one.claims) for one in propositions.values()),
            sources=sum(len(event.sources) for event in events),
            related=sum(len(event.related) for event in events),
        )

    def used(self, field: Named) -> Mapping[str, int]:
        """The names that its events have in a field, in the order of the file, each with how many have it.

        Paths are there without events, too, and so are the actors who only make claims on an event.
        """
        counts = dict.fromkeys(self.origins.paths, 0) if field == "origins" else {}
        names = names_of(field, self.origins)
        for event in self.chronology.events:
            for name in names(event):
                counts[name] = counts.get(name, 0) + 1
        if field == "actors":
            for event in self.chronology.events:
                for claim in event.claims:
                    counts.setdefault(claim.by, 0)
        return counts

    def ids(self) -> Iterator[str]:
        """The ids of its events, in the order of the file."""
        return (event.id for event in self.chronology.events)

    def named(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """Those of the events that it has, by id, in the order of the ids."""
        return {name: self._by_id[name] for name in ids if name in self._by_id}

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.chronology.events}

    def events(
        self,
        asked: Resolved,
        *,
        fields: Sequence[str] | None = None,  # noqa: ARG002 -- all of them are there
        order: HitOrder = "file",
        limit: int | None = None,
    ) -> Found:
        """The events that pass every filter but the words of a search."""
        moment = Moment(self.chronology, asked.day, self.origins)
        fits, meets = event_test(asked, self.origins), date_test(asked.dates)
        hits: list[Hit] = []
        undated = 0
        timed = False
        for event in self.chronology.events:
            if fits is not None and not fits(event):
                continue
            date = dated(event, asked.as_of)
            if asked.undated and not (date is None or date.undated):
                continue
            if meets is not None and (date is None or date.undated):
                undated += 1
            elif meets is None or date is None or meets(date):
                hits.append(Hit(event=event, date=date, moment=moment))
                timed = timed or (date is not None and "T" in date.text)
        if asked.statuses:
            hits = [hit for hit in hits if hit.status in asked.statuses]
        passing = len(hits)
        if order != "file":
            hits = in_order(hits, reverse=order == "date reversed")
        return Found(hits=hits[:limit], undated=undated, passing=passing, timed=timed)

    def count(self, asked: Resolved, by: "Sequence[By]" = (), *, spread: bool = False) -> "Counts":
        """How many events pass, and how many of them have each value of a facet, or each two values of two."""
        from relations_cli.query.facets import counted  # only counting needs it

        found = self.events(asked)
        return counted(found.hits, found.undated, asked, by, spread=spread)


def dated(event: Event, known: Day | None) -> FuzzyDate | None:
    """When it happened, as known at the end of the day (None: today's word); None: undated."""
    if event.date is None:
        return None
    date = parse_edtf(event.date)
    return date if known is None else date.as_of(known)
