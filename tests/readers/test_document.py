"""Foreign JSON and YAML: where the entries are, what a date may be, and that nothing is dropped unsaid."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.reads import from_text, said, told
from relations_cli.errors import DataError
from relations_cli.escaping import one_line

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(lambda text: bool(one_line(text).strip()))
ENTRIES = st.lists(
    st.fixed_dictionaries({"date": st.dates().map(str), "event": TEXTS, "colour": st.text(max_size=5)}),
    min_size=1,
    max_size=8,
    unique_by=lambda entry: one_line(entry["event"]).strip(),
)


def read(document: Any, **options: Any) -> list[tuple[str | None, str]]:
    return told(from_text(json.dumps(document), "a.json", **options))


@given(ENTRIES, st.sampled_from(["array", "events", "deep", "lines", "id"]))
def test_any_entries_are_read_as_they_are(entries: list[dict[str, str]], shape: str) -> None:
    document: Any = {
        "array": entries,
        "events": {"title": "T", "events": entries},
        "deep": {"data": {"page": {"items": entries}}},
        "id": {f"e{number}": entry for number, entry in enumerate(entries)},
        "lines": entries,
    }[shape]
    text = "\n".join(map(json.dumps, entries)) if shape == "lines" else json.dumps(document)

    events = from_text(text, "a.jsonl" if shape == "lines" else "a.json").events

    assert [(event.date, event.title) for event in events] == [
        (entry["date"], one_line(entry["event"]).strip()) for entry in entries
    ]
    assert [event.extra["colour"] for event in events] == [entry["colour"] for entry in entries]


@given(ENTRIES, st.data())
def test_ids_survive_deleting_and_reordering(entries: list[dict[str, str]], data: Any) -> None:
    ids = {event.title: event.id for event in from_text(json.dumps(entries), "a.json").events}
    kept = data.draw(st.permutations(entries))[: data.draw(st.integers(1, len(entries)))]

    events = from_text(json.dumps(kept), "a.json").events

    assert [event.title for event in events] == [one_line(entry["event"]).strip() for entry in kept]
    assert {event.title: event.id for event in events}.items() <= ids.items()


ONE = [("2020-01-02", "A")]


@pytest.mark.parametrize(
    "document",
    [
        [["date", "title"], ["2020-01-02", "A"]],
        {"columns": ["date", "title"], "data": [["2020-01-02", "A"]]},
        {"date": {"0": "2020-01-02"}, "title": {"0": "A"}},
        {"date": ["2020-01-02"], "title": ["A"]},
        {"events": {"e1": {"date": "2020-01-02", "title": "A"}}},
        {"2020-01-02": "A"},
        {"2020": {"January": {"2": "A"}}},
        [{"date": "2020-01-02", "events": ["A"]}],
        [{"year": 2020, "events": [{"month": 1, "day": 2, "title": "A"}]}],
        [{"year": 2020, "months": [{"month": "January", "events": [{"day": 2, "title": "A"}]}]}],
        [{"brand": "B", "years": [{"date": "2020-01-02", "text": "A"}]}],
        {"features": [{"type": "Feature", "properties": {"date": "2020-01-02", "name": "A"}}]},
        {"edges": [{"node": {"publishedAt": "2020-01-02T00:00:00Z", "title": "A"}}]},
        {"hits": {"hits": [{"_id": 1, "_source": {"date": "2020-01-02", "title": "A"}}]}},
        {
            "head": {"vars": ["event", "eventLabel", "date"]},
            "results": {
                "bindings": [
                    {
                        "event": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
                        "eventLabel": {"type": "literal", "value": "A"},
                        "date": {"type": "literal", "value": "2020-01-02T00:00:00Z"},
                    }
                ]
            },
        },
        {"timeline": {"events": [{"start_date": {"year": 2020, "month": 1, "day": 2}, "text": {"headline": "A"}}]}},
        [{"title": {"rendered": "A"}, "date": "2020-01-02T00:00:00"}],
    ],
)  # fmt: skip
def test_entries_are_found_where_files_keep_them(document: Any) -> None:
    assert read(document) == ONE


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"year": 2020, "month": 1, "day": 2}, "2020-01-02"),
        ({"year": -44, "month": 3}, "-0043-03"),
        ({"dateTime": "2020-01-02T10:00:00+01:00", "timeZone": "x"}, "2020-01-02T10:00:00+01:00"),
        ({"$date": "2020-01-02T10:00:00Z"}, "2020-01-02T10:00:00Z"),
        ({"start": "2020-01-02", "end": "2020-01-05"}, "2020-01-02/2020-01-05"),
        ({"seconds": 1577923200, "nanoseconds": 0}, "2020-01-02"),
        ({"time": "+2020-01-02T00:00:00Z", "precision": 11}, "2020-01-02"),
        (["2020-01-02"], "2020-01-02"),
        ([2020, 1, 2], "2020-01-02"),
        (1577923200000, "2020-01-02"),
        (1577923200, "2020-01-02"),
        (2020, "2020"),
        ("2020-W01", "2019-12-30/2020-01-05"),
        ("January 7<sup>th</sup>, 2019", "2019-01-07"),
        ("2020.09", "2020-09"),
        (None, None),
        ("", None),
    ],
)
def test_a_date_may_be_an_object_a_number_or_a_list(date: Any, expected: str | None) -> None:
    assert read([{"date": date, "title": "A"}, {"date": "1999", "title": "B"}])[0] == (expected, "A")


@pytest.mark.parametrize("date", [["2020-01-02", "2020-01-05"], {"quarter": 2}, True])
def test_what_is_no_single_date_is_refused_or_said(date: Any) -> None:
    document = json.dumps([{"date": "1999", "title": "B"}, {"date": date, "title": "A"}])

    chronology, line = said(document, "a.json", skip_bad=True)

    assert told(chronology)[0] == ("1999", "B")
    assert line != ""


def test_an_end_that_has_not_come_leaves_it_open() -> None:
    assert read([{"from": "2014", "to": "present", "title": "A"}]) == [("2014/..", "A")]


def test_what_stands_beside_the_entries_is_said() -> None:
    entry = {"date": "1905", "title": "A"}
    eras, line = said(json.dumps({"eras": [{"start": "1900", "name": "E"}], "events": [entry]}), "a.json")

    assert told(eras) == [("1905", "A")]
    assert "1 part left out" in line
    # No key that holds entries by its name: all do
    both = from_text(json.dumps({"wars": [entry], "treaties": [{"date": "1906", "title": "B"}]}), "a.json")
    assert [(event.title, event.extra["section"]) for event in both.events] == [("A", "wars"), ("B", "treaties")]


def test_what_a_group_says_stays_with_its_entries() -> None:
    (event,) = from_text(
        json.dumps([{"brand": "B", "colour": "red", "years": [{"year": 1995, "text": "A"}]}]), "a.json"
    ).events

    assert (event.date, event.extra) == ("1995", {"brand": "B", "colour": "red"})


@pytest.mark.parametrize(
    "document",
    [
        {"title": "x", "status": "passed", "start": "2020-01-01", "tests": [{"name": "a", "duration": 1}]},
        {"stats": {"start": "2020-01-01", "passes": 2, "failures": 1, "title": "x"}, "tests": [{"title": "adds"}]},
        [{"name": "suite", "timestamp": "2020-01-01", "failures": 0, "skipped": 1}],
        {"levels": {"2010": 0, "2020": 1}},
        {"2020-01-01": 5, "2020-01-02": 7},
        [{"quarter": "Q1", "title": "A"}],
        {"meta": {"updated": "2020-01-01", "description": "x"}, "events": [{"d": "2020", "t": "x"}]},
        [[1, 2], [3, 4]],
        [[[[[[[[{"date": "2020", "title": "A"}]]]]]]]],
        3,
        "2020",
    ],
)  # fmt: skip
def test_what_is_no_chronology_is_refused(document: Any) -> None:
    with pytest.raises(DataError) as error:
        read(document)
    assert "\n" not in str(error.value)


def test_coded_events_without_a_text_get_titles_of_their_actors() -> None:
    document = {"Result": [{"id": 1, "date_start": "2020-01-02", "side_a": "A", "side_b": "B", "country": "C"}]}

    assert read(document) == [("2020-01-02", "A — B")]


def test_lines_of_json_in_a_json_file_are_read() -> None:
    text = '{"date": "2020-01-01", "event": "A"}\n{"date": "2020-01-02", "event": "B"}\n'

    assert told(from_text(text, "a.json")) == [("2020-01-01", "A"), ("2020-01-02", "B")]


def test_an_entry_that_cannot_be_read_is_named_with_its_line() -> None:
    text = '[\n {"date": "2020", "title": "A"},\n {"date": "2020-02-30", "title": "B"}]'

    with pytest.raises(DataError, match=r"a\.json:3:2: '2020-02-30': February 2020 has 29 days"):
        from_text(text, "a.json")
