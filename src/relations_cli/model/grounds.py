"""On whose word a status rests: the claims that hold it up on a day."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from relations_cli.dates import Day
from relations_cli.model.facts import Actor, Claim, Event, Stance
from relations_cli.model.status import STRENGTH, Status, by_end_of, claimed_on
from relations_cli.model.vocabulary import party

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

    A claim whose party has taken another stance since is none of them. Denied rests on nobody's word.
    """
    stance = _RESTS_ON.get(status)
    runs: dict[str, list[Claim]] = {}
    made = [(claim, claimed_on(claim, event)) for claim in claims]
    ordered = sorted((row for row in made if by_end_of(row[1], day)), key=_key)
    for _, same_day in groupby(ordered, key=_key):
        by_party: dict[str, list[Claim]] = {}
        for claim, _ in same_day:
            by_party.setdefault(party(actors, claim.by), []).append(claim)
        for who, said in by_party.items():
            strongest = max(said, key=lambda claim: STRENGTH[claim.stance]).stance
            if strongest == stance:
                runs.setdefault(who, []).extend(claim for claim in said if claim.stance == stance)
            else:
                runs.pop(who, None)
    kept = {id(claim) for run in runs.values() for claim in run}
    return [row for row in ordered if id(row[0]) in kept]


def _key(row: tuple[Claim, Day | None]) -> tuple[bool, Day | tuple[()]]:
    return row[1] is not None, row[1] or ()
