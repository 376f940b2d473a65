"""A line of stances: a sign a claim, dates at the ends, to scale unless it says otherwise."""

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from relations_cli.model.facts import Claim, Stance
from relations_cli.screen import Screen
from relations_cli.views.stances import stances_line

SIGNS = "?✗+✓"


def claim(date: str | None, stance: Stance = "asserts") -> Claim:
    return Claim(by="a", stance=stance, date=date)


def drawn(claims: Sequence[Claim], width: int = 80, *, unicode: bool = True) -> list[str]:
    screen = Screen(terminal=True, width=width, colour=False, encoding="utf-8" if unicode else "ascii")
    return [line.plain for line in stances_line(claims, screen, 2)]


def test_dates_stand_at_the_ends_and_the_line_between_them_is_to_scale() -> None:
    (line,) = drawn([claim("2024-01-01"), claim("2024-01-11", "denies"), claim("2024-01-31", "confirms")])

    start, between, end = line.partition("?")[0], line.partition("?")[2], line.rpartition("✓")[2]
    assert (start, end) == ("1 Jan 2024 ", " 31 Jan 2024")
    first, second = between.removesuffix("✓" + end).split("✗")
    assert set(first) == set(second) == {"─"}
    assert abs(len(second) - 2 * len(first)) <= 2


def test_stances_of_one_day_stand_side_by_side() -> None:
    assert drawn([claim("2024-01-01"), claim("2024-01-01", "denies")]) == ["1 Jan 2024 ?✗"]


def test_a_lone_early_claim_leaves_room_for_the_others_and_the_silence_says_how_long_it_was() -> None:
    (line,) = drawn([claim("1950-06-25"), *(claim(f"2024-01-{day:02d}") for day in (1, 2, 5))])

    assert "?┄ 73 years ┄?" in line
    assert line.endswith("? 5 Jan 2024")
    dashes = [len(part) for part in line.split("┄")[-1].split("?") if set(part) == {"─"}]
    assert abs(dashes[1] - 3 * dashes[0]) <= 3


def test_undated_claims_stand_before_the_line() -> None:
    assert drawn([claim(None, "denies"), claim("2024")]) == ["undated ✗  2024 ?"]
    assert drawn([claim(None), claim(None)]) == ["undated ??"]


def test_ascii() -> None:
    (line,) = drawn([claim("1950"), claim("2024-01-01"), claim("2024-01-02", "denies")], unicode=False)

    assert line.isascii()


_DATES = st.none() | st.dates().map(str)


@pytest.mark.parametrize("width", [30, 60, 140])
@given(st.lists(st.builds(claim, _DATES, st.sampled_from(get_args(Stance))), min_size=1, max_size=40))
def test_every_claim_has_its_sign_and_no_line_is_too_wide(width: int, claims: list[Claim]) -> None:
    lines = drawn(claims, width)

    assert sum("".join(lines).count(sign) for sign in SIGNS) == len(claims)
    assert all(cell_len(line) <= width - 2 for line in lines)
