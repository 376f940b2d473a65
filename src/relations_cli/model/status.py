"""When something could be known, who then said what of it, and the word for that: pure functions of the facts.

``as_of`` gives a chronology as it could be known at the end of a day; ``standing`` gives the rung of the status ladder
that a set of claims has reached. Days are (year, month, day); ``None`` for a day stands for "always known".
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import Day, parse_edtf
from relations_cli.dates.days import edtf_text
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Stance
from relations_cli.model.vocabulary import party

Status = Literal["planned", "confirmed", "corroborated", "disputed", "alleged", "denied", "uncontested"]
STATUSES: tuple[Status, ...] = get_args(Status)

_ISO_DAY = 10  # the length of YYYY-MM-DD
STRENGTH: dict[Stance, int] = {"denies": 0, "asserts": 1, "corroborates": 2, "confirms": 3}
"""On one day a party's strongest stance is its latest one: what it denies as well, it denied before."""


class Standing(Struct, frozen=True):
    """How far a claim has come, and who still denies it."""

    status: Status
    denied_by: tuple[str, ...] = ()
    """Ids of the parties who deny, in the order of the days on which they last did."""


UNCONTESTED = Standing("uncontested")


def known_from(event: Event) -> Day | None:
    """The day from whose end the public could know of the event; None: always."""
    if event.known is not None:
        return parse_edtf(event.known).last_day
    claimed = [day for claim in event.claims if claim.date and (day := parse_edtf(claim.date).last_day) is not None]
    if claimed:
        return min(claimed)
    return None if event.date is None else parse_edtf(event.date).last_start


def known_dates(event: Event) -> tuple[str, ...]:
    """The dates, EDTF, one of which ends on the day of ``known_from``; none where it is always known."""
    if event.known is not None:
        return (event.known,)
    claimed = tuple([claim.date for claim in event.claims if claim.date])
    return claimed or ((event.date.partition("/")[0],) if event.date else ())


def claimed_on(claim: Claim, event: Event | None = None) -> Day | None:
    """The last day on which the claim can have been made.

    An undated claim counts from the day on which its event could be known, and always on a proposition (None).
    """
    if claim.date is not None:
        return parse_edtf(claim.date).last_day
    return None if event is None else known_from(event)


def by_end_of(known: Day | None, day: Day) -> bool:
    """Whether what is known from a day is known at the end of the other."""
    return known is None or known <= day


def holding(
    claims: Iterable[Claim], actors: Mapping[str, Actor], day: Day | None, event: Event | None = None
) -> dict[str, list[tuple[Claim, Day | None]]]:
    """Each party's claims that count at the end of the day (None: of all days) with their days, in that order.

    A party is on the side that it took last, for (asserts, corroborates, confirms) or against (denies); what counts is
    the strongest stance that it has taken since it came there. So a denial ends what the party had said or shown before
    it, and a weaker word for the same side ends nothing. Parties stand in the order of the last days of their lists.
    The order of the claims decides nothing but the order of those by one actor of one day, stance and note.
    """
    ranked = []
    for claim in claims:
        made = claimed_on(claim, event)
        if day is None or by_end_of(made, day):
            # What was always known comes before every day; the rest only makes the order total.
            rank = (made is not None, made or (), STRENGTH[claim.stance], claim.by, claim.note or "")
            ranked.append((rank, claim, made))
    held: dict[str, list[tuple[Claim, Day | None]]] = {}
    for _, claim, made in sorted(ranked, key=lambda row: row[0]):
        who = party(actors, claim.by)
        before = held[who][-1][0].stance if who in held else claim.stance
        if claim.stance == "denies" or STRENGTH[claim.stance] >= STRENGTH[before]:
            counting = held.pop(who, [])
            if before != claim.stance:
                counting = []
            counting.append((claim, made))
            held[who] = counting  # anew, so that parties stand in the order of their last days
    return held


def stances(
    claims: Iterable[Claim], actors: Mapping[str, Actor], day: Day | None, event: Event | None = None
) -> dict[str, tuple[Claim, Day | None]]:
    """Of each party the latest claim that counts at the end of the day, and its day; see ``holding``."""
    return {who: counting[-1] for who, counting in holding(claims, actors, day, event).items()}


def standing(
    claims: Iterable[Claim], actors: Mapping[str, Actor], day: Day | None, event: Event | None = None
) -> Standing:
    """The status of claims at the end of the day: the first rung that fits, from confirmed down to uncontested."""
    taken = {who: claim.stance for who, (claim, _) in stances(claims, actors, day, event).items()}
    denied_by = tuple(who for who, stance in taken.items() if stance == "denies")
    status: Status
    if "confirms" in taken.values():
        status = "confirmed"
    elif "corroborates" in taken.values():
        status = "corroborated"
    elif "asserts" in taken.values():
        status = "disputed" if denied_by else "alleged"
    else:
        status = "denied" if denied_by else "uncontested"
    return Standing(status, denied_by)


def event_standing(event: Event, actors: Mapping[str, Actor], day: Day) -> Standing:
    """The status of the event as titled, from its own claims; planned where the day lies before its first day."""
    reached = standing(event.claims, actors, day, event) if event.claims else UNCONTESTED
    begins = None if event.date is None else parse_edtf(event.date).first_day
    if begins is not None and day < begins:
        return Standing("planned", reached.denied_by)
    return reached


def as_of(chronology: Chronology, day: Day) -> Chronology:
    """The chronology as it could be known at the end of the day.

    Later-known events, later claims, later sources, propositions without an earlier claim and references to them are
    not there; undated sources stay. Titles, summaries and notes are today's words.
    """
    replay = _Replay(chronology, day)
    propositions = dict(replay.propositions())
    events = tuple(
        replay.event(event, propositions) for event in chronology.events if event.id not in replay.later_events
    )
    return replace(chronology, propositions=propositions, events=events)


class _Replay:
    """What of a chronology is there at the end of a day."""

    def __init__(self, chronology: Chronology, day: Day) -> None:
        self.chronology = chronology
        self.day = day
        self.iso = edtf_text(day)
        self.dates: dict[str, bool] = {}
        """EDTF: whether its last day had come; a chronology names the same days many times over."""
        self.later_events = {event.id for event in chronology.events if not self._is_known(event)}
        published: dict[bool, set[str | None]] = {True: set(), False: set()}
        for event in chronology.events:
            for source in event.sources:
                published[self._has_come(source.date)].add(source.url)
        self.later_addresses = published[False] - published[True]

    def _is_known(self, event: Event) -> bool:
        date = event.date
        if event.known is None and not event.claims and date is not None and len(date) == _ISO_DAY:
            return self._has_come(date)  # most events: a plain day is its own last start
        return by_end_of(known_from(event), self.day)

    def _has_come(self, date: str | None) -> bool:
        """Whether the date's last day had come; what is undated always has."""
        if date is None:
            return True
        come = self.dates.get(date)
        if come is None:
            # Most dates are plain days, which compare as they are written.
            plain = len(date) == _ISO_DAY and date.replace("-", "").isdecimal() and date.isascii()
            come = date <= self.iso if plain else by_end_of(parse_edtf(date).last_day, self.day)
            self.dates[date] = come
        return come

    def propositions(self) -> Iterator[tuple[str, Proposition]]:
        for proposition_id, proposition in self.chronology.propositions.items():
            claims = self._claims(proposition.claims)
            if claims or not proposition.claims:
                yield proposition_id, replace(proposition, claims=claims)

    def event(self, event: Event, propositions: Mapping[str, Proposition]) -> Event:
        return replace(
            event,
            claims=self._claims(event.claims, event),
            sources=tuple([source for source in event.sources if self._has_come(source.date)]),
            related=tuple([other for other in event.related if other not in self.later_events]),
            propositions=tuple(
                [one for one in event.propositions if one in propositions or one not in self.chronology.propositions]
            ),
        )

    def _claims(self, claims: tuple[Claim, ...], event: Event | None = None) -> tuple[Claim, ...]:
        if not claims:
            return claims
        return tuple([self._claim(claim) for claim in claims if self._was_made(claim, event)])

    def _was_made(self, claim: Claim, event: Event | None) -> bool:
        if claim.date is not None:
            return self._has_come(claim.date)
        return by_end_of(claimed_on(claim, event), self.day)

    def _claim(self, claim: Claim) -> Claim:
        if claim.event in self.later_events:
            claim = replace(claim, event=None)
        if claim.source in self.later_addresses:  # what is quoted from there could not be read yet, either
            return replace(claim, source=None, quote=None, locator=None)
        return claim
