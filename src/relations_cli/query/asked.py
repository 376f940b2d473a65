"""The names that a question asks for in a field of its events, each with what it stands for."""

from typing import Any, Literal, NamedTuple, assert_never

from relations_cli.model.facts import Vocabulary
from relations_cli.model.vocabulary import actor_name, actor_names
from relations_cli.query.answer import Answer
from relations_cli.query.query import Query
from relations_cli.query.resolved import resolve

Asked = Literal["types", "tags", "actors", "propositions"]
"""Fields in which a name can be asked for."""


class AskedFor(NamedTuple):
    """A name that was asked for."""

    words: str
    """As people read it: a tag or type as the chronology spells it, an actor's name, the text of a proposition."""
    values: frozenset[str]
    """What an event has one of in that field: a name in its spellings, an actor with everyone who speaks for it."""


def asked_for(answer: Answer[Any], field: Asked) -> tuple[AskedFor, ...]:
    """What was asked for by name, each once, in the order in which it was; nothing where no name was."""
    known, query, today = answer.vocabulary, answer.query, answer.query.today
    match field:
        case "types":
            singly = {name: Query(today=today, types=(name,)) for name in query.types}
        case "tags":
            singly = {name: Query(today=today, tags=((name,),)) for group in query.tags for name in group}
        case "actors":
            singly = {name: Query(today=today, actors=((name,),)) for group in query.actors for name in group}
        case "propositions":
            singly = {name: Query(today=today, about=(name,)) for name in query.about}
        case _:
            assert_never(field)
    found: dict[object, AskedFor] = {}
    for name, alone in singly.items():
        values = resolve(known, alone, answer.store.used, is_empty=True).members[0].names
        words = words_of(known, field, _spelt(known, field, name, values))
        found.setdefault(values or name.casefold(), AskedFor(words, values))
    return tuple(found.values())


def _spelt(known: Vocabulary, field: Asked, name: str, values: frozenset[str]) -> str:
    """The name as the chronology spells it: the id of an actor or proposition."""
    declared = actor_names(known).get(name.casefold()) if field == "actors" else None
    return declared or (next(iter(values)) if len(values) == 1 else name)


def words_of(known: Vocabulary, field: Asked, name: str) -> str:
    """A name as people read it: the text of a proposition, an actor's name, else itself; of what is unknown its id."""
    if field == "propositions" and name in known.propositions:
        return known.propositions[name].text
    return actor_name(known.actors, name) if field == "actors" else name
