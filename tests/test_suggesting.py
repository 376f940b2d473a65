"""The nearest names to a wrong one."""

import pytest

from relations_cli.errors import UsageError
from relations_cli.suggesting import did_you_mean, nearest, one_of, unknown


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
