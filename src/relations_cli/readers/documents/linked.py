"""Linked data that our writer wrote (JSON-LD of schema.org with terms of ours): the chronology that it says."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import unquote

import msgspec
from msgspec import Struct, field

from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure, Proposition, Source
from relations_cli.readers.located.places import Locate
from relations_cli.readers.own.checks import check
from relations_cli.readers.reading import Reading

_STANCE: Final = "urn:x-relations-cli:stance"
"""The term by which a document is known as ours."""
_LICENCES: Final = "https://spdx.org/licenses/"
_KINDS: Final = {
    "Country": "state", "Organization": "organisation", "NewsMediaOrganization": "media", "Person": "person",
    "Thing": "unnamed",
}  # fmt: skip


class _Named(Struct, frozen=True):
    name: str


class _Figure(Struct, frozen=True, rename="camel"):
    measure: str
    min_value: float | int | None = None
    max_value: float | int | None = None


class _Work(Struct, frozen=True, rename="camel"):
    name: str | None = None
    url: str | None = None
    identifier: str | None = None
    publisher: _Named | None = None
    temporal: str | None = None
    in_language: str | None = None
    source_kind: str | None = None
    archived_at: str | None = None
    archived: str | None = None
    accessed: str | None = None


class _Node(Struct, frozen=True, rename="camel"):
    """Any node; which keys it has, its type says."""

    id: str = field(name="@id")
    type: str | tuple[str, ...] = field(name="@type")
    identifier: str = ""
    name: str = ""
    text: str | None = None
    description: str | None = None
    temporal: str | None = None
    license: str | dict[str, str] | None = None
    alternate_name: tuple[str, ...] = ()
    speaks_for: str | None = None
    event_type: str | None = None
    keywords: tuple[str, ...] = ()
    location: tuple[_Named, ...] = ()
    about: tuple[str, ...] = ()
    landmark: bool = False
    known: str | None = None
    bears_on: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    citation: tuple[_Work, ...] = ()
    note: str | None = None
    on_what: str | None = None
    author: str = ""
    stance: str = ""
    appearance: _Work | None = None
    locator: str | None = None
    recorded_at: str | None = None
    figure: tuple[_Figure, ...] = ()


class _Document(Struct, frozen=True):
    graph: tuple[_Node, ...] = field(name="@graph")


def is_linked(document: dict[str, Any]) -> bool:
    """Whether a document has the terms of our writer."""
    context = document.get("@context")
    return isinstance(context, dict) and context.get("stance") == _STANCE


def read_linked(document: dict[str, Any], locate: Locate, reading: Reading) -> Chronology | None:
    """The chronology of a document of ours; None where somebody has made something else of it.

    Raises:
        DataError: a date cannot be read, or an id is given twice.
    """
    try:
        nodes = msgspec.convert(document, _Document).graph
        chronology = _chronology(nodes)
    except (msgspec.ValidationError, KeyError):
        return None
    check(chronology, reading.name, lambda _path: locate(("@graph",)))
    return chronology


def _chronology(nodes: Iterable[_Node]) -> Chronology:
    """What the nodes say.

    Raises:
        ValidationError: a value is of no kind that we know.
        KeyError: a node is of no kind that we know, or not just one is the chronology.
    """
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    by_kind: dict[str, list[_Node]] = {"chronology": [], "actor": [], "event": [], "proposition": []}
    for node in nodes:
        if node.on_what is not None:
            claims[node.on_what].append(_claim(node))
        else:
            by_kind[node.id.removeprefix("#").partition("/")[0]].append(node)
    if len(by_kind["chronology"]) != 1:
        raise KeyError("chronology")
    whole = by_kind["chronology"][0]
    licence = whole.license.get("@id", "") if isinstance(whole.license, dict) else whole.license
    if licence and isinstance(whole.license, dict):
        licence = licence.removeprefix(_LICENCES).removesuffix(".html")
    return Chronology(
        title=whole.name,
        description=whole.description,
        updated=whole.temporal,
        license=licence,
        actors={node.identifier: _actor(node) for node in by_kind["actor"]},
        propositions={
            node.identifier: Proposition(text=node.text or "", claims=tuple(claims[node.id]))
            for node in by_kind["proposition"]
        },
        events=tuple(_event(node, claims[node.id]) for node in by_kind["event"]),
    )


def _actor(node: _Node) -> Actor:
    said = {"name": node.name, "kind": _KINDS[str(node.type)], "aliases": node.alternate_name}
    return msgspec.convert(said | {"parent": _name(node.speaks_for)}, Actor)


def _event(node: _Node, claims: list[Claim]) -> Event:
    return Event(
        id=node.identifier,
        date=node.temporal,
        title=node.name,
        summary=node.description,
        type=node.event_type,
        tags=node.keywords,
        actors=_names(node.about),
        places=tuple(place.name for place in node.location),
        landmark=node.landmark,
        known=node.known,
        claims=tuple(claims),
        propositions=_names(node.bears_on),
        related=_names(node.related),
        sources=tuple(map(_source, node.citation)),
        note=node.note,
    )


def _claim(node: _Node) -> Claim:
    said = {
        "by": _name(node.author),
        "stance": node.stance,
        "date": node.temporal,
        "figures": [Figure(of=one.measure, low=one.min_value, high=one.max_value) for one in node.figure],
        "note": node.description,
        "quote": node.text,
        "source": node.appearance and (node.appearance.url or node.appearance.identifier),
        "locator": node.locator,
        "event": _name(node.recorded_at),
    }
    return msgspec.convert(said, Claim)


def _source(work: _Work) -> Source:
    said = {
        "publisher": work.publisher and work.publisher.name,
        "title": work.name,
        "url": work.url if work.url is not None else work.identifier,
        "date": work.temporal,
        "kind": work.source_kind,
        "language": work.in_language,
        "archived": work.archived_at if work.archived_at is not None else work.archived,
        "accessed": work.accessed,
    }
    return msgspec.convert(said, Source)


def _name(reference: str | None) -> str | None:
    """What a node is called in our form."""
    return None if reference is None else unquote(reference.partition("/")[2])


def _names(references: Iterable[str]) -> tuple[str, ...]:
    return tuple(unquote(one.partition("/")[2]) for one in references)
