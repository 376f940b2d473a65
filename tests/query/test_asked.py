"""The names that a question asks for in a field: each once, in words."""

import pytest

import relations_cli
from relations_cli.model.facts import Actor, Chronology, Proposition
from relations_cli.query.asked import Asked, AskedFor, asked_for

FIELDS: list[tuple[str, Asked]] = [
    ("types", "types"), ("tags", "tags"), ("actors", "actors"), ("about", "propositions"),
]  # fmt: skip


@pytest.mark.parametrize(("parameter", "field"), FIELDS)
def test_names_that_nothing_has_are_each_asked_for_once_as_they_are_spelt(parameter: str, field: Asked) -> None:
    answer = relations_cli.ask("list", Chronology(title="T", events=()), **{parameter: ["Un,oil", "UN"]})

    assert asked_for(answer, field) == (AskedFor("Un", frozenset()), AskedFor("oil", frozenset()))
    assert not any(asked_for(answer, other) for _, other in FIELDS if other != field)


def test_what_is_declared_is_said_as_people_read_it() -> None:
    known = Chronology(
        title="T",
        events=(),
        tags={"Walls": "w"},
        types={"Visit": "v"},
        actors={"ana": Actor(name="Ana Sur", kind="person", aliases=("Ms Sur",))},
        propositions={"said": Proposition(text="It is said.")},
    )
    named = {"tags": ["walls"], "types": ["visit"], "actors": ["ms sur,ANA"], "about": ["Said"]}
    answer = relations_cli.ask("list", known, **named)

    assert [[one.words for one in asked_for(answer, field)] for _, field in FIELDS] == [
        ["Visit"], ["Walls"], ["Ana Sur"], ["It is said."],
    ]  # fmt: skip
