"""What can be asked of a date: overlap, order, edges, running intervals, windows, distance."""

import datetime
import itertools
import subprocess
import sys

import pytest

from relations_cli.dates import Day, FuzzyDate, parse_edtf, parse_typed
from relations_cli.errors import DateError
from touching import months_of, years_of


def window(since: str | None, until: str | None) -> FuzzyDate:
    return FuzzyDate.between(parse_edtf(since) if since else None, parse_edtf(until) if until else None)


class TestFilters:
    """The table of dates.md: which events a query finds."""

    @pytest.mark.parametrize(
        ("date", "since", "until", "of_year", "first"),
        [
            ("2006-10-14/2017-12-22", False, True, True, (2006, 10, 14)),
            ("2022/..", True, False, False, (2022, 1, 1)),
            ("2022/", True, False, False, (2022, 1, 1)),
            ("201X", False, True, True, (2010, 1, 1)),
            ("2021-24", True, True, False, (2021, 12, 1)),
            ("2022~", True, False, False, (2022, 1, 1)),
        ],
    )
    def test_overlap_decides(self, date: str, first: Day, *, since: bool, until: bool, of_year: bool) -> None:
        event = parse_edtf(date)

        assert (since, until, of_year, first) == (
            event.overlaps(window("2022", None)),
            event.overlaps(window(None, "2021")),
            event.overlaps(parse_edtf("2012")),
            event.first_day,
        )

    def test_talks_that_last_for_years_do_not_start_in_one_between(self) -> None:
        assert not parse_edtf("2006-10-14/2017-12-22").starts_in(parse_edtf("2012"))

    def test_open_end_matches_every_later_query_and_an_unknown_one_does_not(self) -> None:
        assert parse_edtf("2022/..").overlaps(window("2030", None))
        assert not parse_edtf("2022/").overlaps(window("2023", None))

    @pytest.mark.parametrize(
        ("one", "other", "meet"),
        [
            ("2000-07", "2000-07-15/..", True),
            ("2024-06", "../2024-06-01", True),
            ("2024-06-30", "2024-07", False),
            ("[1667,1668,1670..1672]", "1669", False),
            ("[1667,1668,1670..1672]", "1671", True),
            ("[..1984,1990]", "1900", True),
            ("[..1984,1990]", "1987", False),
            ("[1667,1669]", "{1668,1669-05}", True),
            ("/2004", "2003", False),
            ("/2004", "2004", True),
            ("../2004", "-5000", True),
            ("XXXX", "2004", False),
            ("XXXX", "XXXX", False),
            ("XXXX-12-XX", "../..", False),
            ("Y170000002", "2022/..", True),
            ("Y-17E7", "2022/..", False),
            ("-0044", "../0000", True),
        ],
    )
    def test_overlap_is_symmetric(self, one: str, other: str, *, meet: bool) -> None:
        first = parse_edtf(one)
        second = window(None, None) if other == "../.." else parse_edtf(other)

        assert meet == first.overlaps(second)
        assert meet == second.overlaps(first)

    @pytest.mark.parametrize(
        ("date", "asked", "starts"),
        [
            ("2022-03", "2022", True),
            ("2021-24", "2022", False),
            ("2022/..", "2022", True),
            ("../2022", "2022", False),
            ("/2022", "2022", True),
            ("XXXX", "2022", False),
            ("[1667,1670]", "1667", True),
            ("[1667,1670]", "1670", False),
            ("2000-07-04", "[1999,2000-07]", True),
            ("2000-08-04", "[1999,2000-07]", False),
            ("2022", "XXXX", False),
        ],
    )
    def test_starts_in_looks_at_the_first_day(self, date: str, asked: str, *, starts: bool) -> None:
        assert starts == parse_edtf(date).starts_in(parse_edtf(asked))


class TestOrder:
    ORDERED = (
        "../2004",
        "[..2005]",
        "Y-17E7",
        "-1985-04-12",
        "-1985",
        "0000",
        "2000-07-01",
        "2000-07",
        "2000-21",
        "Y170000002",
        "XXXX",
    )

    def test_more_precise_comes_first_on_a_shared_start(self) -> None:
        texts = ["2022/..", "2000-07", "2000-07-01", "../2004", "2000", "2022/", "2022", "XXXX", "2022-01-01", "../.."]
        dates = [window(None, None) if text == "../.." else parse_edtf(text) for text in texts]

        ordered = [date.text for date in sorted(dates, key=lambda date: date.sort_key)]

        assert ordered == [
            "../2004",
            "../..",
            "2000",
            "2000-07-01",
            "2000-07",
            "2022-01-01",
            "2022/",
            "2022",
            "2022/..",
            "XXXX",
        ]

    def test_any_two_dates_compare(self) -> None:
        keys = [parse_edtf(text).sort_key for text in self.ORDERED]

        for one, other in itertools.product(keys, repeat=2):
            assert (one < other) + (one > other) + (one == other) == 1

    def test_equal_bounds_keep_the_order_of_the_file(self) -> None:
        texts = ["2022?", "2022", "2022~", "2022/2022"]

        assert texts == [date.text for date in sorted(map(parse_edtf, texts), key=lambda date: date.sort_key)]

    def test_all_undated_are_equal_and_last(self) -> None:
        assert parse_edtf("XXXX").sort_key == parse_edtf("XX22-01-01").sort_key
        assert parse_edtf("XXXX").sort_key > parse_edtf("Y170000002/..").sort_key


class TestEdges:
    @pytest.mark.parametrize(
        ("text", "first", "last", "last_start"),
        [
            ("2022", (2022, 1, 1), (2022, 12, 31), (2022, 12, 31)),
            ("2020-02", (2020, 2, 1), (2020, 2, 29), (2020, 2, 29)),
            ("2023-09-10/2023-09-19", (2023, 9, 10), (2023, 9, 19), (2023, 9, 10)),
            ("2022-07/2022-09", (2022, 7, 1), (2022, 9, 30), (2022, 7, 31)),
            ("2022/..", (2022, 1, 1), None, (2022, 12, 31)),
            ("2022/", (2022, 1, 1), (2022, 12, 31), (2022, 12, 31)),
            ("/2022", (2022, 1, 1), (2022, 12, 31), None),
            ("../2022", None, (2022, 12, 31), None),
            ("[1667,1668-05,1668-02]", (1667, 1, 1), (1668, 5, 31), (1668, 5, 31)),
            ("[1667,1670..1672]", (1667, 1, 1), (1672, 12, 31), (1670, 12, 31)),
            ("[..1984,1990]", None, (1990, 12, 31), None),
            ("[1760..]", (1760, 1, 1), None, (1760, 12, 31)),
            ("XXXX-12-25", None, None, None),
        ],
    )
    def test_first_and_last_day_and_last_start(
        self, text: str, first: Day | None, last: Day | None, last_start: Day | None
    ) -> None:
        date = parse_edtf(text)

        assert (first, last, last_start) == (date.first_day, date.last_day, date.last_start)

    def test_undated_keeps_its_bounds(self) -> None:
        date = parse_edtf("XXXX-12-XX")

        assert (date.lower, date.upper) == ((0, 12, 1), (9999, 12, 31))

    @pytest.mark.parametrize(
        ("text", "month", "day", "begins"),
        [
            ("2022-05-09", 5, 9, True),
            ("2022-05-09", 5, None, True),
            ("2022-05-09", 5, 10, False),
            ("2022-05-09", 9, 5, False),
            ("2022-05-09~", 5, 9, True),
            ("2022-05", 5, None, True),
            ("2022-05", 5, 1, False),
            ("2022", 1, None, False),
            ("2022", 1, 1, False),
            ("2022-21", 3, None, False),
            ("2022-33", 1, None, False),
            ("202X", 1, None, False),
            ("1985-04-XX", 4, None, True),
            ("1985-04-XX", 4, 1, False),
            ("1985-XX-25", 1, None, False),
            ("156X-12-25", 12, 25, True),
            ("XXXX-12-25", 12, 25, True),
            ("2022-05-09/2023", 5, 9, True),
            ("2022/2023-05-09", 1, 1, False),
            ("2022-05/2022-06", 5, None, True),
            ("2022-05/2022-06", 6, None, False),
            ("2022-05-09/..", 5, 9, True),
            ("../2022-05-09", 5, 9, False),
            ("/2022-05-09", 5, 9, False),
            ("[2020-05-09,2021-05-09]", 5, 9, True),
            ("[2020-05-09,2021-06-09]", 5, 9, False),
            ("1985-04-12T23:20:30", 4, 12, True),
            ("2024-02-29", 2, 29, True),
        ],
    )
    def test_begins_on_is_sure_of_it(self, text: str, month: int, day: int | None, *, begins: bool) -> None:
        assert begins == parse_edtf(text).begins_on(month, day)

    def test_week_begins_in_its_month_and_on_no_day(self) -> None:
        week = parse_typed("2024-W23", today=datetime.date(2026, 11, 23))

        assert week.begins_on(6, None)
        assert not week.begins_on(6, 3)


class TestRunning:
    def test_interval_that_has_begun_is_running(self) -> None:
        date = parse_edtf("2023-09-10/2023-09-19").as_of((2023, 9, 12))

        assert (
            date.text,
            date.lower,
            date.upper,
            date.upper_kind,
            str(date),
        ) == ("2023-09-10/..", (2023, 9, 10), None, "running", "from 10 Sep 2023, under way")
        assert date.last_day == (2023, 9, 12)
        assert date.overlaps(parse_edtf("2023-09-12"))
        assert not date.overlaps(parse_edtf("2023-09-13"))

    def test_it_runs_from_its_first_day_to_the_day_before_its_last(self) -> None:
        date = parse_edtf("2023-09-10/2023-09-19")

        assert date.as_of((2023, 9, 9)) is date
        assert date.as_of((2023, 9, 10)).upper_kind == "running"
        assert date.as_of((2023, 9, 18)).upper_kind == "running"
        assert date.as_of((2023, 9, 19)) is date

    def test_open_end_lies_later_than_any_day(self) -> None:
        date = parse_edtf("2022/..").as_of((2023, 9, 12))

        assert (date.upper_kind, date.last_day, str(date)) == ("running", (2023, 9, 12), "from 2022, under way")

    def test_qualifier_of_the_end_is_not_known_yet(self) -> None:
        date = parse_edtf("2022~/2024?").as_of((2023, 1, 1))

        assert (date.text, date.qualifier) == ("2022~/..", "approximate")

    @pytest.mark.parametrize("text", ["2022", "2022-24", "2022/", "/2024", "../2024", "[2022..2024]", "XXXX/2024"])
    def test_any_other_date_is_unchanged(self, text: str) -> None:
        date = parse_edtf(text)

        assert date.as_of((2022, 12, 15)) is date


class TestWindow:
    @pytest.mark.parametrize(
        ("since", "until", "text", "first", "last"),
        [
            ("2022", "2024", "2022/2024", (2022, 1, 1), (2024, 12, 31)),
            ("2022", None, "2022/..", (2022, 1, 1), None),
            (None, "2024-06", "../2024-06", None, (2024, 6, 30)),
            ("2022/2023", "2024", "2022-01-01/2024", (2022, 1, 1), (2024, 12, 31)),
            ("2022~", "2024-XX", "2022-01-01/2024-12-31", (2022, 1, 1), (2024, 12, 31)),
            ("../2020", "2024", "../2024", None, (2024, 12, 31)),
            ("2020", "2022/..", "2020/..", (2020, 1, 1), None),
            ("/2020", "2022/", "2020-01-01/2022-12-31", (2020, 1, 1), (2022, 12, 31)),
            ("2020", "2020", "2020/2020", (2020, 1, 1), (2020, 12, 31)),
            ("2020-06", "2020", "2020-06/2020", (2020, 6, 1), (2020, 12, 31)),
            ("Y17E7", "Y170000002~", "Y17E7/Y170000002", (170000000, 1, 1), (170000002, 12, 31)),
        ],
    )
    def test_window_reaches_from_first_to_last_day(
        self, since: str | None, until: str | None, text: str, first: Day | None, last: Day | None
    ) -> None:
        date = window(since, until)

        assert (text, first, last, first, last) == (date.text, date.lower, date.upper, date.first_day, date.last_day)
        assert date.spans == parse_edtf(text).spans

    def test_window_without_edges_holds_all_dated(self) -> None:
        always = window(None, None)

        assert (always.lower_kind, always.upper_kind, str(always)) == ("open", "open", "any time")
        assert always.overlaps(parse_edtf("Y-17E7"))

    def test_reversed_window_names_both(self) -> None:
        with pytest.raises(DateError, match=r"^since 2024 is after until 2020: swap them$"):
            window("2024", "2020")

    @pytest.mark.parametrize(("since", "until"), [("XXXX", None), (None, "XXXX-12-XX")])
    def test_undated_edge_is_refused(self, since: str | None, until: str | None) -> None:
        with pytest.raises(DateError, match="name a year"):
            window(since, until)


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "asked", "years"),
        [
            ("2022-05-09", None, [2022]),
            ("2021-24", None, [2021, 2022]),
            ("201X", None, list(range(2010, 2020))),
            ("2006-10-14/2009-12-22", None, [2006, 2007, 2008, 2009]),
            ("2006/2017", "2012/2013", [2012, 2013]),
            ("2022/..", None, [2022]),
            ("2022/..", "2024/2026", [2024, 2025, 2026]),
            ("2022/..", "2024/..", [2024]),
            ("2022/..", "../2024", [2022, 2023, 2024]),
            ("../2022", None, [2022]),
            ("../2022", "2020/..", [2020, 2021, 2022]),
            ("2022/", None, [2022]),
            ("/2022", "2020/2024", [2022]),
            ("2021-24/..", None, [2021, 2022]),
            ("../2021-24", None, [2021, 2022]),
            ("201X/..", None, list(range(2010, 2020))),
            ("../201X", None, list(range(2010, 2020))),
            ("201X/..", "2015/..", [2015, 2016, 2017, 2018, 2019]),
            ("201X/..", "2024/..", [2024]),
            ("[1667,1668,1670..1672]", None, [1667, 1668, 1670, 1671, 1672]),
            ("{1668,1667,1668-05}", None, [1667, 1668]),
            ("2022", "2023", []),
            ("XXXX", None, []),
            ("2022", "[2020,2022]", [2022]),
            ("-0001/0001", None, [-1, 0, 1]),
        ],
    )
    def test_years_that_both_touch(self, text: str, asked: str | None, years: list[int]) -> None:
        assert years == years_of(parse_edtf(text), parse_edtf(asked) if asked else None)

    @pytest.mark.parametrize(
        ("text", "asked", "months"),
        [
            ("2022-05-09", None, ["2022-05"]),
            ("2022-05", None, ["2022-05"]),
            ("1985-04-XX", None, ["1985-04"]),
            ("2022", None, ["2022"]),
            ("2022", "2022-05", ["2022"]),
            ("2022-21", None, ["2022"]),
            ("2021-24", None, ["2021", "2022"]),
            ("1985-XX-25", None, ["1985"]),
            ("2022-11-30/2023-02-01", None, ["2022-11", "2022-12", "2023-01", "2023-02"]),
            ("2022-11/2023-02", "2023", ["2023-01", "2023-02"]),
            ("2022/2023", None, ["2022", "2023"]),
            ("2022-05/2023", None, ["2022", "2023"]),
            ("2022-05/..", None, ["2022-05"]),
            ("2022-05/..", "../2022-07-01", ["2022-05", "2022-06", "2022-07"]),
            ("2022-05/..", "2023-01-05/..", ["2023-01"]),
            ("../2022-05", "2022-03-31/..", ["2022-03", "2022-04", "2022-05"]),
            ("2022-05/", None, ["2022-05"]),
            ("[1667-05,1668]", None, ["1667-05", "1668"]),
            ("Y170000002", None, ["Y170000002"]),
            ("-0044-03-15", None, ["-0044-03"]),
            ("XXXX-12-XX", None, []),
        ],
    )
    def test_months_that_both_touch(self, text: str, asked: str | None, months: list[str]) -> None:
        assert months == months_of(parse_edtf(text), parse_edtf(asked) if asked else None)

    def test_running_interval_touches_nothing_later(self) -> None:
        date = parse_edtf("2022-05-03/2023").as_of((2022, 7, 1))

        assert years_of(date, None) == [2022]
        assert months_of(date, None) == ["2022-05", "2022-06", "2022-07"]

    def test_window_of_an_undated_touches_nothing(self) -> None:
        assert years_of(parse_edtf("2022"), parse_edtf("XXXX")) == []

    def test_geological_intervals_are_cut(self) -> None:
        assert len(years_of(parse_edtf("Y-170000002/Y170000002"), None)) == 10_000
        assert len(months_of(parse_edtf("-9999-01/9999-12"), None)) == 10_000
        assert len(years_of(parse_edtf("{Y-17E7..Y-16E7,Y16E7..Y17E7}"), None)) == 10_000


class TestDistance:
    @pytest.mark.parametrize(
        ("one", "other", "days"),
        [
            ("2024-05-10", "2024-05-10", 0),
            ("2024-05-10", "2024-05", 0),
            ("2024-05-10", "2024-05-11", -1),
            ("2024-05-12", "2024-05-10", 2),
            ("2024-03-01", "2024-02", 1),
            ("2024-02-28", "2024-03-01", -2),
            ("2023-02-28", "2023-03-01", -1),
            ("2022", "2024-01-01", -366),
            ("2022/..", "2030", 0),
            ("../2022", "2024-01-01", -366),
            ("2024/..", "2022", 366),
            ("2022/", "2024-01-01", -366),
            ("[1667,1670]", "1668", 0),
            ("-0001-12-31", "0000-01-01", -1),
            ("0000-12-31", "0001-01-01", -1),
            ("9999-12-31", "Y10000", -1),
            ("0400-03-01", "0000-03-01", 146097),
            ("-0400-02-29", "0000-02-29", -146097),
        ],
    )
    def test_days_between_the_nearest_days(self, one: str, other: str, days: int) -> None:
        assert days == parse_edtf(one).distance_to(parse_edtf(other))
        assert -days == parse_edtf(other).distance_to(parse_edtf(one))

    def test_nothing_is_near_the_undated(self) -> None:
        with pytest.raises(DateError, match="nothing can be near"):
            parse_edtf("2022").distance_to(parse_edtf("XXXX"))


class TestValue:
    def test_equal_by_what_it_says(self) -> None:
        assert parse_edtf("2022") == parse_edtf("2022")
        assert hash(parse_edtf("2022-06")) == hash(parse_edtf("2022-06"))
        assert parse_edtf("2022") != parse_edtf("2022~")
        assert parse_edtf("2022") != parse_edtf("2022/2022")

    def test_it_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            parse_edtf("2022").text = "2023"  # type: ignore[misc]


def test_plain_data_imports_neither_names_nor_dateutil() -> None:
    code = (
        "import sys; from relations_cli.dates import FuzzyDate, parse_edtf; parse_edtf('2024-05-01'); "
        "parse_edtf('2024-05~'); parse_edtf('2023-09-10/2023-09-19').sort_key; "
        "print(*(name for name in sys.modules if name.startswith(('relations_cli.dates.', 'dateutil'))))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")

    loaded = {name.removeprefix("relations_cli.dates.") for name in done.stdout.split()}
    assert loaded == {"days", "edtf", "fuzzy", "refusal"}
