"""What holds for every date: order, overlap, round trips, and that no text does harm."""

import datetime
import functools
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from relations_cli.dates import FuzzyDate, parse_edtf, parse_prose, parse_tabular, parse_typed
from relations_cli.dates.days import day_number, day_text, weekday
from relations_cli.errors import DateError
from touching import months_of, years_of

TODAY = datetime.date(2026, 11, 23)
INPUTS = [case["input"] for case in json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))]
PARSERS: dict[str, Callable[[str], FuzzyDate]] = {
    "edtf": parse_edtf,
    "typed": lambda text: parse_typed(text, today=TODAY),
    "prose": parse_prose,
    "tabular": lambda text: parse_tabular(text, order="dmy", pivot=1950),
}
ALWAYS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

# Ten years of days, which every bounded date below lies in and every open end reaches the edge of.
FIRST, LAST = datetime.date(2015, 1, 1), datetime.date(2024, 12, 31)
WORLD = [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
Days = frozenset[datetime.date]

years = st.integers(2016, 2023)
days = st.sampled_from([day for day in WORLD if 2016 <= day.year <= 2023])


@functools.cache
def _where(year: int, months: frozenset[int]) -> Days:
    """The days of some months, counted from January of the year."""
    return frozenset(day for day in WORLD if (day.year - year) * 12 + day.month in months)


@st.composite
def granules(draw: st.DrawFn) -> tuple[str, Days]:
    """An EDTF date and the days it may be, worked out by looking at every day."""
    day = draw(days)
    year, month = day.year, day.month
    sign = draw(st.sampled_from(["", "", "?", "~", "%"]))
    season = draw(st.integers(21, 24))
    text, of_year = draw(
        st.sampled_from(
            [
                (f"{year}", range(1, 13)),
                (f"{year}-XX", range(1, 13)),
                (f"{year}-{month:02d}", [month]),
                (f"{year}-{month:02d}-XX", [month]),
                (f"{year}-{season}", [(season - 21) * 3 + n for n in (3, 4, 5)]),
                (f"{day}", []),
            ]
        )
    )
    return text + sign, _where(year, frozenset(of_year)) if of_year else frozenset({day})


def _between(first: datetime.date, last: datetime.date) -> Days:
    return frozenset(WORLD[(first - FIRST).days : (last - FIRST).days + 1])


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, Days]:
    """An EDTF date, interval or set, and the days that filters see."""
    one, other = sorted((draw(granules()), draw(granules())), key=lambda pair: (min(pair[1]), max(pair[1])))
    low, high = min(one[1]), max(other[1])
    third = draw(granules())
    return draw(
        st.sampled_from(
            [
                one,
                (f"{one[0]}/{other[0]}", _between(low, high)),
                (f"{one[0]}/..", _between(low, LAST)),
                (f"../{one[0]}", _between(FIRST, max(one[1]))),
                (f"{one[0]}/", one[1]),
                (f"/{one[0]}", one[1]),
                (f"[{one[0]},{third[0]},{other[0]}]", one[1] | third[1] | other[1]),
                (f"{{{one[0]}..{other[0]},{third[0]}}}", _between(low, high) | third[1]),
                (f"[..{one[0]},{other[0]}]", _between(FIRST, max(one[1])) | other[1]),
                (f"[{one[0]},{other[0]}..]", one[1] | _between(min(other[1]), LAST)),
            ]
        )
    )


class TestDays:
    @ALWAYS
    @given(dates(), dates())
    def test_overlap_is_a_common_day(self, one: tuple[str, Days], other: tuple[str, Days]) -> None:
        first, second = parse_edtf(one[0]), parse_edtf(other[0])

        assert bool(one[1] & other[1]) == first.overlaps(second) == second.overlaps(first)

    @ALWAYS
    @given(dates())
    def test_edges_are_the_first_and_the_last_of_the_days(self, one: tuple[str, Days]) -> None:
        date = parse_edtf(one[0])

        if date.first_day:
            assert datetime.date(*date.first_day) == min(one[1])
        if date.last_day:
            assert datetime.date(*date.last_day) == max(one[1])
        assert (date.first_day is None) == (date.lower_kind == "open")
        assert (date.last_day is None) == (date.upper_kind == "open")

    @ALWAYS
    @given(dates(), dates())
    def test_window_begins_and_ends_where_its_edges_do(self, one: tuple[str, Days], other: tuple[str, Days]) -> None:
        since, until = parse_edtf(one[0]), parse_edtf(other[0])

        if min(one[1]) > max(other[1]):
            with pytest.raises(DateError, match="swap them"):
                FuzzyDate.between(since, until)
        else:
            window = FuzzyDate.between(since, until)
            assert (since.first_day, until.last_day) == (window.first_day, window.last_day)
            if window.text != "../..":
                assert parse_edtf(window.text).spans == window.spans

    @ALWAYS
    @given(dates(), dates())
    def test_years_and_months_are_those_of_the_common_days(
        self, one: tuple[str, Days], other: tuple[str, Days]
    ) -> None:
        date, window = parse_edtf(one[0]), parse_edtf(other[0])
        common = one[1] & other[1]

        if date.first_day and date.last_day:
            assert sorted({day.year for day in common}) == years_of(date, window)
            rows = months_of(date, window)
            assert sorted(rows) == rows
            assert {f"{day:%Y}" for day in common} == {row[:4] for row in rows}
            assert {row for row in rows if "-" in row} <= {f"{day:%Y-%m}" for day in common}

    @ALWAYS
    @given(dates(), dates())
    def test_distance_is_that_of_the_nearest_days(self, one: tuple[str, Days], other: tuple[str, Days]) -> None:
        date, anchor = parse_edtf(one[0]), parse_edtf(other[0])
        after = (min(one[1]) - max(other[1])).days
        before = (max(one[1]) - min(other[1])).days

        assert (max(after, 0) or min(before, 0)) == date.distance_to(anchor)

    @ALWAYS
    @given(dates(), days)
    def test_as_of_hides_what_comes_later(self, one: tuple[str, Days], day: datetime.date) -> None:
        date = parse_edtf(one[0])
        then = date.as_of((day.year, day.month, day.day))

        if then.upper_kind == "running":
            assert then.last_day == (day.year, day.month, day.day)
            assert date.first_day == then.first_day
            assert max(one[1]) > day
        else:
            assert then is date

    @ALWAYS
    @given(st.dates(), st.dates())
    def test_day_numbers_and_weekdays_are_those_of_the_calendar(self, one: datetime.date, other: datetime.date) -> None:
        day = (one.year, one.month, one.day)

        assert one.toordinal() == day_number(day)
        assert one.weekday() == weekday(day)
        assert (one - other).days == parse_edtf(f"{one}").distance_to(parse_edtf(f"{other}"))

    @ALWAYS
    @given(st.integers(-9999, -1), st.integers(1, 12), st.integers(1, 28))
    def test_the_calendar_repeats_after_400_years(self, year: int, month: int, day: int) -> None:
        assert day_number((year + 400, month, day)) - day_number((year, month, day)) == 146_097

    @ALWAYS
    @given(
        st.tuples(*[st.sampled_from(["X", *"0123456789"])] * 4, st.sampled_from("0123456789X")),
    )
    def test_mask_is_the_hull_of_the_days_that_fit(self, signs: tuple[str, ...]) -> None:
        text = f"201{signs[4]}-{signs[0]}{signs[1]}-{signs[2]}{signs[3]}"
        decade = (datetime.date(2010, 1, 1) + datetime.timedelta(days=n) for n in range(3652))
        fit = [
            (day.year, day.month, day.day)
            for day in decade
            if all(mask in {"X", sign} for mask, sign in zip(text, day.isoformat(), strict=True))
        ]

        if fit:
            assert (fit[0], fit[-1]) == (parse_edtf(text).lower, parse_edtf(text).upper)
        else:
            with pytest.raises(DateError):
                parse_edtf(text)


class TestOrder:
    @ALWAYS
    @given(st.lists(dates(), min_size=2, max_size=6))
    def test_order_is_total_and_sorting_stable(self, some: list[tuple[str, Days]]) -> None:
        read = [parse_edtf(text) for text, _ in some]

        for one, other in itertools.combinations(read, 2):
            assert (one.sort_key < other.sort_key) + (one.sort_key > other.sort_key) + (
                one.sort_key == other.sort_key
            ) == 1
        ordered = sorted(read, key=lambda date: date.sort_key)
        for one, other in itertools.pairwise(ordered):
            assert one.sort_key <= other.sort_key

    @ALWAYS
    @given(dates(), dates())
    def test_order_is_that_of_the_days(self, one: tuple[str, Days], other: tuple[str, Days]) -> None:
        first, second = parse_edtf(one[0]), parse_edtf(other[0])

        if first.sort_key < second.sort_key:
            assert min(one[1]) <= min(other[1])
            if first.first_day == second.first_day:
                assert max(one[1]) <= max(other[1])


class TestRoundTrips:
    plain = st.one_of(
        st.integers(1, 9999).map(lambda year: f"{year:04d}"),
        st.dates().map(lambda day: day.isoformat()[:7]),
        st.dates().map(datetime.date.isoformat),
    )
    signed = st.tuples(plain, st.sampled_from(["", "?", "~", "%"])).map("".join)

    @ALWAYS
    @given(signed)
    def test_printed_date_is_read_again(self, text: str) -> None:
        date = parse_edtf(text)

        assert date == parse_typed(str(date), today=TODAY) == parse_prose(str(date))
        assert date == parse_typed(date.in_words(weekday=True), today=TODAY)

    @ALWAYS
    @given(signed, signed)
    def test_printed_interval_is_read_again(self, one: str, other: str) -> None:
        first, last = sorted((one, other), key=lambda text: parse_edtf(text).sort_key)
        date = parse_edtf(f"{first}/{last}")

        if first != last:  # printed as the one date it is
            assert date == parse_typed(str(date), today=TODAY)
            assert date == parse_typed(date.in_words(weekday=True), today=TODAY)

    @ALWAYS
    @given(signed, st.sampled_from(["{}/..", "../{}", "{}/", "/{}"]))
    def test_printed_end_is_read_again(self, text: str, form: str) -> None:
        date = parse_edtf(form.format(text))

        assert date == parse_typed(str(date), today=TODAY)

    @ALWAYS
    @given(dates())
    def test_text_is_kept_as_written(self, one: tuple[str, Days]) -> None:
        assert one[0] == parse_edtf(one[0]).text

    @ALWAYS
    @given(st.dates())
    def test_day_text_is_edtf(self, day: datetime.date) -> None:
        assert day.isoformat() == day_text((day.year, day.month, day.day))


WORDS = [
    *["2024", "06", "6", "1", "31", "0", "1990s", "14th", "Q2", "2024-Q2", "W23", "2024-W23", "20240601", "2024-06-01"],
    *["July", "Sept.", "oct", "May", "Fri", "Sunday,", "winter", "fall", "c.", "circa", "about", "possibly", "early"],
    *["mid-", "late", "the", "of", "since", "from", "until", "to", "..", "–", "-", "/", "?", "~", "%", ",", ".", "now"],
    *[
        "today",
        "present",
        "ago",
        "last",
        "next",
        "this",
        "year",
        "years",
        "month",
        "week",
        "quarters",
        "a",
        "two",
        "and",
    ],
    *[
        "[",
        "]",
        "{",
        "}",
        "X",
        "XX",
        "XXXX",
        "Y",
        "E",
        "S",
        "T",
        "Z",
        ":",
        "+",
        "-0001",
        "198X",
        "T10:00:00",
        "BC",
        "or",
    ],
]
SIGNS = "0123456789-/?~%XYEST:.,[]{}Z+ –"


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A known input with a few characters changed: near enough to a date to get far."""
    text: str = draw(st.sampled_from([one for one in INPUTS if len(one) < 60]))
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(st.sampled_from(["", *SIGNS])) + text[start + draw(st.integers(0, 2)) :]
    return text


SAID = [
    *["2024", "July 2000", "14 Oct 2006", "May 16", "16", "17, 2024", "Q2 2024", "winter", "1990s", "2024-W23", "201X"],
    *[
        "2004-06-~11",
        "last month",
        "2 years ago",
        "yesterday",
        "?",
        "",
        "now",
        "c. 2016",
        "early 2016",
        "Fri 2024-06-07",
    ],
]
said = st.sampled_from(SAID)
ranges = st.tuples(
    st.sampled_from(["", "", "since ", "from ", "until ", "c. ", "the "]),
    said,
    st.sampled_from(["..", "–", " – ", "-", " - ", " to ", " until ", "/", " "]),
    said,
).map("".join)
hostile = st.one_of(
    mutations(),
    ranges,
    st.text(max_size=250),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Nd", "Zs", "Pd"]), max_size=30),
    st.text(SIGNS, max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=9).map("".join),
)


def _read(parse: Callable[[str], FuzzyDate], text: str) -> tuple[FuzzyDate | None, str]:
    try:
        return parse(text), ""
    except DateError as error:
        return None, str(error)


class TestHostileText:
    @pytest.mark.parametrize("name", PARSERS)
    @settings(ALWAYS, max_examples=2500)
    @given(text=hostile)
    @example(text="\ud800")
    @example(text="2022\x00")
    @example(text="Y1E99999999")
    @example(text="9" * 190 + " years ago")
    def test_any_text_is_a_date_or_a_date_error(self, name: str, text: str) -> None:
        date, message = _read(PARSERS[name], text)

        assert message.isprintable()
        if date is None:
            return
        assert date.lower is None or date.upper is None or date.lower <= date.upper
        assert date.text.isascii()
        assert date.in_words(weekday=True).isprintable()
        again = parse_edtf(date.text)
        assert (date.spans, date.qualifier, date.lower_kind, date.upper_kind, date.undated) == (
            again.spans,
            again.qualifier,
            again.lower_kind,
            again.upper_kind,
            again.undated,
        )
        assert date.precision in {again.precision, "week", "decade"}
        assert date.begins_on(5, 9) in {True, False}
        assert len(years_of(date, None)) <= 10_000
        assert len(months_of(date, None)) <= 10_000
        if not date.undated:
            assert date.distance_to(date) == 0
            assert date.overlaps(date)

    @pytest.mark.parametrize("name", PARSERS)
    @pytest.mark.parametrize("word", [*WORDS, " ", "\u00a0", "2022-", "2 years ", "a-", "1-2 "])
    def test_repetition_costs_no_more_than_its_length(self, name: str, word: str) -> None:
        for text in (word * (200 // len(word)), word * 20_000):
            start = time.process_time()
            with pytest.raises(DateError):
                PARSERS[name](text + "!")
            assert time.process_time() - start < 0.25

    @pytest.mark.parametrize("name", PARSERS)
    def test_201_characters_are_too_many(self, name: str) -> None:
        with pytest.raises(DateError, match="200 is the most"):
            PARSERS[name](" " * 197 + "2022")
