"""What a line with an event leaves unsaid of its chronology, so that a file of lines answers as the whole does."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from relations_cli.model.facts import VOCABULARIES, Chronology, Vocabulary
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.chronology import selection

Meanings: TypeAlias = dict[str, dict[str, str]]


def unsaid(answer: Answer[Hit]) -> Iterator[dict[str, Any]]:
    """Keys for the line of each hit: ``meanings``, and with the first ``chronology``, which belongs to no event.

    A proposition that the chronology does not declare is named where others stand with their text.
    """
    for at, hit in enumerate(answer):
        meanings = _meanings(hit, answer.vocabulary)
        more: dict[str, Any] = {}
        states = {state.id: state for state in hit.propositions}
        if any(name not in states for name in hit.event.propositions):
            more["propositions"] = [states.get(name, name) for name in hit.event.propositions]
        if meanings:
            more["meanings"] = meanings
        if at == 0:
            more["chronology"] = _heading(answer)
        yield more


def _meanings(hit: Hit, vocabulary: Vocabulary) -> Meanings:
    """What its type and tags mean and its claims measure, by vocabulary, as far as the chronology says it."""
    event = hit.event
    claims = [*event.claims, *(claim for state in hit.propositions for claim in state.claims)]
    names = {
        "types": () if event.type is None else (event.type,),
        "tags": event.tags,
        "measures": [figure.of for claim in claims for figure in claim.figures],
    }
    found = {of: _kept(getattr(vocabulary, of), used) for of, used in names.items()}
    return {of: meanings for of, meanings in found.items() if meanings}


def _kept(declared: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: declared[name] for name in names if name in declared}


def _heading(answer: Answer[Hit]) -> dict[str, Any]:
    """What the chronology says of itself, the names that no line holds, and its order where answers depend on it."""
    whole = selection(answer)
    held: dict[str, dict[str, None]] = {of: {} for of in VOCABULARIES}
    for hit in answer:
        for of, meanings in _meanings(hit, answer.vocabulary).items():
            held[of].update(dict.fromkeys(meanings))
        held["actors"].update(dict.fromkeys(hit.who))
        held["propositions"].update(dict.fromkeys(state.id for state in hit.propositions))
    rests = {of: _without(getattr(whole, of), held[of]) for of in VOCABULARIES}
    order = {
        of: list(getattr(whole, of))
        for of in ("actors", "propositions")
        if list(getattr(whole, of)) != [*held[of], *rests[of]] and _depends_on_order(of, whole)
    }
    said = {key: getattr(whole, key) for key in ("title", "description", "updated", "license")}
    others = {**rests, "order": order, "extra": whole.extra}
    return {key: value for key, value in said.items() if value is not None} | {
        key: value for key, value in others.items() if value
    }


def _without(names: Mapping[str, Any], held: Mapping[str, None]) -> dict[str, Any]:
    return {name: value for name, value in names.items() if name not in held}


def _depends_on_order(vocabulary: str, chronology: Chronology) -> bool:
    """Whether an answer does: propositions are told in theirs, a name that several actors have is the first one's."""
    if vocabulary == "propositions":
        return True
    names = Counter(
        name
        for key, actor in chronology.actors.items()
        for name in {text.casefold() for text in (key, actor.name, *actor.aliases)}
    )
    return any(number > 1 for number in names.values())
