"""Every case of ``vectors.json``: EDTF as in data, dates as typed, dates as articles print them."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from program import named
from relations_cli.dates import Day, FuzzyDate, parse_edtf, parse_prose, parse_typed
from relations_cli.errors import DateError

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
REFUSED = [case for case in CASES if case["error"]]
READ = [case for case in CASES if not case["error"]]


def _name(case: dict[str, Any]) -> str:
    return f"{case['kind']}-{named(case['input'])}"


def _parse(case: dict[str, Any]) -> FuzzyDate:
    if case["kind"] == "edtf":
        return parse_edtf(case["input"])
    if case["kind"] == "prose":
        return parse_prose(case["input"])
    return parse_typed(case["input"], today=datetime.date.fromisoformat(case.get("now", "2026-11-23")))


def _written(day: Day | None) -> str | None:
    """A bound as the vectors write it: a sign before years outside 0 to 9999."""
    if day is None:
        return None
    year, month, of_month = day
    sign = "+" if year > 9999 else "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def test_all_cases_are_there() -> None:
    assert len(CASES) == 230
    assert {case["kind"] for case in CASES} == {"edtf", "human", "prose"}


@pytest.mark.parametrize("case", READ, ids=_name)
def test_case_has_its_bounds_precision_and_qualifier(case: dict[str, Any]) -> None:
    date = _parse(case)

    assert (
        case["lower"],
        case["upper"],
        case.get("lower_kind", "day"),
        case.get("upper_kind", "day"),
        case["precision"],
        case["qualifier"],
    ) == (
        _written(date.lower),
        _written(date.upper),
        date.lower_kind,
        date.upper_kind,
        date.precision,
        date.qualifier,
    )


@pytest.mark.parametrize("case", READ, ids=_name)
def test_text_is_edtf_with_the_same_bounds(case: dict[str, Any]) -> None:
    date = _parse(case)
    again = parse_edtf(date.text)

    assert (date.lower, date.upper, date.spans, date.qualifier) == (
        again.lower,
        again.upper,
        again.spans,
        again.qualifier,
    )
    if date.precision not in {"week", "decade"}:  # EDTF has neither but as an interval
        assert date == again


@pytest.mark.parametrize("case", REFUSED, ids=_name)
def test_refused_case_says_on_one_line_what_and_why(case: dict[str, Any]) -> None:
    with pytest.raises(DateError) as raised:
        _parse(case)

    message = str(raised.value)
    assert message.startswith(("'", '"'))
    assert ": " in message
    assert ";" in message or "write" in message
    assert message.isprintable()
    assert len(message) < 250
