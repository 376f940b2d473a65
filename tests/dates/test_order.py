"""Dates in order of time, and what has none."""

import pytest

from relations_cli.dates import parse_edtf
from relations_cli.dates.order import in_time
from relations_cli.errors import DateError

DATES = ["../2000", "1999", "1999-12-31", "2000/..", "2001", "XXXX"]
"""In order: an open start before all, the last of these not known to the century."""
MIXED = ["2001", "XXXX", "1999-12-31", "../2000", "2000/..", "1999"]


def test_dates_are_ordered_in_time_whether_read_or_as_text() -> None:
    found = sorted(MIXED, key=in_time)
    read = sorted(map(parse_edtf, MIXED), key=in_time)

    assert found == DATES
    assert list(map(parse_edtf, DATES)) == read


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_has_no_date_is_behind_all_others_or_before_them(nothing: str | None) -> None:
    assert [*DATES, nothing] == sorted([nothing, *MIXED], key=in_time)
    assert [nothing, *DATES] == sorted([*MIXED, nothing], key=lambda one: in_time(one, without_first=True))


def test_a_text_that_is_no_date_has_no_place() -> None:
    with pytest.raises(DateError):
        in_time("yesterday")
