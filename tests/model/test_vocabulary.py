"""Names: parties, families, aliases, and the nearest to a wrong one."""

import pytest

from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Chronology
from relations_cli.model.vocabulary import (
    actor_name,
    actor_names,
    family,
    nearest,
    one_of,
    party,
    same_words,
    title_words,
    unknown,
)

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


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("sanction", ["sanctions", "un", "oil"], ["sanctions"]),
        ("SANCTION", ["Sanctions"], ["Sanctions"]),
        ("oil", ["turmoil", "soil", "x"], ["soil", "turmoil"]),
        ("il", ["turmoil"], ["turmoil"]),
        ("i", ["turmoil"], []),
        ("aaa", ["aaab", "aaac", "aaad", "aaae"], ["aaae", "aaad", "aaac"]),
        ("", ["x"], []),
        ("abcde", ["abxyz", "abcxy"], ["abcxy"]),
    ],
)
def test_the_nearest_are_alike_by_letters_or_hold_the_word(word: str, known: list[str], expected: list[str]) -> None:
    assert nearest(word, known) == expected


def test_as_many_of_the_nearest_as_asked_for_are_named() -> None:
    assert nearest("aaa", ["aaab", "xxxaaaxxxx"], most=1) == ["aaab"]
    assert nearest("aaa", ["aaab", "xxxaaaxxxx"]) == ["aaab", "xxxaaaxxxx"]
    assert nearest("aaa", ["aaab", "aaac", "aaad", "aaae"], most=4) == ["aaae", "aaad", "aaac", "aaab"]


def test_a_value_that_does_not_exist_is_told_on_one_line_with_the_nearest_or_where_all_are() -> None:
    assert unknown("tag", "oill", ["oil", "soil"], "`x`").endswith("there is no 'oill': did you mean oil or soil?")
    assert unknown("tag", "qq", ["oil"], "`x`").endswith("there is no 'qq': `x` lists them")
    assert unknown("tag", "a\x1bc", ["a\x1bb\tc"], "`x`").endswith("there is no 'a\\x1bc': did you mean a\\x1bb c?")
    assert "tag" in unknown("tag", "qq", ["oil"], "`x`")


def test_one_of_several_is_found_blind_to_case() -> None:
    assert one_of("by", "YEAR", ("year", "month")) == "year"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("yaer", "there is no 'yaer': did you mean year?"),
        ("q", "there is no 'q': it is one of year, month, moth"),
        ("onth", "there is no 'onth': did you mean month or moth?"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused_with_the_nearest_or_all(value: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        one_of("by", value, ("year", "month", "moth"))

    assert str(caught.value).endswith(reason)
    assert "by" in str(caught.value)


def test_titles_are_compared_by_their_words_blind_to_case() -> None:
    assert title_words("The Ship's bell, rung: THE end") == {"the", "ship", "s", "bell", "rung", "end"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("one two", "one two three four", True),
        ("one two", "one two three four five", False),
        ("a b c", "B C D", True),
        ("a b", "b c", False),
        ("same", "SAME", True),
        ("", "", False),
        ("", "x", False),
        ("!", "?", False),
    ],
)
def test_half_of_all_words_in_common_seem_to_tell_of_one_event(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert same_words(one, other) is alike
    assert same_words(other, one) is alike
