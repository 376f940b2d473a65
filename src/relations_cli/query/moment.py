"""A chronology on the day of a question: the statuses that several events share are worked out once."""

from msgspec import Struct

from relations_cli.dates import Day
from relations_cli.dates.days import edtf_text
from relations_cli.model.bundled import Origins
from relations_cli.model.facts import Claim, Event, Vocabulary
from relations_cli.model.status import UNCONTESTED, Standing, Status, event_standing, standing


class PropositionState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A proposition as it stands on the day of the question."""

    id: str
    text: str
    status: Status
    denied_by: tuple[str, ...]
    claims: tuple[Claim, ...]


_KEPT = 64
"""Standings of events: one is asked for several times in a row, and a chronology may have any number."""


class Moment:
    """What a chronology, as known on a day, says on that day."""

    def __init__(self, vocabulary: Vocabulary, day: Day, origins: Origins | None = None) -> None:
        """Take the vocabulary as known at the end of the day."""
        self.vocabulary = vocabulary
        self.origins = origins or Origins()
        self.day = day
        self._iso = edtf_text(day)
        self._events: dict[str, Standing] = {}
        self._states: dict[str, PropositionState] = {}

    def event(self, event: Event) -> Standing:
        """The standing of the event as titled."""
        date = event.date
        if not event.claims and date is not None and "0" <= date[:1] <= "9" and date <= self._iso:
            return UNCONTESTED  # most events; what begins with a digit sorts as its first day does, or later
        reached = self._events.get(event.id)
        if reached is None:
            if len(self._events) >= _KEPT:
                self._events.clear()
            reached = self._events[event.id] = event_standing(event, self.vocabulary.actors, self.day)
        return reached

    def proposition(self, name: str) -> PropositionState | None:
        """The proposition of that id; None where the file does not declare it, or nobody had claimed it yet."""
        state = self._states.get(name)
        proposition = self.vocabulary.propositions.get(name)
        if state is None and proposition is not None:
            reached = standing(proposition.claims, self.vocabulary.actors, self.day)
            state = self._states[name] = PropositionState(
                id=name,
                text=proposition.text,
                status=reached.status,
                denied_by=reached.denied_by,
                claims=proposition.claims,
            )
        return state
