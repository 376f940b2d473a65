"""Days as text: ISO 8601 for programs, EDTF where a date is made of them."""

import pytest

from relations_cli.dates.days import Day, day_text, edtf_text


@pytest.mark.parametrize(
    ("day", "iso", "edtf"),
    [
        ((2024, 5, 7), "2024-05-07", "2024-05-07"),
        ((44, 3, 15), "0044-03-15", "0044-03-15"),
        ((0, 1, 1), "0000-01-01", "0000-01-01"),
        ((-43, 3, 15), "-0043-03-15", "-0043-03-15"),
        ((9999, 12, 31), "9999-12-31", "9999-12-31"),
        ((10_000, 1, 1), "+10000-01-01", "Y10000"),
        ((-10_000, 1, 1), "-10000-01-01", "Y-10000"),
    ],
)
def test_years_beyond_four_digits_have_their_sign_and_no_day_in_edtf(day: Day, iso: str, edtf: str) -> None:
    assert (iso, edtf) == (day_text(day), edtf_text(day))


def test_no_day_has_no_text() -> None:
    assert day_text(None) is None
