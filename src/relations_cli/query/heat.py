"""How contested events and propositions are, compared with each other."""

from collections.abc import Sequence
from typing import Final

from relations_cli.model.facts import Claim
from relations_cli.model.status import Status
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit

Heat = tuple[int, int, int]
"""How open the status is, how many parties deny, how many claims there are."""
COLD: Final[Heat] = (0, 0, 0)
_OPEN: Final[tuple[Status, ...]] = ("confirmed", "corroborated", "alleged", "denied", "disputed")
"""From settled to open."""


def heats_of(answer: Answer[Hit]) -> dict[str, Heat]:
    """Id of an event or of a proposition: its heat; an event has the greatest of itself and of what it bears on."""
    heats: dict[str, Heat] = {}
    for hit in answer:
        on = {state.id: _heat(state.status, state.denied_by, state.claims) for state in hit.propositions}
        own = _heat(hit.status, hit.denied_by, hit.event.claims)
        heats |= on | {hit.event.id: max([own, *on.values()])}
    return heats


def _heat(status: Status, denied_by: Sequence[str], claims: Sequence[Claim]) -> Heat:
    openness = 1 + _OPEN.index(status) if status in _OPEN else 0
    return openness, len(denied_by), len(claims)
