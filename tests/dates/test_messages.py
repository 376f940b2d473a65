"""What is said of a text that is no date, to the letter: what is wrong, and what to write."""

import datetime

import pytest

from relations_cli.dates import parse_edtf, parse_tabular, parse_typed
from relations_cli.errors import DateError

TODAY = datetime.date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-05T10:00:00", "a time needs one plain day before it; write YYYY-MM-DDThh:mm:ss"),
        ("-0000", "there is no year -0000; 0000 is 1 BC, -0001 is 2 BC"),
        ("Y2024", "Y is for years of more than four digits; write YYYY"),
        ("Y1234567890123456789", "a year has at most 18 digits"),
        ("2022-05-01T10:00:00Z/2023", "EDTF has no time of day in intervals and sets; write the days"),
        ("../..", "one end of an interval needs a date; write 2022/.. or ../2022"),
        ("2022S5", "the year has 4 digits; write S1 to S4"),
    ],
)
def test_of_what_is_no_edtf(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)

    assert str(caught.value) == f"'{text}': {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0 May", "there is no day 0; write 1 to 31"),
        ("May 0000", "people have no year 0; write 0001 to 9999"),
        ("14 2006", "the month is missing; write it out, as in 14 Oct 2006"),
        (
            "twelve years ago",
            "'twelve' is no whole number up to ten in words, or any in figures; write 2 years ago",
        ),
        ("2021-22", "part of a year or range? write summer 2021 or 2021..2022"),
        ("..", "one end of a range needs a date; write 2022.. or ..2024"),
        ("? - ?", "one end of a range needs a date; write 2022.. or ..2024"),
        ("44 BC", "people write the years 0001 to 9999; earlier ones stand in data only"),
    ],
)
def test_of_what_is_typed(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_typed(text, today=TODAY)

    assert str(caught.value) == f"'{text}': {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0 BC", "people have no year 0; write 1 BC or AD 1"),
        ("14", "a year has four digits; write YYYY"),
        ("20200102106000", "no date is written so; write YYYY-MM-DD"),
        ("20200102105960", "no date is written so; write YYYY-MM-DD"),
        ("20200102240000", "no date is written so; write YYYY-MM-DD"),
    ],
)
def test_of_what_a_cell_holds(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_tabular(text)

    assert str(caught.value) == f"'{text}': {says}"
    assert parse_tabular("20200102235959").text == "2020-01-02"
