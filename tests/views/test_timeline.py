"""The drawn timeline: bars and their ends, headings, silences, order, and what it says it leaves out."""

from collections.abc import Iterable
from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

import relations_cli
from drawings import key_last
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.around import around
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.views.named import view_named
from relations_cli.views.type_letters import type_letters

SCREEN = Screen(terminal=True, width=80, colour=False)


def chronology(*dates: str | None, **event: Any) -> Chronology:
    """Events of those dates, titled ``1``, ``2`` and so on."""
    return Chronology(
        title="Made up",
        events=tuple(Event(id=f"e{n}", date=date, title=f"<{n}>", **event) for n, date in enumerate(dates, 1)),
    )


def timeline(known: Chronology, screen: Screen = SCREEN, **question: Any) -> list[str]:
    return key_last(view_named("timeline", select(known, Query.of(**question)))(screen))


def line_of(number: int, lines: Iterable[str]) -> str:
    return next(line for line in lines if f"<{number}>" in line)


def bar(number: int, lines: Iterable[str]) -> str:
    """What stands between the mark of an event and the letter of its type, which is missing."""
    after = line_of(number, lines).replace("●", "○").partition("○")[2]
    return after.partition(" - ")[0].strip()


def test_as_many_bars_stand_side_by_side_as_the_width_bears() -> None:
    known = chronology(*[f"2000-01-{day:02d}/2001" for day in range(1, 8)], "2000-06-01")

    lines = timeline(known)

    assert bar(8, lines) == "╰" * 7
    assert not any("no bar" in line for line in lines)


def test_an_interval_without_room_has_a_sign_where_it_would_begin_and_is_counted() -> None:
    known = chronology(*[f"2000-01-{day:02d}/2001" for day in range(1, 31)], "2000-06-01")

    lines = timeline(known, replace(SCREEN, width=60))

    drawn = len(bar(31, lines))
    assert drawn > 4
    assert "…" not in bar(drawn, lines)
    assert bar(drawn + 1, lines).endswith("…")
    assert bar(30, lines).endswith("…")
    assert lines[-2] == f"… {30 - drawn} intervals have no bar, for want of room"
    assert max(map(cell_len, lines)) <= 60


def test_a_bar_that_ends_where_another_begins_keeps_its_end_and_leaves_its_column_to_the_next() -> None:
    known = chronology(
        "2000-01-01/2000-03-01", "2000-02-01/2000-05-01", "2000-04-01", "2000-06-01/2000-08-01", "2000-07-01"
    )

    lines = timeline(known)

    assert [bar(number, lines) for number in range(1, 6)] == ["╭", "╰╭", "╰", "╭", "╰"]


@pytest.mark.parametrize(
    ("date", "sign", "meaning"),
    [
        ("2022/..", "↓", "goes on"),
        ("2022-05-06/", "⇣", "end unknown"),
        ("../1999", "↑", "began earlier"),
        ("/1999-05-06", "⇡", "start unknown"),
    ],
)
def test_an_end_that_is_no_day_has_a_sign_even_where_nothing_lies_inside(date: str, sign: str, meaning: str) -> None:
    lines = timeline(chronology(date))

    assert sign == bar(1, lines)
    assert any(f"{sign} {meaning}" in line for line in lines)


@pytest.mark.parametrize(("date", "first", "last"), [("2022/", "╭", "⇣"), ("/2022", "⇡", "╰"), ("2022/..", "╭", "↓")])
def test_an_end_that_is_no_day_closes_the_bar_of_what_lies_inside(date: str, first: str, last: str) -> None:
    lines = timeline(chronology(date, "2022-03-01", "2022-04-01"))

    assert [first, "│", last] == [bar(number, lines) for number in (1, 2, 3)]


def test_a_timeline_upside_down_turns_its_arrows_too() -> None:
    lines = timeline(chronology("2022/..", "../1999"), reverse=True)

    assert [bar(1, lines), bar(2, lines)] == ["↑", "↓"]
    assert any("↓ began earlier   ↑ goes on" in line for line in lines)


def test_what_has_no_beginning_stands_before_all_years() -> None:
    lines = timeline(chronology("1998-05-05", "../1999"))

    assert [line.split()[0] for line in lines[:4]] == ["earlier", "until", "1998", "5"]
    assert "○" in line_of(2, lines)


def test_reversed_rows_are_the_exact_reverse_and_undated_ones_stay_last() -> None:
    known = chronology(None, "2020-01-01", "2020-01-01", "2021", None)

    lines = [line for line in timeline(known, reverse=True) if "<" in line]

    assert [line.split()[-1] for line in lines] == ["<4>", "<3>", "<2>", "<5>", "<1>"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("1673", "1899", "225 years"),
        ("2000-01-31", "2002-01-01", "1 year 11 months"),
        ("2000-01-31", "2002-02-01", "2 years"),
        ("2000-02-28", "2001-02-28", "11 months"),
        ("2000-02-28", "2001-03-01", "1 year"),
        ("1903-05-01", "1923-04-03", "almost 20 years"),
        ("-0044", "0005", "48 years"),
        ("Y-100000", "2000", "101,999 years"),
    ],
)
def test_a_silence_is_as_long_as_the_calendar_says(before: str, after: str, words: str) -> None:
    # Neighbours on one day make the usual time between two rows short, so that months are notable.
    lines = timeline(chronology(before, after, after, after, after))

    assert [f"— {words} without an entry —"] == [line.split("┆ ")[1] for line in lines if "┆" in line]


def test_a_date_is_said_without_the_year_of_its_heading() -> None:
    lines = timeline(chronology("-0043-03-15", "2022-03/..", "2022~", "2023-12/2024-01"))

    said = [line_of(number, lines).split("○")[0].split("●")[0].strip() for number in (1, 2, 3, 4)]
    assert said == ["15 Mar", "from March", "c. 2022", "December 2023 –"]


def test_the_spine_is_straight_where_a_heading_is_longer_than_the_dates() -> None:
    lines = timeline(chronology("-1244-03-05", "-1243-03-05"))

    assert {lines[row].index(one) for row, one in enumerate("┤●┤●")} == {8}


def test_a_date_of_several_lines_stands_at_the_right() -> None:
    lines = timeline(chronology("[1667,1668,1670..1672]"))

    assert [line.rstrip() for line in lines[1:3]] == ["1667, 1668 or ○ -   <1>", "    1670–1672 │"]


def test_a_drawing_of_a_search_says_that_it_goes_by_date_and_who_was_cut() -> None:
    known = chronology("2020", "2021", "2022", summary="a veto")

    lines = timeline(known, text="veto", limit=2)

    assert lines[-1] == "2 of 3 events, oldest first; 1 that fit less well cut by limit"


def test_a_distance_in_days_does_not_part_and_one_in_words_keeps_its_words() -> None:
    lines = view_named(
        "timeline", around(chronology("2020-01-01", "2020-01-01", "2020-01-04"), Query.of(), names=["e1"])
    )(SCREEN)

    assert [line.split("  ")[-1].strip() for line in lines.splitlines() if "<" in line] == ["anchor", "same day", "+3d"]


def test_a_drawing_says_the_order_of_time_whatever_its_rows_were_sorted_by() -> None:
    known = chronology("2020", "2021")
    sorted_by_title = relations_cli.ask("list", known, order="title", reverse=True)

    for view in ("timeline", "lanes"):
        more = {"by": "type"} if view == "lanes" else {}
        assert "latest first" in view_named(view, sorted_by_title, **more)(SCREEN)
    found = relations_cli.ask("search", known, text="1 OR 2", order="title", reverse=True)
    assert "latest first" in view_named("timeline", found)(SCREEN)
    assert "by title, in reverse" in view_named("table", sorted_by_title)(SCREEN)
    as_typed = view_named("table", relations_cli.ask("list", known, order="title\n"))(SCREEN)
    assert "by title" in as_typed.splitlines()[-1]
    best = relations_cli.ask("search", known, text="1 OR 2", order="title", limit=1)
    assert "1 that fit less well cut" in view_named("table", best)(SCREEN)


def test_a_wide_screen_shows_the_tags_that_fit_beside_the_title_and_counts_the_others() -> None:
    known = chronology("2020-01-01", tags=("one", "two", "x" * 90, "four"))

    assert line_of(1, timeline(known, replace(SCREEN, width=120))).endswith("<1>  #one #two +2")
    assert line_of(1, timeline(known, replace(SCREEN, width=200))).endswith("x #four")
    assert line_of(1, timeline(known, replace(SCREEN, width=100))).endswith("<1>")


def test_what_has_no_type_is_told_from_a_type_called_other() -> None:
    known = Chronology(
        title="T", events=(Event(id="a", date="2020", title="x", type="other"), Event(id="b", date="2020", title="y"))
    )

    assert "O other   - no type" in timeline(known)


def test_types_beyond_the_alphabet_share_a_sign_and_are_counted() -> None:
    events = tuple(Event(id=f"e{n}", date="2020-01-01", title="t", type=f"t{n}") for n in range(70))

    lines = timeline(Chronology(title="T", events=events))

    assert any(line.endswith("# 8 more types") for line in lines)


@pytest.mark.parametrize("width", [20, 30, 45])
@pytest.mark.parametrize("turned", [False, True])
def test_a_narrow_screen_breaks_dates_and_titles_and_no_line(width: int, *, turned: bool) -> None:
    known = chronology(*[f"2000-01-{day:02d}/2001-12" for day in range(1, 9)], "2000-09-28", "2005/..", None)

    lines = timeline(known, replace(SCREEN, width=width), reverse=turned)

    assert max(map(cell_len, lines)) <= width
    assert all(set("│┆┤●○") & set(line) for line in lines[: lines.index("")])


def test_every_sign_has_an_ascii_twin() -> None:
    known = chronology(
        "../1998", "/1999", *[f"2000-01-{day:02d}/2001" for day in range(1, 31)], None, "2005/", "2022/.."
    )

    for turned in (False, True):
        lines = timeline(known, replace(SCREEN, width=60, encoding="ascii"), reverse=turned)
        assert "\n".join(lines).isascii()


def test_titles_align_whatever_their_letters_are() -> None:
    titles = ("北朝鮮", "e\u0301le\u0301phant", "👩\u200d🚀 train", "\x1b[31m[red]a\nb")
    events = tuple(Event(id=f"e{n}", date="2020-01-01", title=title) for n, title in enumerate(titles))

    lines = timeline(Chronology(title="T", events=events))[1:5]

    assert [line[12:] for line in lines] == ["北朝鮮", "e\u0301le\u0301phant", "👩\u200d🚀 train", "\\x1b[31m[red]a b"]


def test_thousands_of_overlapping_intervals_are_drawn_each_with_a_bar_or_counted() -> None:
    known = chronology(*[f"{1000 + n // 10:04d}-{1 + n % 10:02d}/1900" for n in range(3000)], "1850")

    lines = timeline(known)

    columns = len(bar(3001, lines))
    assert f"… {3000 - columns:,} intervals have no bar, for want of room" in lines


def test_a_type_has_one_letter_and_colour_in_every_answer_of_a_chronology() -> None:
    types = {"flood": "Water", "ferry": "A ferry", "statement": "Words"}
    made = ("statement", "ferry", "ferry", "beacon", "flood", "arrest", None)
    known = Chronology(
        title="T",
        types=types,
        events=tuple(Event(id=f"e{n}", date=f"200{n}", title="E", type=name) for n, name in enumerate(made)),
    )
    every = type_letters(select(known, Query.of()))

    assert [(name, one.letter) for name, one in every.items()] == [
        ("flood", "F"), ("ferry", "E"), ("statement", "S"), ("arrest", "A"), ("beacon", "B"), ("", "-"),
    ]  # fmt: skip
    for name in filter(None, every):
        assert type_letters(select(known, Query.of(types=[name]))) == {name: every[name]}
        assert type_letters(select(known, Query.of(types=["ferry", name], reverse=True))).items() <= every.items()
