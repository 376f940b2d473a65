"""What is read of typed words apart from a query: names with commas, an order, the day that the environment fixes."""

import datetime

import pytest

from relations_cli.query.query import order_of, split, today_from_environment
from small import refused


def test_names_are_split_at_commas_and_stripped() -> None:
    assert split([" a ,b", "c"], "x") == ["a", "b", "c"]
    assert split(None, "x") == []
    assert split((), "x") == []


def test_an_order_is_named_blind_to_case_and_context_asks_for_time() -> None:
    assert (order_of(None), order_of("RANK"), order_of("date")) == (None, "rank", "date")
    assert (order_of(None, in_context=True), order_of("date", in_context=True)) == ("date", "date")
    with refused("neighbours in time need the order of time: leave it out"):
        order_of("rank", in_context=True)
    with refused("there is no 'size': it is one of rank, date", parameter="sort"):
        order_of("size")


def test_today_is_what_the_environment_fixes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_TODAY", "2020-02-29")

    assert today_from_environment() == datetime.date(2020, 2, 29)


@pytest.mark.parametrize("fixed", ["2020-02-30", "20200229", "2020-2-9", "tomorrow", "٢٠٢٠-٠١-٠١"])
def test_a_day_that_is_none_is_refused_with_the_variable(monkeypatch: pytest.MonkeyPatch, fixed: str) -> None:
    monkeypatch.setenv("TIMELINE_TODAY", fixed)

    with refused(f"TIMELINE_TODAY: '{fixed}' is no day: write YYYY-MM-DD"):
        today_from_environment()


def test_without_the_variable_today_is_the_local_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMELINE_TODAY", raising=False)

    assert today_from_environment() == datetime.datetime.now().astimezone().date()
