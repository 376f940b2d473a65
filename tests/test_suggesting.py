"""The nearest names to a wrong one."""

import pytest

from relations_cli.errors import UsageError
from relations_cli.suggesting import Nearest, did_you_mean, nearest, one_of, unknown


def test_the_nearest_are_alike_by_letters_then_those_that_hold_the_word() -> None:
    assert nearest("SANCTION", ["un", "Sanctions", "un-sanctions"]) == ["Sanctions", "un-sanctions"]
    assert nearest("aid", ["food-aid", "raid", "un"], most=1) == ["raid"]
    assert nearest("a", ["abc"]) == []
    assert nearest("zzz", ["un"]) == []


def test_a_question_offers_them_on_one_line() -> None:
    assert did_you_mean(["a", "b\nc"]) == "did you mean a or b c?"
    assert did_you_mean([]) == ""


def test_an_unknown_value_comes_with_the_nearest_or_the_listing() -> None:
    near = unknown("tags", "sanctoins", ["sanctions"], "`x`")
    assert str(near) == "tags: there is no 'sanctoins': did you mean sanctions?"
    assert str(unknown("tags", "zzz", ["sanctions"], "`x`")) == "tags: there is no 'zzz': `x` lists them"


def test_a_choice_is_found_blind_to_case_or_refused_with_all_of_them() -> None:
    assert one_of("order", "RANK", ("rank", "date")) == "rank"
    with pytest.raises(UsageError, match=r"order: there is no 'zzz': it is one of rank, date"):
        one_of("order", "zzz", ("rank", "date"))
    with pytest.raises(UsageError, match=r"order: there is no 'dat': did you mean date\?"):
        one_of("order", "dat", ("rank", "date"))


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
    assert str(unknown("tags", "oill", ["oil", "soil"], "`x`")) == "tags: there is no 'oill': did you mean oil or soil?"
    assert str(unknown("tags", "a\x1bc", ["a\x1bb\tc"], "`x`")) == (
        "tags: there is no 'a\\x1bc': did you mean a\\x1bb c?"
    )


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


def test_for_the_many_wrong_names_of_a_file_the_comparing_has_an_end() -> None:
    known = [f"name{at}" for at in range(100)]
    near = Nearest(250)

    assert near.to("nam1", known, "tag") == nearest("nam1", known)
    assert near.to("nam2", known, "tag") == nearest("nam2", known)
    assert near.to("nam3", known, "tag") == []
    assert near.to("nam1", known, "tag") == nearest("nam1", known), "what was found stays"
    assert Nearest(100).to("n" * 16, known) == [], "what is twice as long takes four times as long"
    assert Nearest(100).to("nam1", known) != []
