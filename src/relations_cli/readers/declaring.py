"""What a file uses and declares nothing of, declared where others declare theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from relations_cli.model.facts import Actor, Chronology, Claim


def declared(merged: Chronology, files: Sequence[Chronology]) -> Chronology:
    """The merged chronology, whose vocabularies also have what files use that declare none of that kind.

    A vocabulary is a promise that every name is in it; a file without one makes none, and is not to break that of
    another. What such a file uses means itself. A name that is missing where a file declares any stays missing.
    """
    types, tags, measures = dict(merged.types), dict(merged.tags), dict(merged.measures)
    for one in files:
        if types and not one.types:
            types |= {event.type: event.type for event in one.events if event.type and event.type not in types}
        if tags and not one.tags:
            tags |= {tag: tag for event in one.events for tag in event.tags if tag not in tags}
        if measures and not one.measures:
            used = (figure.of for claim in _claims(one) for figure in claim.figures)
            measures |= {name: name for name in used if name not in measures}
    return replace(merged, types=types, tags=tags, measures=measures)


def with_undeclared(actors: Mapping[str, Actor], files: Sequence[Chronology]) -> dict[str, Actor]:
    """The declared actors and, where there are any, those whom other files name: one of all spellings by case."""
    every = dict(actors)
    known = {name.casefold() for key, actor in actors.items() for name in (key, actor.name, *actor.aliases)}
    for name in (name for one in files if actors and not one.actors for name in _speakers(one)):
        if name.casefold() not in known:
            known.add(name.casefold())
            every[name] = Actor(name=name, kind="unnamed")
    return every


def _claims(chronology: Chronology) -> Iterator[Claim]:
    yield from (claim for event in chronology.events for claim in event.claims)
    yield from (claim for one in chronology.propositions.values() for claim in one.claims)


def _speakers(chronology: Chronology) -> Iterable[str]:
    yield from (name for event in chronology.events for name in event.actors)
    yield from (claim.by for claim in _claims(chronology))
