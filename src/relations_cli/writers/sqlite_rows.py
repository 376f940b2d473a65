"""The rows of each table of a chronology as a database."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.structs import asdict, fields

from relations_cli.dates import Day, parse_edtf
from relations_cli.dates.days import day_number, edtf_text
from relations_cli.model.facts import VOCABULARIES, Actor, Chronology, Claim, Event, Vocabulary
from relations_cli.model.version import DATABASE_FORM
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.indexing import names_of, parts_of, texts_of
from relations_cli.writers.chronology import hits_once

Row: TypeAlias = dict[str, Any]
"""Column: value; None where nothing is said."""

_LARGEST: Final = 2**63
"""What SQLite's integers stay below: a larger number is a text."""
_COMPUTED: Final = ("lower", "upper", "lower_kind", "upper_kind", "precision", "time", "zone", "status")
"""Fields of an event that are columns as they are."""
_WRITTEN: Final = ("id", "date", "title", "summary", "type", "known", "note")
"""So are these of what its file says."""


def rows_of(answer: Answer[Hit], held: Chronology) -> dict[str, Iterable[Row]]:
    """Table: its rows, in the order in which they may be written, each made when it is asked for.

    Args:
        answer: the hits, which know what depends on the day of the question.
        held: what of the chronology the database holds.
    """
    ids = _named_ids(held)
    used = _used(held)
    return {
        "chronology": _said(answer, held),
        **{name: _named(getattr(held, name), used[name], _meaning) for name in ("types", "tags", "measures")},
        "actors": _named(held.actors, used["actors"], _actor),
        "propositions": _propositions(answer, held, used["propositions"]),
        "events": _events(answer, held),
        "event_tags": _parts(held, "tags", "tag"),
        "event_actors": _parts(held, "actors", "actor"),
        "event_places": _parts(held, "places", "place"),
        "event_propositions": _parts(held, "propositions", "proposition"),
        "related": (
            {"event": event.id, "other": _in(ids, other), "missing": None if other in ids else other, "seq": seq}
            for event in held.events
            for seq, other in enumerate(event.related, 1)
        ),
        "sources": (
            {"event": event.id, **asdict(source), "seq": seq}
            for event in held.events
            for seq, source in enumerate(event.sources, 1)
        ),
        "claims": (_claim(number, *one, ids) for number, one in enumerate(_claims(held), 1)),
        "figures": (
            {"claim": number, "measure": one.of, "low": _number(one.low), "high": _number(one.high), "seq": seq}
            for number, (_, _, _, claim) in enumerate(_claims(held), 1)
            for seq, one in enumerate(claim.figures, 1)
        ),
    }


def _named_ids(held: Chronology) -> set[str]:
    """The ids of its events that other events, or claims, name."""
    named = {other for event in held.events for other in event.related}
    named |= {claim.event for _, _, _, claim in _claims(held) if claim.event is not None}
    return {event.id for event in held.events if event.id in named}


def _said(answer: Answer[Hit], held: Chronology) -> Iterator[Row]:
    """What the chronology says of itself, and of which day the statuses are."""
    said: Row = {"form": DATABASE_FORM, "status_day": edtf_text(answer.query.day)}
    for field in fields(Vocabulary):
        if field.encode_name not in VOCABULARIES:
            said[field.encode_name] = getattr(held, field.name)
    said["extra"] = _json(held.extra)
    return ({"key": key, "value": value} for key, value in said.items() if value is not None)


def _used(held: Chronology) -> dict[str, dict[str, None]]:
    """Vocabulary: the names that events, claims and actors use, declared or not."""
    parents = [actor.parent for actor in held.actors.values()]
    names: dict[str, Iterable[str | None]] = {
        "types": (event.type for event in held.events),
        "tags": (tag for event in held.events for tag in event.tags),
        "measures": (figure.of for _, _, _, claim in _claims(held) for figure in claim.figures),
        "actors": chain(
            (one for event in held.events for one in event.actors), (one.by for _, _, _, one in _claims(held)), parents
        ),
        "propositions": (one for event in held.events for one in event.propositions),
    }
    return {of: dict.fromkeys(name for name in every if name is not None) for of, every in names.items()}


def _named(declared: Mapping[str, Any], used: Iterable[str], row: Callable[[Any], Row]) -> Iterator[Row]:
    """The names of a vocabulary in its order; what is used and not declared has no place in it."""
    for seq, (name, one) in enumerate(declared.items(), 1):
        yield {"id": name, **row(one), "seq": seq}
    for name in used:
        if name not in declared:
            yield {"id": name, **row(None), "seq": None}


def _meaning(meaning: str | None) -> Row:
    return {"meaning": meaning}


def _actor(one: Actor | None) -> Row:
    names = ("name", "kind", "aliases", "parent")
    said = dict.fromkeys(names) if one is None else {name: getattr(one, name) for name in names}
    return said | {"aliases": _json(said["aliases"])}


def _propositions(answer: Answer[Hit], held: Chronology, used: Iterable[str]) -> Iterator[Row]:
    moment = next((hit.moment for hit in answer), None)
    for row in _named(held.propositions, used, lambda one: {"text": one and one.text}):
        state = moment.proposition(row["id"]) if moment is not None and row["seq"] is not None else None
        yield row | {"status": state and state.status, "denied_by": _json(state and state.denied_by)}


def _events(answer: Answer[Hit], held: Chronology) -> Iterator[Row]:
    hits = hits_once(answer)
    in_time = _places(hits)
    computed = {name: answer.table.fields[name].get for name in _COMPUTED}
    for seq, (hit, event) in enumerate(zip(hits, held.events, strict=True), 1):
        first, last = (hit.date.first_day, hit.date.last_day) if hit.date is not None else (None, None)
        names = [names_of(held, actor) for actor in event.actors]
        yield {
            **{name: getattr(event, name) for name in _WRITTEN},
            **{name: get(hit) for name, get in computed.items()},
            "tags": _json(event.tags),
            "actors": _json([first for first, *_ in names]),
            "places": _json(event.places),
            "landmark": int(event.landmark),
            "denied_by": _json(hit.denied_by),
            "seq": seq,
            "in_time": in_time[seq - 1],
            "year": first and first[0],
            "first_day": _day(first),
            "last_day": _day(last),
            "extra": _json(event.extra),
            "words": _words(held, event),
        }


def _places(hits: Sequence[Hit]) -> Sequence[int]:
    """Of each hit its place in the order of time, from 1."""
    ordered = in_order(hits)
    if all(one is other for one, other in zip(hits, ordered, strict=True)):
        return range(1, len(hits) + 1)
    places = {id(hit): at for at, hit in enumerate(ordered, 1)}
    return [places[id(hit)] for hit in hits]


def _words(held: Chronology, event: Event) -> str | None:
    """What a search finds of the event and no other column has: it is looked through as they are."""
    texts = texts_of(held, event)
    aliases = [alias for actor in event.actors for alias in names_of(held, actor)[1:]]
    return " · ".join([one for one in (*aliases, *texts[-2:], *parts_of(texts)) if one]) or None


def _parts(held: Chronology, of: str, column: str) -> Iterator[Row]:
    """A row for each of what events have several of."""
    for event in held.events:
        for seq, value in enumerate(getattr(event, of), 1):
            yield {"event": event.id, column: value, "seq": seq}


def _claims(held: Chronology) -> Iterator[tuple[str | None, str | None, int, Claim]]:
    """Each claim with the event or the proposition that it is on, and its place there."""
    for event in held.events:
        yield from ((event.id, None, seq, claim) for seq, claim in enumerate(event.claims, 1))
    for name, proposition in held.propositions.items():
        yield from ((None, name, seq, claim) for seq, claim in enumerate(proposition.claims, 1))


def _claim(number: int, event: str | None, proposition: str | None, seq: int, claim: Claim, ids: set[str]) -> Row:
    date = parse_edtf(claim.date) if claim.date is not None else None
    return {
        "id": number,
        "event": event,
        "proposition": proposition,
        "actor": claim.by,
        "first_day": date and _day(date.first_day),
        "last_day": date and _day(date.last_day),
        **{name: getattr(claim, name) for name in ("stance", "date", "note", "quote", "source", "locator")},
        "said_in": _in(ids, claim.event),
        "said_in_missing": None if claim.event in ids else claim.event,
        "seq": seq,
    }


def _in(ids: set[str], name: str | None) -> str | None:
    return name if name in ids else None


def _day(day: Day | None) -> float | str | None:
    return None if day is None else _number(day_number(day))


def _number(value: float | int | None) -> float | str | None:  # noqa: PYI041 -- int is none of float's here
    return str(value) if isinstance(value, int) and not -_LARGEST <= value < _LARGEST else value


def _json(value: object) -> str | None:
    """The JSON of a list or an object; None where there is nothing in it."""
    return msgspec.json.encode(value).decode() if value else None
