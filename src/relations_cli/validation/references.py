"""Whether ids are unique, and what is named is there: events, propositions, and what the vocabularies declare."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from relations_cli.escaping import one_line, quoted
from relations_cli.readers.located.places import Path
from relations_cli.suggesting import Nearest
from relations_cli.validation.problems import Finding
from relations_cli.validation.raw import Located, members, objects, texts


def misnamed(document: dict[str, Any], events: list[Located], claims: list[Located]) -> Iterator[Finding]:
    """Every name that is taken twice, stands for nothing or is never used, in no order.

    Args:
        document: a chronology, as it was decoded.
        events: those of the document.
        claims: those of the document, on events and on propositions.
    """
    actors = dict(members(document, "actors"))
    propositions = dict(members(document, "propositions"))
    yield from _ids(events)
    near = Nearest()
    yield from _references(events, claims, propositions, near)
    yield from _vocabularies(document, events, claims, actors, near)
    yield from _circles(actors)
    yield from _unclaimed(events, propositions)


def _ids(events: Iterable[Located]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, event in events:
        name = event.get("id")
        if isinstance(name, str) and first.setdefault(name, path) != path:
            taken = f"$.events[{first[name][-1]}]"
            yield Finding((*path, "id"), f"the id {quoted(name)} is taken by {taken}")


def _missing(value: str, known: Collection[str], what: str, near: Nearest) -> str:
    names = near.to(value, known, what)
    hint = f": did you mean {' or '.join(map(one_line, names))}?" if names else ""
    return f"there is no {what} {quoted(value)}{hint}"


def _references(
    events: list[Located], claims: Iterable[Located], propositions: dict[str, dict[str, Any]], near: Nearest
) -> Iterator[Finding]:
    ids = {event["id"]: None for _, event in events if isinstance(event.get("id"), str)}
    for path, event in events:
        for at, other in texts(event, "related"):
            if other not in ids:
                yield Finding((*path, "related", at), _missing(other, ids, "event", near))
            elif other == event.get("id"):
                yield Finding((*path, "related", at), "the event is related to itself")
        for at, name in texts(event, "propositions"):
            if name not in propositions:
                yield Finding((*path, "propositions", at), _missing(name, propositions, "proposition", near))
    for path, claim in claims:
        made_in = claim.get("event")
        if isinstance(made_in, str) and made_in not in ids:
            yield Finding((*path, "event"), _missing(made_in, ids, "event", near))


def _vocabularies(
    document: dict[str, Any],
    events: list[Located],
    claims: list[Located],
    actors: dict[str, dict[str, Any]],
    near: Nearest,
) -> Iterator[Finding]:
    used: dict[str, list[tuple[Path, object]]] = {
        "types": [((*path, "type"), event.get("type")) for path, event in events],
        "tags": [((*path, "tags", at), name) for path, event in events for at, name in texts(event, "tags")],
        "actors": [((*path, "actors", at), name) for path, event in events for at, name in texts(event, "actors")],
        "measures": [
            ((*inner, "of"), figure.get("of"))
            for path, claim in claims
            for inner, figure in objects(claim, "figures", path)
        ],
    }
    used["actors"] += [((*path, "by"), claim.get("by")) for path, claim in claims]
    used["actors"] += [(("actors", name, "parent"), actor.get("parent")) for name, actor in actors.items()]
    for vocabulary, uses in used.items():
        declared = document.get(vocabulary)
        if isinstance(declared, dict) and declared:  # a file that declares none makes no promise about it
            named = [(path, name) for path, name in uses if isinstance(name, str)]
            yield from _undeclared(vocabulary, declared, named, near)
            if document.get("events"):  # nothing is used yet in a file that has only begun
                yield from _unused(vocabulary, declared, named)


def _undeclared(
    vocabulary: str, declared: dict[str, Any], uses: list[tuple[Path, str]], near: Nearest
) -> Iterator[Finding]:
    what = vocabulary.removesuffix("s")
    for path, name in uses:
        if name not in declared:
            yield Finding(path, _missing(name, declared, what, near))


def _unused(vocabulary: str, declared: dict[str, Any], uses: list[tuple[Path, str]]) -> Iterator[Finding]:
    what = vocabulary.removesuffix("s")
    for name in declared.keys() - {name for _, name in uses}:
        yield Finding((vocabulary, name), f"the {what} {quoted(name)} is never used", at_key=True)


def _circles(actors: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    for name, actor in actors.items():
        seen, at = {name}, actor.get("parent")
        while isinstance(at, str) and at in actors and at not in seen:
            seen.add(at)
            at = actors[at].get("parent")
        if at == name:
            yield Finding(("actors", name, "parent"), f"the parents of {quoted(name)} form a circle")


def _unclaimed(events: list[Located], propositions: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    named = {name for _, event in events for _, name in texts(event, "propositions")}
    for name, proposition in propositions.items():
        if events and name not in named:
            yield Finding(("propositions", name), f"no event bears on the proposition {quoted(name)}", at_key=True)
        if not proposition.get("claims"):
            yield Finding(("propositions", name), f"nobody claims the proposition {quoted(name)}", at_key=True)
