"""What a file uses and declares nothing of, declared where others declare theirs."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from relations_cli.model.facts import Actor, Chronology, Claim


def declared(merged: Chronology, files: Sequence[Chronology]) -> Chronology:
    """The merged chronology, whose vocabularies also have what files use that declare none of that kind.

    A vocabulary is a promise that every name is in it; a file without one makes none, and is not to break that of
    another. What such a file uses means itself. A name that is missing where a file declares any stays missing.
    """
    types, tags, measures, actors = dict(merged.types), dict(merged.tags), dict(merged.measures), dict(merged.actors)
    for one in files:
        if types and not one.types:
            types |= {event.type: event.type for event in one.events if event.type and event.type not in types}
        if tags and not one.tags:
            tags |= {tag: tag for event in one.events for tag in event.tags if tag not in tags}
        if measures and not one.measures:
            used = (figure.of for claim in _claims(one) for figure in claim.figures)
            measures |= {name: name for name in used if name not in measures}
        if actors and not one.actors:
            known = {name.casefold() for key, actor in actors.items() for name in (key, actor.name, *actor.aliases)}
            actors |= {
                name: Actor(name=name, kind="unnamed") for name in _speakers(one) if name.casefold() not in known
            }
    return replace(merged, types=types, tags=tags, measures=measures, actors=actors)


def _claims(chronology: Chronology) -> Iterator[Claim]:
    yield from (claim for event in chronology.events for claim in event.claims)
    yield from (claim for one in chronology.propositions.values() for claim in one.claims)


def _speakers(chronology: Chronology) -> Iterable[str]:
    yield from (name for event in chronology.events for name in event.actors)
    yield from (claim.by for claim in _claims(chronology))
