"""Plain dates, of which nearly all of the data is: a year, a month or a day, perhaps with one sign behind it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.dates.days import month_length
from relations_cli.dates.edtf import plain


@st.composite
def near_dates(draw: st.DrawFn) -> str:
    """Digits of a day with hyphens somewhere among them: now and then a date."""
    day = draw(st.dates()).strftime("%Y%m%d").rjust(8, "0")
    signs = list(draw(st.sampled_from([day, day[:6], day[:4], day[:7], day[:5], day + "0"])))
    for place in draw(st.lists(st.sampled_from([4, 7, 0, 2, 5, 6, 8, 9]), max_size=3)):
        signs.insert(place, "-")
    return "".join(signs)


@given(near_dates() | st.text("0123456789-", max_size=11))
@example("2022061")
@example("2022-0-6")
@example("202206-")
@example("20-2206")
@example("2022--06")
@example("20220615")
@example("2022-0615")
@example("202206-15")
@example("2022-06-1")
@example("2022-02-30")
@example("2022-13")
@example("2022-00")
@example("0000-12-31")
def test_a_plain_date_has_hyphens_between_year_month_and_day_and_nowhere_else(text: str) -> None:
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    year, month, day = (int(part or 1) for part in parts.groups()) if parts else (0, 0, 0)
    there_is = 1 <= month <= 12 and 1 <= day <= month_length(year, month)

    assert (plain(text) is not None) is there_is


@pytest.mark.parametrize("text", ["2022", "2022-06", "2022-06-15", "2022~", "2022-06-15%", "2022/2024", "[2022,2024]"])
def test_whether_its_century_is_known_is_a_plain_yes_or_no(text: str) -> None:
    assert parse_edtf(text).undated is False


@pytest.mark.parametrize(
    "text", ["2022?", "2022-06~", "2022-06-15%", "2022~/2024-05?", "2022-06-15?/..", "[2022~,2023?]", "{2022..2024%}"]
)
def test_one_sign_behind_a_plain_date_needs_no_grammar(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str) -> object:
        raise AssertionError(text)

    monkeypatch.setattr("relations_cli.dates.granule.read", read)

    assert parse_edtf(text).text == text


@pytest.mark.parametrize("text", ["2022", "2022-06", "2022-06-15", "0000-12-31"])
def test_a_plain_date_is_read_at_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str) -> FuzzyDate:
        raise AssertionError(text)

    monkeypatch.setattr("relations_cli.dates.edtf.read", read)

    assert parse_edtf(text) == plain(text)
