"""What a query makes of what people type, and what it refuses."""

import pytest

from relations_cli.errors import DateError, UsageError
from relations_cli.model.status import STATUSES
from relations_cli.query.query import Query, order_of
from small import TODAY, asked, refused


def test_a_query_of_nothing_asks_for_everything_in_the_order_of_time() -> None:
    assert asked() == Query(today=TODAY)
    assert (asked().order, asked().limit, asked().reverse, asked().text) == ("date", None, False, None)


def test_dates_are_read_as_people_type_them() -> None:
    query = asked(since="May 2001", until="2003", on="yesterday", years=["1930,-0044", "0000"])

    assert query.window is not None
    assert (query.window.text, query.window.spans) == ("2001-05/2003", (((2001, 5, 1), (2003, 12, 31)),))
    assert query.on is not None
    assert query.on.text == "2024-06-14"
    assert [year.text for year in query.years] == ["1930", "-0044", "0000"]


def test_the_line_break_that_a_shell_leaves_behind_a_date_is_none_of_it() -> None:
    assert asked(since="2024-05\n", on="44 BC\r\n") == asked(since="2024-05", on="44 BC")


def test_a_window_may_be_open_at_either_end() -> None:
    since, until = asked(since="2001").window, asked(until="2001").window

    assert since is not None
    assert until is not None
    assert (since.spans, until.spans) == ((((2001, 1, 1), None),), ((None, (2001, 12, 31)),))
    assert asked(since="2001", until="2001").window is not None


def test_names_are_parted_at_commas_and_groups_stay_apart() -> None:
    query = asked(
        tags=["a, b", "c"], actors=["x,y", " z "], not_tags=["d,e", "f"], types=["t,u", "v"], places=["Here, There"]
    )

    assert query.tags == (("a", "b"), ("c",))
    assert query.actors == (("x", "y"), ("z",))
    assert (query.not_tags, query.types) == (("d", "e", "f"), ("t", "u", "v"))
    assert query.places == ("Here, There",)  # a comma is part of many a place


def test_statuses_are_read_blind_to_case() -> None:
    assert asked(statuses=["Planned,DENIED", "alleged"]).statuses == ("planned", "denied", "alleged")


def test_flags_and_numbers_are_taken_as_they_are() -> None:
    query = asked(landmarks=True, starts=True, limit=0, reverse=True)

    assert (query.landmarks, query.starts, query.limit, query.reverse) == (True, True, 0, True)
    assert (asked().landmarks, asked().starts) == (False, False)


def test_the_day_of_the_question_is_the_last_of_as_of_else_today() -> None:
    assert asked().day == (2024, 6, 15)
    assert (asked(as_of="2001-02").as_of, asked(as_of="2001-02").day) == ((2001, 2, 28), (2001, 2, 28))
    assert asked(as_of="yesterday").day == (2024, 6, 14)


def test_a_search_is_ordered_by_rank_unless_another_order_is_asked_for() -> None:
    assert (asked(text="x").order, asked(text="x").text) == ("rank", "x")
    assert asked(text="").order == "rank"
    assert asked(text="x", order="date").order == "date"
    assert asked(text="x", order="date", reverse=True).reverse
    assert asked(text="x", order=" Rank ") == asked(text="x")
    assert asked(text="x", order=" DATE ") == asked(text="x", order="date")
    assert order_of(" DATE ", in_context=True) == order_of(None, in_context=True) == "date"


@pytest.mark.parametrize(
    ("typed", "month_and_day"),
    [("05-26", (5, 26)), ("02-29", (2, 29)), ("12-31", (12, 31)), ("01-01", (1, 1)), ("01", (1, None)),
     ("12", (12, None)), ("04-30", (4, 30)), ("11-30", (11, 30)), ("06-30", (6, 30)), ("09-30", (9, 30)),
     ("03-31", (3, 31)), ("05-31", (5, 31)), ("07-31", (7, 31)), ("08-31", (8, 31)), ("10-31", (10, 31)),
     ("01-31", (1, 31))],
)  # fmt: skip
def test_an_anniversary_is_a_month_or_a_day_of_one(typed: str, month_and_day: tuple[int, int | None]) -> None:
    assert asked(anniversaries=[typed]).anniversaries == (month_and_day,)


@pytest.mark.parametrize(
    "typed",
    ["13", "00", "00-01", "01-00", "01-32", "02-30", "03-32", "04-31", "05-32", "06-31", "07-32", "08-32", "09-31",
     "10-32", "11-31", "12-32", "5-26", "05-26-01", "2001-05-26", "05-", "May", "٠٥"],
)  # fmt: skip
def test_what_is_no_day_of_a_year_is_refused(typed: str) -> None:
    with refused(f"'{typed}' is no day of a year: write MM-DD, or MM for the whole month"):
        asked(anniversaries=[typed])


def test_several_anniversaries_are_parted_at_commas() -> None:
    assert asked(anniversaries=["05-26,06", "07"]).anniversaries == ((5, 26), (6, None), (7, None))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20222", "did you mean 2022?"),
        ("1900x", "did you mean 1900?"),
        ("2100x", "did you mean 2100?"),
        ("2101x", "did you mean 2100?"),
        ("1x99", "did you mean 1999?"),
        ("nineteen", "write YYYY"),
        ("٢٠٢٢", "write YYYY"),
    ],
)
def test_what_is_no_year_is_refused_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(DateError) as caught:
        asked(years=[typed])

    assert f" is no year: {meant} (on, since and until take other dates)" in str(caught.value)
    assert str(caught.value).startswith("years: ")
    assert caught.value.value == typed


@pytest.mark.parametrize("parameter", ["since", "until", "on", "as_of"])
def test_a_date_that_cannot_be_read_is_refused_with_its_parameter(parameter: str) -> None:
    with pytest.raises(DateError, match=f"^{parameter}: .*2024-13"):
        asked(**{parameter: "2024-13"})


@pytest.mark.parametrize("parameter", ["since", "until", "on", "as_of"])
def test_a_date_that_says_no_day_is_refused(parameter: str) -> None:
    with refused("'XXXX' says no day: write YYYY, YYYY-MM or YYYY-MM-DD", DateError, parameter=parameter):
        asked(**{parameter: "XXXX"})


def test_as_of_needs_a_last_day() -> None:
    with refused("'2024..' has no last day: give a day, a month or a year", DateError, parameter="as_of"):
        asked(as_of="2024..")


def test_since_after_until_is_refused() -> None:
    with refused("since 2002 is after until 2001: swap them", DateError):
        asked(since="2002", until="2001")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ({"order": "rank"}, "order rank: only a search has a rank: use `timeline search`, or order date"),
        (
            {"text": "x", "reverse": True},
            "reverse: hits stand best first: add order date to reverse the order in time",
        ),
        (
            {"text": "x", "order": "rank", "reverse": True},
            "reverse: hits stand best first: add order date to reverse the order in time",
        ),
        ({"limit": -1}, "limit: -1 is less than none: give a number from 0"),
        ({"statuses": ["aleged"]}, "statuses: there is no 'aleged': did you mean alleged?"),
        (
            {"statuses": ["x"]},
            f"statuses: there is no 'x': it is one of {', '.join(STATUSES)}",
        ),
    ],
)
def test_what_does_not_go_together_or_does_not_exist_is_refused(question: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked(**question)

    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("parameter", "typed"),
    [("tags", ["un,,oil"]), ("tags", [""]), ("not_tags", [","]), ("actors", ["a, "]), ("types", ["t,"]),
     ("about", [""]), ("statuses", [""]), ("years", ["2001,"]), ("anniversaries", [""])],
)  # fmt: skip
def test_an_empty_name_is_refused_with_its_parameter(parameter: str, typed: list[str]) -> None:
    with refused("an empty name: give one, or several with commas between", parameter=parameter):
        asked(**{parameter: typed})
