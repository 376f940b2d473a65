"""Problems on a terminal: coloured, broken between words alone; in a pipe a line each, as compilers write them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from hostile import live, ran, texts
from program import Write
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.memory import Memory
from relations_cli.query.table import Table
from relations_cli.screen import Screen
from relations_cli.validation.problems import Problem
from relations_cli.views.problems import problems
from small import asked

BAD = f"date,title\n31/31/2024,A visit\nsomeday soon or rather later, but not before the summer,{'会议' * 40}\n"
LONG = "https://example.org/an/address-that-is/longer.than?any=line-of-a-terminal&that=is-usual/"


def drawn(*rows: Problem, **screen: object) -> str:
    nothing = Memory(Chronology(title="", events=()))
    answer = Answer(store=nothing, query=asked(), table=Table({}, (), ()), rows=rows, searched=1)
    return problems(answer)(Screen(**{"terminal": True, "width": 60, "colour": False} | screen))  # type: ignore[arg-type]


def problem(reason: str, file: str = "x.json", place: str = "$.events[3].date") -> Problem:
    return Problem(file=file, line=12, column=7, severity="error", reason=reason, place=place)


@pytest.mark.parametrize("width", ["20", "60", "80", "140", "200"])
def test_lines_break_between_words_and_say_what_a_pipe_says(write: Write, width: str) -> None:
    path = write("bad.csv", BAD)
    piped = ran("validate", path)
    shown = ran("validate", path, "--color", "never", terminal=True, COLUMNS=width)

    assert piped.code == shown.code == 2
    assert len(piped.out.splitlines()) == 2
    assert " ".join(shown.out.split()) == " ".join(piped.out.split())
    for line in shown.out.splitlines():
        assert cell_len(line) <= int(width) or len(line.split()) == 1


def test_what_is_longer_than_a_line_stays_whole() -> None:
    shown = drawn(problem(f"see {LONG} and mend it"), width=40)

    assert shown == f"x.json:12:7: error: see\n    {LONG}\n    and mend it @ $.events[3].date\n"


def test_words_that_fit_to_the_cell_stay_on_the_line() -> None:
    row = problem("no", place="")

    assert drawn(row, width=22) == "x.json:12:7: error: no\n"
    assert drawn(row, width=21) == "x.json:12:7: error:\n    no\n"


def test_a_place_goes_with_its_sign() -> None:
    assert drawn(problem("no"), width=24) == "x.json:12:7: error: no\n    @ $.events[3].date\n"


def test_severities_are_coloured_and_words_without_colour() -> None:
    row, warning = problem("no"), Problem(file="x", line=1, column=1, severity="warning", reason="maybe", place="")
    coloured = drawn(row, warning, colour=True)

    assert (
        "\x1b[1mx.json:12:7:\x1b[0m\x1b[38;5;160m error:\x1b[0m no\x1b[38;5;243m @ $.events[3].date\x1b[0m" in coloured
    )
    assert "\x1b[38;5;166m warning:\x1b[0m maybe" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == drawn(row, warning)
    unseen = drawn(row, warning, terminal=False, colour=True)
    assert (unseen.count("\n"), "\x1b[38;5;160m error:" in unseen) == (2, True)


@settings(max_examples=50)
@given(st.lists(texts, min_size=1, max_size=6).map(" ".join), st.sampled_from([20, 60, 80]))
def test_any_reason_is_text_whose_words_stay_whole(reason: str, width: int) -> None:
    row = problem(reason)
    shown = drawn(row, width=width)

    assert live(shown) == []
    assert " ".join(shown.split()) == " ".join(drawn(row, terminal=False).split())
    assert drawn(row, width=width, encoding="ascii").isascii()
