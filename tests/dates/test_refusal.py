"""Why a date is none: what is wrong and what to write are fields, and parameters have no dashes."""

import datetime
import subprocess
import sys

import pytest

from relations_cli.dates import leading_date, parse_edtf, parse_prose, parse_tabular, parse_typed
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.errors import DateError, parameter

TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("31 June 2024", "June 2024 has 30 days", "correct the day"),
        ("2001-24", "part of a year or range?", "write winter 2001 or 2001..2024"),
        ("14 Oct 06", "a year has four digits", "write 14 Oct 2006"),
        ("14-Oct-2006", "write it with spaces: 14 Oct 2006", ""),
    ],
)
def test_reason_and_hint_of_what_is_typed_stand_apart(text: str, reason: str, hint: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_typed(text, today=TODAY)

    assert (text, reason, hint) == (raised.value.value, raised.value.reason, raised.value.hint)


@pytest.mark.parametrize("parse", [parse_edtf, parse_prose, parse_tabular])
def test_every_reader_says_what_was_given_and_why_not(parse: object) -> None:
    assert callable(parse)
    with pytest.raises(DateError) as raised:
        parse("")

    fields = (raised.value.value, raised.value.reason, raised.value.hint)
    assert fields == ("", "a date is missing", "write YYYY, YYYY-MM or YYYY-MM-DD")


def test_a_cell_that_needs_an_order_names_the_parameter_and_the_command_line_its_option() -> None:
    with pytest.raises(DateError) as raised:
        parse_tabular("8/7/2020")

    dates = parameter("dates")
    assert f"give {dates} dmy or {dates} mdy" == raised.value.hint
    assert raised.value.told(lambda name: f"--{name}").endswith("? give --dates dmy or --dates mdy")


def test_a_cell_is_refused_alike_when_it_comes_again() -> None:
    messages = set()
    for _ in range(2):
        with pytest.raises(DateError) as raised:
            parse_tabular("31/31/2020")
        messages.add(str(raised.value))

    assert messages == {"'31/31/2020': there is no month 31 and no month 31; write YYYY-MM-DD"}


def test_what_was_said_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Spoken(year="2003").year = "2004"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "length"), [("1999 spring - 1985", 11), ("Winter 1999 to 19th century", 11), ("Fall 1999 and 1990s", 9)]
)
def test_a_season_is_one_with_the_year_after_it_only(text: str, length: int) -> None:
    date = leading_date(text)

    assert date is not None
    assert (length, None) == (date.length, date.last)


@pytest.mark.parametrize("text", ["c., 2003", "perhaps of 2022", "late of 2100"])
def test_what_qualifies_a_date_stands_right_before_it(text: str) -> None:
    with pytest.raises(DateError):
        parse_prose(text)


def test_a_plain_date_is_read_without_the_readers_of_words() -> None:
    code = (
        "import datetime, sys; from relations_cli.dates import parse_typed\n"
        "parse_typed('2022-05', today=datetime.date.min)\n"
        "print(*(name for name in sys.modules if name.startswith('relations_cli.dates.reading')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "\n"
