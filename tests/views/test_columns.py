"""Columns stand beside each other as long as none of them becomes a sliver; the rest goes beneath."""

import pytest
from rich.text import Text

from relations_cli.views.columns import Column, row_lines, side_by_side


def column(natural: int, least: int | None = None, *, yields: bool = False) -> Column:
    return Column("X", [], natural, natural if least is None else least, yields=yields)


@pytest.mark.parametrize(
    ("columns", "width", "expected"),
    [
        ([column(10), column(20)], 32, ([10, 20], [])),
        ([column(10), column(20)], 80, ([10, 20], [])),
        ([column(10), column(90, 40)], 80, ([10, 68], [])),
        ([column(10), column(90, 40)], 50, ([10, 0], [1])),
        ([column(10), column(20, yields=True), column(30)], 50, ([10, 0, 30], [1])),
        ([column(30, yields=True), column(8, yields=True), column(40)], 60, ([0, 8, 40], [0])),
        ([column(200)], 60, ([60], [])),
        ([column(200), column(300)], 60, ([60, 0], [1])),
        ([column(90, 20), column(90, 20)], 62, ([30, 30], [])),
    ],
)
def test_what_yields_goes_beneath_first_then_what_needs_most_and_room_is_shared(
    columns: list[Column], width: int, expected: tuple[list[int], list[int]]
) -> None:
    assert side_by_side(columns, width) == expected


def test_a_row_has_as_many_lines_as_its_longest_cell_and_no_blanks_at_their_ends() -> None:
    cells = [([Text("a")], 3, False), ([Text("b"), Text("c")], 2, False), ([Text("7")], 4, True), ([Text()], 2, False)]

    assert [line.plain for line in row_lines(cells)] == ["a    b      7", "     c"]
