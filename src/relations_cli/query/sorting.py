"""Rows in the order of one of their fields."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias
from unicodedata import combining, normalize

import msgspec
from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.dates.names import WEEKDAYS
from relations_cli.dates.order import by_instant
from relations_cli.dates.periods import bounds
from relations_cli.errors import DateError
from relations_cli.query.answer import Answer, Row
from relations_cli.query.cross import CrossTable
from relations_cli.query.fields import field_to_sort_by
from relations_cli.query.query import Query, order_of
from relations_cli.query.spacing import GAP, with_gaps
from relations_cli.query.table import Field

Key: TypeAlias = "tuple[Any, ...]"


def sorted_answer(answering: Callable[..., Answer[Any]], asked: object, query: Query, **own: Any) -> Answer[Any]:  # noqa: ANN401
    """The answer to a question, sorted by the query's field, then limited; of a search the best are sorted.

    Rows without a value stand last, in reverse, too; of equal values the question's own order holds, and its reverse in
    reverse. Numbers are compared as numbers and dates as days; texts blind to case and accents; lists by their first.

    Raises:
        UsageError: the rows have no such field, or are neighbours in time.
    """
    answer = answering(asked, replace(query, sort=None, limit=None, reverse=False), **own)
    order_of(query.sort, in_context="context" in answer.table.fields)
    field = field_to_sort_by(answer.table, query.sort or "")
    many = len(answer)
    if "rank" in answer.table.fields:
        answer = replace(answer, rows=answer.rows[: query.limit])
    if field.name == GAP and answer.table.whole:
        answer = with_gaps(answer)
    found = sorted_rows(answer.rows, field, reverse=query.reverse)
    shown = tuple(found[: query.limit])
    left_out = replace(answer.left_out, limit=many - len(shown))
    made = replace(answer, query=query, rows=shown, left_out=left_out)
    return _with_lines(made, field) if isinstance(made, CrossTable) else made


def _with_lines(answer: CrossTable, field: Field) -> CrossTable:
    """The table of pairs: its lines by their totals or values, as the pairs stand, or its columns by their values."""
    totals, query = answer.counts.totals[0], answer.query
    lines, columns = answer.lines, answer.columns
    if field.name == "value2":
        by = replace(field, get=lambda column: column)
        columns = tuple(sorted_rows(columns, by, reverse=query.reverse))
    else:
        by = replace(field, get=lambda line: totals.get(line, 0) if field.name == "n" else line)
        lines = tuple(sorted_rows(lines, by, reverse=query.reverse))
    kept = lines[: query.limit]
    return replace(answer, lines=kept, columns=columns, cut=len(lines) - len(kept))


def sorted_rows(rows: Sequence[Row], field: Field, *, reverse: bool = False) -> list[Row]:
    """The rows by the values of a field, those without one last."""
    values = [(_first(_value(row, field)), row) for row in rows]
    key = _key_of([value for value, _ in values if value is not None])
    keyed = [(None if value is None else key(value), row) for value, row in values]
    having = sorted(((one, row) for one, row in keyed if one is not None), key=lambda one: one[0])
    without = [row for one, row in keyed if one is None]
    ordered = _by_instant([row for _, row in having], field)
    return [*reversed(ordered), *reversed(without)] if reverse else ordered + without


def _by_instant(rows: list[Row], field: Field) -> list[Row]:
    """Rows in the order of a field, the times of one day by instant where the field holds dates with some."""
    if field.name != "date":
        return rows
    values = [_first(_value(row, field)) for row in rows]
    try:
        dates = [parse_edtf(value) if isinstance(value, str) else value for value in values]
    except DateError:
        return rows
    pairs = [(row, date if isinstance(date, FuzzyDate) else None) for row, date in zip(rows, dates, strict=True)]
    return [row for row, _ in by_instant(pairs, lambda pair: pair[1])]


def _value(row: object, field: Field) -> Any:  # noqa: ANN401 -- whatever a field holds
    """What the field holds; of the date of an event the date itself, which knows how far it runs."""
    date = getattr(row, "date", None)
    return date if field.name == "date" and isinstance(date, FuzzyDate) else field.get(row)


def _first(value: Any) -> Any:  # noqa: ANN401
    """The value, or the first that a list has; None where there is none."""
    if isinstance(value, (list, tuple)):
        return next((first for one in value if (first := _first(one)) is not None), None)
    if isinstance(value, FuzzyDate):
        return None if value.undated else value
    if value is None or isinstance(value, (int, float)):
        return value
    return (value if isinstance(value, str) else msgspec.json.encode(value).decode() if value else "") or None


def _key_of(values: Sequence[Any]) -> "Callable[[Any], Key | None]":
    """What orders the values: days where all of them are dates or days of the week; else numbers before texts."""
    if all(value in WEEKDAYS for value in values):
        return lambda value: (WEEKDAYS.index(value),)
    dates: dict[Any, Key | None] = {}
    try:
        for value in values:
            dates[value] = _place_in_time(value)
    except DateError:
        return _place_among_texts
    return dates.__getitem__


def _place_in_time(value: Any) -> "Key | None":  # noqa: ANN401
    """The place of a date among others; None where it says no day.

    Raises:
        DateError: it is no date.
    """
    if isinstance(value, FuzzyDate):
        return value.sort_key
    if not isinstance(value, str):
        raise DateError(str(value), "is no date")
    if day := re.fullmatch(r"([+-]?\d{4,})-(\d\d)-(\d\d)", value):  # EDTF has no days in years of more digits
        exact = (int(day[1]), int(day[2]), int(day[3]))
        return False, exact, exact
    if re.fullmatch(r"Y?-?\d{4,}(?:s|-[QW]\d+)", value):  # what counting calls a decade, a quarter, a week
        return False, *bounds(value)
    date = parse_edtf(value)
    return None if date.undated else date.sort_key


def _place_among_texts(value: Any) -> Key:  # noqa: ANN401
    if not isinstance(value, str):
        return 0, value
    return 1, _letters(value), value.casefold(), value


def _letters(text: str) -> str:
    """The text in small letters without accents; what is no letter and no digit stands before these."""
    plain = normalize("NFKD", text.casefold()).translate(_LIKE)
    return "".join(one if one.isalnum() else " " for one in plain if not combining(one))


_LIKE = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"})
"""Letters that look like others and have no accent that could be taken off."""
