"""Names: parties, families and aliases."""

import pytest

from relations_cli.model.facts import Actor, Chronology
from relations_cli.model.vocabulary import actor_name, actor_names, family, party

ACTORS = {
    "state": Actor(name="State", kind="state", aliases=("Capital",)),
    "office": Actor(name="Office", kind="organisation", parent="state", aliases=("state", "Clerk")),
    "clerk": Actor(name="Clerk", kind="person", parent="office"),
    "orphan": Actor(name="Orphan", kind="person", parent="nobody"),
    "a": Actor(name="A", kind="person", parent="b"),
    "b": Actor(name="B", kind="person", parent="a"),
    "c": Actor(name="C", kind="person", parent="a"),
    "self": Actor(name="Self", kind="person", parent="self"),
}


@pytest.mark.parametrize(
    ("actor", "root"),
    [
        ("clerk", "state"),
        ("office", "state"),
        ("state", "state"),
        ("nobody", "nobody"),
        ("orphan", "nobody"),
        ("a", "b"),
        ("b", "a"),
        ("c", "b"),
        ("self", "self"),
    ],
)
def test_a_party_is_the_root_of_the_chain_of_parents(actor: str, root: str) -> None:
    assert party(ACTORS, actor) == root


@pytest.mark.parametrize(
    ("root", "members"),
    [
        ("state", {"state", "office", "clerk"}),
        ("office", {"office", "clerk"}),
        ("clerk", {"clerk"}),
        ("nobody", {"nobody", "orphan"}),
        ("a", {"a", "b", "c"}),
        ("self", {"self"}),
        ("unheard", {"unheard"}),
    ],
)
def test_a_family_is_everyone_who_speaks_for_the_root(root: str, members: set[str]) -> None:
    assert family(ACTORS, root) == members


def test_an_id_names_before_a_name_and_a_name_before_an_alias() -> None:
    names = actor_names(Chronology(title="T", actors=ACTORS, events=()))

    assert (names["state"], names["clerk"], names["capital"], names["office"]) == ("state", "clerk", "state", "office")
    assert "Capital" not in names


def test_the_first_of_two_that_share_a_name_has_it() -> None:
    twins = {name: Actor(name="Twin", kind="person", aliases=("Two",)) for name in ("x", "y")}

    names = actor_names(Chronology(title="T", actors=twins, events=()))

    assert names == {"x": "x", "y": "y", "twin": "x", "two": "x"}


def test_an_actor_is_read_by_name_and_one_that_nobody_declares_by_id() -> None:
    assert (actor_name(ACTORS, "clerk"), actor_name(ACTORS, "nobody")) == ("Clerk", "nobody")
