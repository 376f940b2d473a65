"""On what a status rests, in words."""

from typing import Any

import pytest

from relations_cli.dates import Day
from relations_cli.model.facts import Actor, Claim, Figure
from relations_cli.model.wording import date_labels, lag_text, said_text, standing_text

ACTORS = {name: Actor(name=name.upper(), kind="person") for name in "abcde"}


def ground(by: str, date: str, day: Day) -> tuple[Claim, Day | None]:
    return Claim(by=by, stance="confirms", date=date), day


FIRST, SECOND = (2025, 4, 26), (2025, 4, 28)


def test_the_day_belongs_to_those_who_spoke_on_it() -> None:
    a, b = ground("a", "2025-04-26", FIRST), ground("b", "2025-04-28", SECOND)

    assert standing_text("confirmed", (), ACTORS, [a]) == "confirmed: A since 26 Apr 2025"
    assert standing_text("confirmed", ("e",), ACTORS, [a, b]) == (
        "confirmed: A since 26 Apr 2025, later B; denied by E"
    )
    same = ground("b", "2025-04-26", FIRST)
    assert standing_text("confirmed", (), ACTORS, [a, same]) == "confirmed: A, B since 26 Apr 2025"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({}, ""), ({"note": "N."}, "N."), ({"quote": "Q"}, "“Q”"), ({"note": "N.", "quote": "Q"}, "N. “Q”"),
        ({"quote": "Q", "figures": (Figure(of="killed", low=3, high=3),)}, "(killed 3) “Q”"),
    ],
)  # fmt: skip
def test_what_was_said_is_the_note_the_figures_and_the_quoted_words(said: dict[str, Any], text: str) -> None:
    assert said_text(Claim(by="a", stance="asserts", **said)) == text


def test_who_says_it_again_is_named_once_and_the_rest_counted() -> None:
    a = ground("a", "2025-04-26", FIRST)
    later = [ground(one, "2025-04-28", SECOND) for one in "abcde"]

    assert standing_text("confirmed", (), ACTORS, [a, *later]) == (
        "confirmed: A since 26 Apr 2025, later B, C and 2 more"
    )


def test_a_denial_names_who_denies() -> None:
    assert standing_text("denied", ("a", "b"), ACTORS) == "denied by A, B"
    assert standing_text("uncontested", (), ACTORS) == "uncontested"


def test_dates_below_each_other_are_equally_wide_unless_one_is_very_long() -> None:
    assert date_labels([None, "2024-10-08"]) == ["undated      ", "8 Oct 2024   "]
    assert date_labels(["2024", "2024-12-16/2024-12-17"]) == ["2024           ", "16–17 Dec 2024 "]
    assert date_labels(["2024", "1948-09-18/1948-12"]) == ["2024         ", "18 Sep 1948 – December 1948 "]


def test_no_day_later_is_at_once() -> None:
    assert [lag_text(days) for days in (0, 1, 1200)] == ["at once", "after 1 day", "after 1,200 days"]
