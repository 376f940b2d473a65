"""Figures: bars use the width at every size, names are whole, what was cut is said."""

import re
from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from drawings import TODAY, key_last
from golden import frozen
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure, Proposition
from relations_cli.query.answer import Answer
from relations_cli.query.figures import figures
from relations_cli.query.query import Query
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

REAL = frozen()


def drawn(
    width: int,
    chronology: Chronology = REAL,
    measure: str = "troops",
    limit: int | None = None,
    view: str = "one scale",
    **question: Any,
) -> list[str]:
    answer = figures(chronology, Query.of(today=TODAY, limit=limit, **question), of=measure)
    return key_last(view_named(view, answer)(Screen(terminal=True, width=width, colour=False)))


def subjects(measure: str, **question: Any) -> list[str]:
    """What the figures are about, in the order of the first of each."""
    answer: Answer[Any] = figures(REAL, Query.of(today=TODAY, **question), of=measure)
    return list(dict.fromkeys(row.row.subject.text for row in answer))


def given(*numbers: tuple[int | None, int | None]) -> Chronology:
    claims = [Claim(by="a", stance="asserts", figures=(Figure(of="m", low=low, high=high),)) for low, high in numbers]
    event = Event(id="e", date="2024", title="E", claims=tuple(claims))
    return Chronology(title="", actors={"a": Actor(name="Ann", kind="person")}, events=(event,))


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_the_largest_figure_reaches_the_edge_and_bars_have_twenty_cells_at_least(width: int) -> None:
    lines = drawn(width)
    ends = [cell_len(line) for line in lines if "●" in line]
    starts = [line.index("┄") for line in lines if "┄" in line]

    assert max(ends) == width
    assert width - starts[0] >= 20
    assert len(set(starts)) == 1


@pytest.mark.parametrize("view", ["one scale", "figures"])
@pytest.mark.parametrize("width", [100, 140])
def test_a_name_that_fits_takes_one_line(width: int, view: str) -> None:
    rows = figures(REAL, Query.of(today=TODAY), of="killed").rows
    lines = drawn(width, measure="killed", view=view)
    bars = [line for line in lines if re.search("[●├◂]", line)]

    assert len(bars) == len(rows)
    assert all(re.search(r"\d{4} ", line) for line in bars)


def test_a_subject_has_its_text_as_heading_and_a_scale_of_its_own() -> None:
    lines = drawn(100, measure="killed", view="figures")
    heading = lines.index("A North Korean torpedo sank the corvette Cheonan")

    assert lines[:2] == ["Killed", ""]
    assert [line.split()[0] for line in lines[heading + 1 : heading + 3]] == ["20", "0"]
    assert lines[heading + 2].endswith(" 46")
    assert cell_len(lines[heading + 1]) == cell_len(lines[heading + 2]) == 100
    assert lines[heading + 3] == ""
    assert len([line for line in lines if re.fullmatch(r" +0 +[\d,]+", line)]) == len(subjects("killed"))


def test_a_proposition_and_an_event_of_one_id_are_two() -> None:
    said = (Claim(by="a", stance="asserts", figures=(Figure(of="m", low=1, high=1),)),)
    event = Event(id="p", date="2024", title="It happens", claims=said, propositions=("p",))
    known = Chronology(title="", events=(event,), propositions={"p": Proposition(text="It is so", claims=said)})
    lines = drawn(80, known, "m", view="figures")

    assert [line for line in lines if line in ("It happens", "It is so")] == ["It is so", "It happens"]


def test_subjects_stand_in_the_order_of_the_rows_and_a_figure_under_its_own() -> None:
    texts = subjects("troops", reverse=True)
    lines = drawn(200, view="figures", reverse=True)

    assert [line for line in lines if line in texts] == texts
    under = lines[lines.index(texts[0]) + 1 :]
    assert [line.split()[:3] for line in under[:2]] == [["28", "Sep", "2026"], ["20", "Aug", "2026"]]


def test_of_one_scale_everything_stands_in_one_list() -> None:
    lines = drawn(100, measure="killed")

    assert len([line for line in lines if re.fullmatch(r" +0 +[\d,]+", line)]) == 1
    assert "A North Korean torpedo sank the corvette Cheonan" not in lines


@pytest.mark.parametrize("view", ["one scale", "figures"])
def test_the_legend_has_the_stances_that_are_shown(view: str) -> None:
    assert "? asserts   + corroborates   ✓ confirms" in drawn(80, measure="killed", view=view)
    assert "? asserts" in drawn(80, given((1, 1)), "m", view=view)


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


@pytest.mark.parametrize("least", [1, 40, 90, 99])
def test_an_arrow_near_the_edge_stays_on_the_screen(least: int) -> None:
    for width in (20, 40, 80):
        assert max(map(cell_len, drawn(width, given((least, None), (100, 100)), "m"))) <= width


def test_a_figure_without_numbers_has_no_bar() -> None:
    assert drawn(80, given((None, None)), "m")[1].split() == ["undated", "Ann", "?", "?"]


def test_a_scale_of_noughts_has_them_at_its_beginning() -> None:
    _, bar, scale, *_ = drawn(80, given((0, 0)), "m")

    assert bar.index("●") == scale.index("0")


def test_beside_a_bar_beneath_names_have_a_column_from_twelve_cells_on() -> None:
    assert drawn(27, given((5, 5)), "m")[1] == "undated  Ann           5  ?"
    assert drawn(26, given((5, 5)), "m")[1] == "undated  Ann  5  ?"


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
