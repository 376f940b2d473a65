"""What tells the years of an article beside its entries."""

import pytest

from relations_cli.dates.reading.leading import Leading, leading
from relations_cli.readers.prose.years import descends, only_year, turns_under_one_year


def dates(*written: str) -> list[Leading]:
    found = [leading(one) for one in written]
    assert None not in found
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    "written",
    [
        ("2009", "2008"),
        ("May 2008", "March 2008"),
        ("June 2008", "June 2008", "May 2008"),
        ("May 2009", "June 2009", "March 2009", "Jan. 2008"),
    ],
    ids=" ".join,
)
def test_what_falls_more_often_than_it_rises_tells_the_latest_first(written: tuple[str, ...]) -> None:
    assert descends(dates(*written))


@pytest.mark.parametrize(
    "written",
    [
        ("2008", "2009"),
        ("2008", "2009", "2008"),
        ("May 2008", "May 2008", "May 2008", "June 2008"),
        ("May 2008", "2008"),  # only one of them says a month
        ("2000s", "1990s", "1980s", "May 2008"),  # decades are headings, whatever their order
        ("May 5", "March 3", "Jan. 2"),
        (),
    ],
    ids=" ".join,
)
def test_what_does_not_tells_the_oldest_first(written: tuple[str, ...]) -> None:
    assert not descends(dates(*written))


def test_more_than_half_a_year_back_is_the_turn_of_a_year() -> None:
    assert turns_under_one_year(dates("Sept. 3", "Feb. 2"))
    assert not turns_under_one_year(dates("Aug. 3", "Feb. 2"))


def test_a_year_that_is_written_ends_the_search_for_a_turn() -> None:
    assert not turns_under_one_year(dates("May 3", "June 2, 2009", "Dec. 5", "Jan. 3"))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Strike of 2007", 2007),
        ("2007 and 2007 again", 2007),
        ("Strikes of 2007 and 2009", None),
        ("The 2007–08 season", None),
        ("Since 2007", None),
        ("The 1990s", None),
        ("A long day", None),
    ],
)
def test_a_title_names_a_year_where_it_names_one_only(text: str, year: int | None) -> None:
    assert only_year(text) == year
