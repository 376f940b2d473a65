"""Events as linked data (https://www.w3.org/TR/json-ld11/): schema.org's Event and Claim, and few terms of our own.

Its context is in the file, so that nothing is fetched. What no term of schema.org means has one of ours: the stance of
a claim, a status, for whom an actor speaks. Every date is EDTF; one that ISO 8601 has as well is a date of theirs, too.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

import msgspec

from relations_cli.escaping import ascii_json, json_text, web_address
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.chronology import hits_once, left_out, selection
from relations_cli.writers.format import How
from relations_cli.writers.licence import licence_address

TERMS: Final = "urn:x-relations-cli:"
"""Before each term of our own."""
_OURS: Final = (
    *("stance", "status", "deniedBy", "speaksFor", "known", "landmark", "eventType", "note", "related", "bearsOn"),
    *("locator", "archived", "accessed", "sourceKind", "onWhat", "figure", "measure"),
)
_REFERENCES: Final = ("deniedBy", "speaksFor", "related", "bearsOn", "onWhat")
_EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"
CONTEXT: Final[dict[str, Any]] = {
    "@vocab": "https://schema.org/",
    **{name: f"{TERMS}{name}" for name in _OURS if name not in _REFERENCES},
    **{name: {"@id": f"{TERMS}{name}", "@type": "@id"} for name in _REFERENCES},
    "known": {"@id": f"{TERMS}known", "@type": _EDTF},
    "accessed": {"@id": f"{TERMS}accessed", "@type": _EDTF},
    "temporal": {"@type": _EDTF},
    **{name: {"@type": "@id"} for name in ("url", "archivedAt", "about", "author", "recordedAt")},
    "itemListElement": {"@type": "@id", "@container": "@list"},
}
_KINDS: Final = {
    "state": "Country",
    "organisation": "Organization",
    "media": "NewsMediaOrganization",
    "person": "Person",
    "unnamed": "Thing",
}
_DATE: Final = re.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2}(?:T[\d:]{5,8}(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
"""What ISO 8601 and EDTF have in common, without a qualifier: the years from 1 to 9999."""

Node = dict[str, Any]


def write(answer: Answer[Hit], how: How) -> Iterator[str]:
    """The document, a node a line: the chronology, its actors, events and propositions, and every claim on them."""
    yield '{"@context":' + _text(CONTEXT, how) + ',\n"@graph":[\n'
    held = selection(answer)
    yield _text(_given(_head(held)), how).removesuffix("}")
    for at, event in enumerate(held.events):
        yield ("," if at else ',"itemListElement":[') + _text(_id("event", event.id), how)
    yield "]}" if held.events else "}"
    for node in _nodes(answer, held):
        yield ",\n" + _text(_given(node), how)
    yield "\n]}\n"


def _text(value: object, how: How) -> str:
    text = json_text(msgspec.json.encode(value).decode())
    return text if how.screen.unicode else ascii_json(text)


def _head(held: Chronology) -> Node:
    """What the chronology says of itself, but for the list of its events, which may be long."""
    licence = licence_address(held.license)
    return {
        "@id": "#chronology",
        "@type": ["Dataset", "ItemList"],
        "name": held.title,
        "description": held.description,
        "license": {"@id": licence} if licence is not None else held.license,
        "dateModified": _date(held.updated),
        "temporal": held.updated,
        "numberOfItems": len(held.events),
    }


def _nodes(answer: Answer[Hit], held: Chronology) -> Iterator[Node]:
    """The actors, the events and the propositions, and behind each of these the claims on it."""
    for name, actor in held.actors.items():
        yield _actor(name, actor)
    for hit, event in zip(hits_once(answer), held.events, strict=True):
        yield _event(hit, event)
        yield from _claims(_id("event", event.id), event.claims)
    moment = next((hit.moment for hit in answer), None)
    for name, proposition in held.propositions.items():
        state = moment.proposition(name) if moment is not None else None
        yield {
            "@id": _id("proposition", name),
            "@type": "Claim",
            "identifier": name,
            "text": proposition.text,
            "status": state and state.status,
            "deniedBy": [_id("actor", one) for one in state.denied_by] if state else None,
        }
        yield from _claims(_id("proposition", name), proposition.claims)


def _actor(name: str, actor: Actor) -> Node:
    return {
        "@id": _id("actor", name),
        "@type": _KINDS[actor.kind],
        "identifier": name,
        "name": actor.name,
        "alternateName": actor.aliases,
        "speaksFor": None if actor.parent is None else _id("actor", actor.parent),
    }


def _event(hit: Hit, event: Event) -> Node:
    start, _, end = (event.date or "").partition("/")
    return {
        "@id": _id("event", event.id),
        "@type": "Event",
        "identifier": event.id,
        "name": event.title,
        "description": event.summary,
        "startDate": _date(start),
        "endDate": _date(end),
        "temporal": event.date,
        "eventType": event.type,
        "keywords": event.tags,
        "location": [{"@type": "Place", "name": place} for place in event.places],
        "about": [_id("actor", name) for name in event.actors],
        "landmark": event.landmark or None,
        "known": event.known,
        "status": hit.status,
        "deniedBy": [_id("actor", name) for name in hit.denied_by],
        "bearsOn": [_id("proposition", name) for name in event.propositions],
        "related": [_id("event", other) for other in event.related],
        "citation": [_source(source) for source in event.sources],
        "note": event.note,
    }


def _source(source: Source) -> Node:
    return _given(
        {
            "@type": "CreativeWork",
            "name": source.title,
            **_address("url", source.url),
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "datePublished": _date(source.date),
            "temporal": source.date,
            "inLanguage": source.language,
            "sourceKind": source.kind,
            **_address("archivedAt", source.archived),
            "accessed": source.accessed,
        }
    )


def _claims(subject: str, claims: Iterable[Claim]) -> Iterator[Node]:
    """Each claim on a subject, an event as titled or a proposition: who takes which stance, and when."""
    for number, claim in enumerate(claims, 1):
        appearance = _address("url", claim.source)
        yield {
            "@id": f"{subject}/claim/{number}",
            "@type": "Claim",
            "onWhat": subject,
            "author": _id("actor", claim.by),
            "stance": claim.stance,
            "datePublished": _date(claim.date),
            "temporal": claim.date,
            "description": claim.note,
            "text": claim.quote,
            "appearance": {"@type": "CreativeWork", **appearance} if appearance else None,
            "locator": claim.locator,
            "recordedAt": None if claim.event is None else _id("event", claim.event),
            "figure": [
                _given({"@type": "QuantitativeValue", "measure": one.of, "minValue": one.low, "maxValue": one.high})
                for one in claim.figures
            ],
        }


def _address(key: str, text: str | None) -> Node:
    """An address under its key; what is none that a browser may follow is a text, under another."""
    if text is None:
        return {}
    return {key: text} if web_address(text) == text else {"identifier" if key == "url" else "archived": text}


def _id(kind: str, name: str) -> str:
    """What a node is called in the document."""
    return f"#{kind}/{quote(name, safe='')}"


def _date(text: str | None) -> str | None:
    return text if text is not None and _DATE.fullmatch(text) else None


def _given(node: Node) -> Node:
    """Without what is not said."""
    return {key: value for key, value in node.items() if value is not None and value not in ([], ())}


__all__ = ["left_out", "write"]
