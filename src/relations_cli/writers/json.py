"""A JSON array whose entries stand alone, or a whole chronology of ours for a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from relations_cli.escaping import json_text
from relations_cli.model.facts import Chronology, Claim, Event, Proposition
from relations_cli.query.answer import Answer, Field, Hit


def entry(row: object, fields: Sequence[Field]) -> Mapping[str, Any]:
    """The values of a row by the names of the fields."""
    return {field.name: field.get(row) for field in fields}


def write(answer: Answer[Any], fields: Sequence[Field]) -> Iterator[str]:
    """The array, an entry a line, so that it diffs and streams."""
    yield "["
    for index, row in enumerate(answer):
        yield (",\n" if index else "\n") + json_text(msgspec.json.encode(entry(row, fields)).decode())
    yield "\n]\n" if answer.rows else "]\n"


def write_chronology(answer: Answer[Hit]) -> tuple[str, int]:
    """The events of the answer as a chronology of our own, and how many references it leaves out.

    It carries the vocabularies that these events use. Left out are events that are not selected, where others or claims
    name them, and addresses of claims that are no selected event's: a chronology may name what it holds only.
    """
    events = [hit.event for hit in answer]
    chronology = _selected(answer.chronology, events)
    named = {name for event in events for name in event.propositions}
    claimed = {name: one for name, one in answer.chronology.propositions.items() if name in named}
    lost = _references(events, claimed) - _references(chronology.events, chronology.propositions)
    return document(chronology), lost


def _references(events: Iterable[Event], propositions: Mapping[str, Proposition]) -> int:
    """How often an event is named by another, and an event or an address by a claim."""
    claims = [claim for event in events for claim in event.claims]
    claims += [claim for proposition in propositions.values() for claim in proposition.claims]
    named = sum((claim.event is not None) + (claim.source is not None) for claim in claims)
    return sum(len(event.related) for event in events) + named


def document(chronology: Chronology) -> str:
    """A chronology as the text of its file, with one stable key order, so that a change diffs well."""
    return json_text(msgspec.json.format(msgspec.json.encode(chronology), indent=1).decode()) + "\n"


def _selected(chronology: Chronology, events: Sequence[Event]) -> Chronology:
    ids = {event.id for event in events}
    addresses = {source.url for event in events for source in event.sources}
    named = {name for event in events for name in event.propositions}
    propositions = {
        name: replace(proposition, claims=_within(proposition.claims, ids, addresses))
        for name, proposition in chronology.propositions.items()
        if name in named
    }
    kept = tuple(
        replace(
            event,
            related=tuple(other for other in event.related if other in ids),
            claims=_within(event.claims, ids, addresses),
        )
        for event in events
    )
    claims = [claim for event in kept for claim in event.claims]
    claims += [claim for proposition in propositions.values() for claim in proposition.claims]
    types = {event.type for event in kept}
    tags = {tag for event in kept for tag in event.tags}
    measures = {figure.of for claim in claims for figure in claim.figures}
    return replace(
        chronology,
        schema=None,  # its address is relative to the file that was read
        types={key: line for key, line in chronology.types.items() if key in types},
        tags={key: line for key, line in chronology.tags.items() if key in tags},
        measures={key: line for key, line in chronology.measures.items() if key in measures},
        actors=_with_parents(chronology, {actor for event in kept for actor in event.actors} | {c.by for c in claims}),
        propositions=propositions,
        events=kept,
    )


def _within(claims: tuple[Claim, ...], ids: set[str], addresses: set[str | None]) -> tuple[Claim, ...]:
    """The claims without the events and addresses that are not in the selection."""
    return tuple(
        replace(
            claim,
            event=claim.event if claim.event in ids else None,
            source=claim.source if claim.source in addresses else None,
        )
        for claim in claims
    )


def _with_parents(chronology: Chronology, names: set[str]) -> dict[str, Any]:
    open_names, found = list(names), set()
    while open_names:
        actor = chronology.actors.get(name := open_names.pop())
        if actor is not None and name not in found:
            found.add(name)
            if actor.parent is not None:
                open_names.append(actor.parent)
    return {name: actor for name, actor in chronology.actors.items() if name in found}
