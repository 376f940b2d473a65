"""The names a chronology declares: aliases, the actor tree and its parties."""

from collections.abc import Mapping

from relations_cli.model.facts import Actor, Vocabulary


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


def actor_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Each id, name and alias, casefolded: the id of the actor; ids come before names, names before aliases."""
    names: dict[str, str] = {}
    for actor_id in vocabulary.actors:
        names.setdefault(actor_id.casefold(), actor_id)
    for actor_id, actor in vocabulary.actors.items():
        names.setdefault(actor.name.casefold(), actor_id)
    for actor_id, actor in vocabulary.actors.items():
        for alias in actor.aliases:
            names.setdefault(alias.casefold(), actor_id)
    return names


def actor_name(actors: Mapping[str, Actor], actor_id: str) -> str:
    """How people read the actor: the name, or the id of an actor that the file does not declare."""
    actor = actors.get(actor_id)
    return actor_id if actor is None else actor.name
