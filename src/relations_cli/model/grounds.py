"""On whose word a status rests: the claims that hold it up on a day."""

from collections.abc import Iterable, Mapping

from relations_cli.dates import Day
from relations_cli.model.facts import Actor, Claim, Event, Stance
from relations_cli.model.status import Status, claimed_on, holding

_RESTS_ON: dict[Status, Stance] = {
    "confirmed": "confirms",
    "corroborated": "corroborates",
    "disputed": "asserts",
    "alleged": "asserts",
}


def grounds(
    status: Status, claims: Iterable[Claim], actors: Mapping[str, Actor], day: Day, event: Event | None = None
) -> list[tuple[Claim, Day | None]]:
    """The claims on which a status rests at the end of the day, with their days, in that order; undated ones first.

    They are those by which a party takes the stance that the status needs, since it came to its side: what it has
    denied in between, or only said beside, is none of them. Denied rests on nobody's word.
    """
    stance = _RESTS_ON.get(status)
    said = list(claims)
    runs = holding(said, actors, day, event).values()
    kept = {id(claim) for run in runs for claim, _ in run if claim.stance == stance}
    return sorted(((claim, claimed_on(claim, event)) for claim in said if id(claim) in kept), key=_key)


def _key(row: tuple[Claim, Day | None]) -> tuple[bool, Day | tuple[()]]:
    return row[1] is not None, row[1] or ()
