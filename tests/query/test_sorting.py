"""Rows by one of their fields: what has no value last, numbers as numbers, dates as days, words as people sort them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import relations_cli
from program import Inline, Write
from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.cross import CrossTable
from relations_cli.query.select import select
from relations_cli.query.sorting import sorted_rows
from relations_cli.query.table import Field
from small import asked, ids, refused

LOG = (
    "id,date,title,tags\nb,2020-01-05,Émile speaks,y\na,2020-04-06,zebra,\nc,,Eve,x;y\nd,44 BC,“Apple”,y\n"
    "e,Y-13800000000,An old one,z\n"
)


def ordered(values: list[Any], *, reverse: bool = False) -> list[Any]:
    return sorted_rows(values, Field("x", "value", lambda row: row, "x"), reverse=reverse)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([10, 9, None, -1], [-1, 9, 10, None]),
        (["b", "A", "", "a"], ["A", "a", "b", ""]),
        (["Zoë", "zoa", "Ångström", "apple", "Łódź", "lost"], ["Ångström", "apple", "Łódź", "lost", "zoa", "Zoë"]),
        (["“Quoted”", "alpha", "(in brackets)"], ["(in brackets)", "“Quoted”", "alpha"]),
        (["Y17000", "2020-04", "-0043", "2020-01-05", "XXXX"], ["-0043", "2020-01-05", "2020-04", "Y17000", "XXXX"]),
        (["+13800-01-01", "2020-01-05", "-13800-01-01"], ["-13800-01-01", "2020-01-05", "+13800-01-01"]),
        (["2020", "x", 3], [3, "2020", "x"]),
        (["Sunday", "Friday", None, "Monday"], ["Monday", "Friday", "Sunday", None]),
        (["0070s", "-0040s", "Y-10000s", "-0470s"], ["Y-10000s", "-0470s", "-0040s", "0070s"]),
        (["2024", "2024-Q2", "-0044-Q1", "2023-Q4"], ["-0044-Q1", "2023-Q4", "2024", "2024-Q2"]),
        (["2024-W09", "2024-03", "2024-W02"], ["2024-W02", "2024-W09", "2024-03"]),
        ([("b", "a"), (), ("a",), (None, "aa")], [("a",), (None, "aa"), ("b", "a"), ()]),
        ([True, False], [False, True]),
        ([2, "2020"], [2, "2020"]),
        ([{"b": 1}, {}, {"a": 2}], [{"a": 2}, {"b": 1}, {}]),
    ],
)
def test_values_stand_in_the_order_of_their_kind(values: list[Any], expected: list[Any]) -> None:
    assert ordered(values) == expected


@settings(max_examples=50)
@given(st.lists(st.one_of(st.none(), st.integers(-3, 3), st.sampled_from(["", "a", "Á", "2020", "b"]))))
def test_rows_without_a_value_are_last_either_way_and_the_reverse_is_exact(values: list[Any]) -> None:
    rows = list(enumerate(values))
    field = Field("x", "value", lambda row: row[1], "x")
    once, back = sorted_rows(rows, field), sorted_rows(rows, field, reverse=True)
    has = sum(value not in (None, "") for value in values)

    assert sorted(once) == sorted(rows, key=lambda row: row[0]) == sorted(back)
    assert all(row[1] in (None, "") for row in [*once[has:], *back[has:]])
    assert back == [*once[:has][::-1], *once[has:][::-1]]
    assert sorted_rows(once, field) == once


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("title", "d e b c a"), ("date", "e d b a c"), ("lower", "e d b a c"), ("tags", "c d b e a"),
        ("id", "a b c d e"), ("TITLE", "d e b c a"), ("status", "e d b a c"), ("sources", "e d b a c"),
        ("Sources.URL", "e d b a c"),
    ],
)  # fmt: skip
def test_a_list_stands_by_a_field(write: Write, inline: Inline, field: str, expected: str) -> None:
    path = write("log.csv", LOG)

    assert " ".join(inline("list", "-f", path, "--sort", field, "--fields", "id").ids) == expected
    first = inline("list", "-f", path, "--sort", field, "--json", "id", "-n", "2").out
    assert [row["id"] for row in json.loads(first)] == expected.split()[:2]


def test_by_date_is_a_list_as_it_is(inline: Inline) -> None:
    for more in ([], ["-r"], ["-n", "7"], ["--as-of", "2024-06"], ["--as-of", "2024-06", "-r", "-n", "9"]):
        assert inline("list", "--sort", "date", "-o", "json", *more).out == inline("list", "-o", "json", *more).out


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("claims -r", "by_name"), ("contested", "lag_admitted"), ("changes -r --since 2024-10", "text"),
        ("figures -r", "meaning"), ("figures --of troops", "high"), ("tags", "first"), ("actors", "name"),
        ("audit -r", "id"), ("count -r --by tag", "n"), ("count --by year", "value"),
        ("around 2024-10 --days 90", "title"), ("around 2024-10 2022", "title"),
        ("show -r 2024-10 2022-05", "title"), ("search veto OR missile", "title"), ("search missile", "status"),
    ],
)  # fmt: skip
def test_every_command_gives_the_same_rows_sorted(inline: Inline, line: str, field: str) -> None:
    words = line.split()
    before = json.loads(inline(*(word for word in words if word != "-r"), "-o", "json").out)
    after = json.loads(inline(*words, "-o", "json", "--sort", field).out)

    assert sorted(map(str, after)) == sorted(map(str, before))
    values = [row[field] for row in after]
    assert values == ordered([row[field] for row in before], reverse="-r" in words)
    assert len(set(map(str, values))) > 1


def test_a_cross_table_has_its_lines_by_their_totals(inline: Inline) -> None:
    line = ("count", "--by", "year,type", "--since", "2023", "--sort", "n", "-r")
    rows = [(row[0], int(row[2])) for row in inline(*line).rows]
    lines = [row.split(",") for row in inline(*line, "-o", "csv").out.splitlines()[1:]]

    assert [n for _, n in rows] == sorted((n for _, n in rows), reverse=True)
    assert [sum(map(int, row[1:])) for row in lines] == sorted((sum(map(int, row[1:])) for row in lines), reverse=True)
    assert [row[0] for row in lines] != sorted(row[0] for row in lines)
    assert inline(*line, "-o", "csv", "-n", "1").out.count("\n") == 2
    drawn = inline(*line, "-o", "table").out
    assert sorted(lines, key=lambda row: drawn.index(f"\n{row[0]}")) == lines
    by_value = inline("count", "--by", "year,type", "--since", "2023", "--sort", "value", "-o", "csv").out
    assert by_value == inline("count", "--by", "year,type", "--since", "2023", "-o", "csv").out


def test_a_cross_table_that_stands_by_its_second_facet_has_its_columns_so_and_as_many_lines_as_asked(
    small: Chronology,
) -> None:
    def crossed(**more: Any) -> CrossTable:
        table = relations_cli.ask("count", small, by="tag,type", order="value2", **more)
        assert isinstance(table, CrossTable)
        return table

    whole, some = crossed(), crossed(reverse=True, limit=1)
    own = relations_cli.ask("count", small, by="tag,type")
    assert isinstance(own, CrossTable)
    assert list(whole.columns) == sorted(own.columns) != list(own.columns)
    assert (whole.lines, whole.cut) == (own.lines, 0)
    assert (some.columns, some.lines, some.cut) == (whole.columns[::-1], whole.lines[:1], len(whole.lines) - 1)
    assert len({row.value2 for row in some}) == len(some) == 1


@pytest.mark.parametrize("limit", [0, 1, 2, None])
def test_lines_that_a_limit_cuts_are_counted_sorted_or_not(limit: int | None, small: Chronology) -> None:
    for order in (None, "n", "value", "value2"):
        table = relations_cli.ask("count", small, by="tag,year", order=order, limit=limit)
        assert isinstance(table, CrossTable)
        assert len(table.lines) + table.cut == len(table.counts.totals[0]) == 4
        assert len(table.lines) == min(4, 4 if limit is None else limit)


def test_what_a_search_leaves_out_before_it_sorts_is_counted(small: Chronology) -> None:
    found = relations_cli.ask("search", small, text="ferry")
    best = relations_cli.ask("search", small, text="ferry", order="title", limit=1)

    assert (ids(best), best.left_out.limit) == (ids(found)[:1], len(found) - 1)


def test_by_date_what_runs_on_the_day_stands_as_far_as_it_is_known_to_run() -> None:
    dates = {"runs": "2020-01-01/2020-12-31", "ends": "2020-01-01/2020-06-15"}
    some = Chronology(title="T", events=tuple(Event(id=one, date=date, title="T") for one, date in dates.items()))

    for order in (None, "date"):
        assert ids(relations_cli.ask("list", some, as_of="2020-06-15", order=order)) == ["runs", "ends"]


def test_dates_that_say_no_day_stand_last_in_reverse_too() -> None:
    assert ordered(["2020", "XXXX", "2021"], reverse=True) == ["2021", "2020", "XXXX"]


def test_sorting_leaves_out_nothing_that_is_said_without_an_event(write: Write, inline: Inline) -> None:
    claims = [{"by": "a", "stance": "asserts"}]
    held = {"title": "T", "propositions": {one: {"text": one, "claims": claims} for one in "ba"}, "events": []}
    path = write("a.json", json.dumps(held))

    for command in ("contested", "claims"):
        assert len(inline(command, "-f", path).rows) == len(inline(command, "-f", path, "--sort", "text").rows) == 2
    assert inline("contested", "-f", path, "--sort", "id", "--fields", "id").ids == ["a", "b"]


def test_problems_and_differences_can_be_sorted(write: Write, inline: Inline) -> None:
    bad = write("bad.csv", "date,title\n2020-13,x\n2020-02-30,y\n2020,z\n")
    lines = inline("validate", bad, "--fields", "line").ids
    old, new = write("old.csv", "id,date,title\na,2020,b\n"), write("new.csv", "id,date,title\na,2020,c\nb,2019,a\n")

    assert len(lines) > 1
    assert inline("validate", bad, "--fields", "line", "--sort", "line", "-r").ids == sorted(lines, reverse=True)
    assert inline("validate", bad, "--fields", "line", "-r").ids == lines[::-1]
    assert inline("validate", bad, "--sort", "bogus").code == 2
    assert inline("diff", old, new, "--sort", "title", "--fields", "title").ids == ["a", "c"]
    assert inline("diff", old, new, "--sort", "title", "-r", "--fields", "title").ids == ["c", "a"]


def test_a_search_ranks_then_limits_then_sorts(inline: Inline) -> None:
    best = inline("search", "sanctions", "-n", "6", "--fields", "id").ids
    for field in ("title", "id", "upper"):
        found = inline("search", "sanctions", "-n", "6", "--sort", field, "--fields", "id").ids
        back = inline("search", "sanctions", "-n", "6", "--sort", field, "-r", "--fields", "id").ids

        assert sorted(found) == sorted(best)
        assert back == found[::-1]
    assert inline("search", "sanctions", "-n", "6", "--sort", "id", "--fields", "id").ids == sorted(best)
    assert inline("search", "sanctions", "-n", "6", "--sort", "Rank", "--fields", "id").ids == best


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["list", "--sort", "titel"], "--sort: there is no 'titel': did you mean title"),
        (["contested", "--sort", "lag_admited"], "--sort: there is no 'lag_admited': did you mean lag_admitted"),
        (["count", "--by", "tag", "--sort", "date"], "--sort: there is no 'date': it is one of value, n"),
        (["count", "--sort", "value"], "--sort: there is no 'value': it is one of n"),
        (["list", "--sort", "all"], "--sort: there is no 'all'"),
        (["list", "--sort", ""], "--sort: there is no ''"),
        (["list", "--sort", "sources.uri"], "--sort: there is no 'uri' in 'sources': there are publisher"),
        (["search", "veto", "--sort", "zzzz"], "--sort: there is no 'zzzz': it is one of rank, date, id"),
        (["list", "--sort", "rank"], "--sort rank: only a search has a rank"),
        (["search", "veto", "--sort", "title", "-C", "1"], "--sort title: neighbours in time need the order of time"),
        (["search", "veto", "--sort", "context"], "--sort: there is no 'context'"),
    ],
)
def test_what_is_no_field_is_refused_with_the_nearest(inline: Inline, args: list[str], says: str) -> None:
    done = inline(*args)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"timeline: {says}")


def test_python_sorts_by_the_same_name(small: Chronology) -> None:
    def found(**more: Any) -> list[str]:
        return ids(relations_cli.ask("list", small, order="title", **more))

    assert found() == sorted(found(), key=lambda one: next(e.title for e in small.events if e.id == one).casefold())
    assert found(limit=3) == found()[:3]
    assert found(reverse=True, limit=2) == found()[::-1][:2]
    with refused("order title: neighbours in time need the order of time: leave it out"):
        relations_cli.ask("search", small, text="ferry", context=1, order="title")
    assert ids(select(small, asked(order="title", limit=3))) == found()[:3]
    best = ids(select(small, asked(text="ferry", limit=3)))
    assert sorted(best) == ids(select(small, asked(text="ferry", order="id", limit=3)))
    with pytest.raises(UsageError, match="'sort'"):
        relations_cli.ask("list", small, sort="title")
