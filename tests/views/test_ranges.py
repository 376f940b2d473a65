"""Figures: bars use the width at every size, names are whole, what was cut is said."""

import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from drawings import TODAY, key_last
from golden import frozen
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure
from relations_cli.query.figures import figures
from relations_cli.query.query import Query
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

REAL = frozen()


def drawn(width: int, chronology: Chronology = REAL, measure: str = "troops", limit: int | None = None) -> list[str]:
    answer = figures(chronology, Query.of(today=TODAY, limit=limit), of=measure)
    return key_last(view_named("figures", answer)(Screen(terminal=True, width=width, colour=False)))


def given(*numbers: tuple[int | None, int | None]) -> Chronology:
    claims = [Claim(by="a", stance="asserts", figures=(Figure(of="m", low=low, high=high),)) for low, high in numbers]
    event = Event(id="e", date="2024", title="E", claims=tuple(claims))
    return Chronology(title="", actors={"a": Actor(name="Ann", kind="person")}, events=(event,))


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_the_largest_figure_reaches_the_edge_and_bars_have_forty_cells_at_least(width: int) -> None:
    lines = drawn(width)
    ends = [cell_len(line) for line in lines if "●" in line]
    starts = [line.index("┄") for line in lines if "┄" in line]

    assert max(ends) == width
    assert width - starts[0] >= 40
    assert len(set(starts)) == 1


def test_at_60_a_long_name_goes_on_in_the_next_line() -> None:
    shown = "\n".join(drawn(60))

    assert "…" not in shown
    assert re.search(r"National Intelligence .*\n +Service \(South Korea\)\n", shown)


def test_what_the_limit_cut_is_said() -> None:
    everything = len(figures(REAL, Query.of(today=TODAY), of="troops").rows)

    assert drawn(80, limit=3)[-1] == f"{everything - 3} more cut by limit"
    assert "limit" not in drawn(80)[-1]


def test_open_ends_have_an_arrow_on_their_side_even_at_the_edge() -> None:
    least, most, both, one = drawn(80, given((100, None), (None, 100), (50, 100), (50, 50)), "m")[1:5]

    assert least.endswith("├───▸")
    assert most.endswith("◂───┤")
    assert both.rstrip("─┤").endswith("├")
    assert one.endswith("●")
    assert cell_len(least) == 80
    assert most.index("┤") == both.index("┤") == least.index("├")
    assert one.index("●") == both.index("├")


def test_a_figure_without_numbers_has_no_bar() -> None:
    assert drawn(80, given((None, None)), "m")[1].split() == ["undated", "Ann", "?", "?"]


def test_a_scale_over_three_orders_is_logarithmic_and_says_so() -> None:
    assert "logarithmic" in drawn(80, given((1, 1), (1000, 1000)), "m")[3]
    assert "logarithmic" not in drawn(80, given((1, 1), (999, 999)), "m")[3]
    assert "logarithmic" not in drawn(80, given((0, 0), (1000, 1000)), "m")[3]


def test_names_of_the_data_are_text() -> None:
    ann = Actor(name="[b]\x1b[31m" + "n" * 80, kind="person")

    for width in (30, 60, 140):
        shown = "\n".join(drawn(width, replace(given((5, 5)), actors={"a": ann}), "m"))
        assert "[b]\\x1b[31m" in shown.replace("\n", "")
        assert max(map(cell_len, shown.splitlines())) <= width
