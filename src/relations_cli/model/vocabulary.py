"""The names a chronology declares: aliases, the actor tree and its parties, the nearest names to a wrong one."""

from collections.abc import Mapping
from typing import TypeVar

from relations_cli.model.facts import Actor, Chronology

Choice = TypeVar("Choice", bound=str)


def party(actors: Mapping[str, Actor], actor_id: str) -> str:
    """The id at the root of the actor's ``parent`` chain; an actor that the file does not declare is its own party."""
    seen = {actor_id}
    while (actor := actors.get(actor_id)) is not None and actor.parent is not None and actor.parent not in seen:
        actor_id = actor.parent
        seen.add(actor_id)
    return actor_id


def family(actors: Mapping[str, Actor], root: str) -> frozenset[str]:
    """The ids of everyone whose ``parent`` chain reaches the root, the root included."""
    children: dict[str, list[str]] = {}
    for actor_id, actor in actors.items():
        if actor.parent is not None:
            children.setdefault(actor.parent, []).append(actor_id)
    members, open_ids = {root}, [root]
    while open_ids:
        for child in children.get(open_ids.pop(), ()):
            if child not in members:
                members.add(child)
                open_ids.append(child)
    return frozenset(members)


def actor_names(chronology: Chronology) -> dict[str, str]:
    """Each id, name and alias, casefolded: the id of the actor; ids come before names, names before aliases."""
    names: dict[str, str] = {}
    for actor_id in chronology.actors:
        names.setdefault(actor_id.casefold(), actor_id)
    for actor_id, actor in chronology.actors.items():
        names.setdefault(actor.name.casefold(), actor_id)
    for actor_id, actor in chronology.actors.items():
        for alias in actor.aliases:
            names.setdefault(alias.casefold(), actor_id)
    return names


def actor_name(actors: Mapping[str, Actor], actor_id: str) -> str:
    """How people read the actor: the name, or the id of an actor that the file does not declare."""
    actor = actors.get(actor_id)
    return actor_id if actor is None else actor.name


_ENOUGH_WORDS = 0.5
"""Share of common words from which two titles seem to tell of one event."""


def title_words(title: str) -> set[str]:
    """The words by which titles are compared, blind to case."""
    import re  # only comparisons of files need it

    return set(re.findall(r"\w+", title.casefold()))


def same_words(one: str, other: str) -> bool:
    """Whether two titles have so many words in common that they seem to tell of one event."""
    words, others = title_words(one), title_words(other)
    return len(words & others) >= _ENOUGH_WORDS * max(len(words | others), 1)
