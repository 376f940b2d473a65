"""The events of an answer as a whole chronology of our own form, with the vocabulary that they use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec
from msgspec.structs import fields, replace

from relations_cli.errors import Remark
from relations_cli.escaping import json_text
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Vocabulary
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How

_NO_EVENTS: Final = '\n "events": []'
"""The only place where this stands: no text has a line break, and what lies deeper has more blanks."""


def write(answer: Answer[Hit], _how: How) -> Iterator[str]:
    """The text of the file.

    Left out are events that are not selected, where others or claims name them, and addresses of claims that are no
    selected event's: a part may name what it holds only. The whole says what was said, of whatever is missing.
    """
    yield from _parts(selection(answer))


def document(chronology: Chronology) -> str:
    """A chronology as the text of its file, with one stable key order, so that a change diffs well."""
    return "".join(_parts(chronology))


def _parts(chronology: Chronology) -> Iterator[str]:
    """The same, an event a part."""
    before, empty, after = _formatted(replace(chronology, events=())).partition(_NO_EVENTS)
    yield before + empty[:-1]
    start = "\n  "
    for event in chronology.events:
        yield start + _formatted(event).replace("\n", "\n  ")
        start = ",\n  "
    yield f"\n ]{after}\n" if chronology.events else f"]{after}\n"


def _formatted(value: Chronology | Event) -> str:
    return json_text(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many references to events and sources outside the selection the file leaves out."""
    kept = selection(answer)
    events = tuple(hit.event for hit in hits_once(answer))
    named = {name for event in events for name in event.propositions}
    claimed = {name: one for name, one in answer.vocabulary.propositions.items() if name in named}
    lost = _references(events, claimed) - _references(kept.events, kept.propositions)
    references = "reference" if lost == 1 else "references"
    where = "to events and sources outside the selection left out of the file"
    return [Remark(f"{lost} {references} {where}")] if lost else []


def _references(events: Iterable[Event], propositions: Mapping[str, Proposition]) -> int:
    """How often an event is named by another, and an event or an address by a claim."""
    claims = chain(*(one.claims for one in events), *(one.claims for one in propositions.values()))
    named = sum((claim.event is not None) + (claim.source is not None) for claim in claims)
    return sum(len(event.related) for event in events) + named


def selection(answer: Answer[Hit]) -> Chronology:
    """The events of the answer with the vocabulary that they use, the parents of their actors included."""
    events, vocabulary = tuple(hit.event for hit in hits_once(answer)), answer.vocabulary
    if answer.query.as_of is None and len(events) == len(answer.store):
        return _chronology(answer, events, {})
    ids = {event.id for event in events}
    addresses = {source.url for event in events for source in event.sources}
    named = {name for event in events for name in event.propositions}
    propositions = {
        name: replace(proposition, claims=_within(proposition.claims, ids, addresses))
        for name, proposition in vocabulary.propositions.items()
        if name in named
    }
    kept = [_part(event, ids, addresses) for event in events]
    claims = [claim for event in kept for claim in event.claims]
    claims += [claim for proposition in propositions.values() for claim in proposition.claims]
    types = {event.type for event in kept}
    tags = {tag for event in kept for tag in event.tags}
    measures = {figure.of for claim in claims for figure in claim.figures}
    used = {
        "types": _kept(vocabulary.types, types),
        "tags": _kept(vocabulary.tags, tags),
        "measures": _kept(vocabulary.measures, measures),
        "actors": _with_parents(
            vocabulary, {actor for event in kept for actor in event.actors} | {claim.by for claim in claims}
        ),
        "propositions": propositions,
    }
    return _chronology(answer, kept, used)


def hits_once(answer: Answer[Hit]) -> tuple[Hit, ...]:
    """The hits of the answer, of each event one: near two anchors, one stands twice."""
    if all(hit.anchor is None for hit in answer):
        return answer.rows
    return tuple({hit.event.id: hit for hit in answer}.values())


def _part(event: Event, ids: set[str], addresses: set[str | None]) -> Event:
    """The event without what is not in the selection; itself where nothing is missing."""
    related = tuple(other for other in event.related if other in ids)
    claims = _within(event.claims, ids, addresses)
    is_whole = (related, claims) == (event.related, event.claims)
    return event if is_whole else replace(event, related=related, claims=claims)


def _chronology(answer: Answer[Hit], events: Sequence[Event], used: Mapping[str, object]) -> Chronology:
    """The events with the vocabulary, or what they use of it."""
    given = {field.name: getattr(answer.vocabulary, field.name) for field in fields(Vocabulary)}
    given["schema"] = None  # its address is relative to the file that was read
    return Chronology(**{**given, **used}, events=tuple(events), extra=dict(answer.store.extra))


def _kept(named: Mapping[str, str], used: set[str] | set[str | None]) -> dict[str, str]:
    return {name: meaning for name, meaning in named.items() if name in used}


def _within(claims: tuple[Claim, ...], ids: set[str], addresses: set[str | None]) -> tuple[Claim, ...]:
    """The claims without the events and addresses that are not in the selection, and what is quoted from there."""
    within = [claim if claim.event in ids else replace(claim, event=None) for claim in claims]
    return tuple(
        claim
        if claim.source is None or claim.source in addresses
        else replace(claim, source=None, quote=None, locator=None)
        for claim in within
    )


def _with_parents(vocabulary: Vocabulary, names: set[str]) -> dict[str, Actor]:
    open_names, found = list(names), set()
    while open_names:
        actor = vocabulary.actors.get(name := open_names.pop())
        if actor is not None and name not in found:
            found.add(name)
            if actor.parent is not None:
                open_names.append(actor.parent)
    return {name: actor for name, actor in vocabulary.actors.items() if name in found}
