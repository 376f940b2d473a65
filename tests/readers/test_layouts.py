"""What programs export: their names mean what they mean there; one event a file; documents one after another."""

import json
from typing import Any

import pytest

from readers.reads import from_text, reading_of, said, told
from relations_cli.errors import DataError
from relations_cli.readers.registry import read


def events_of(document: Any, name: str = "a.json") -> Any:
    return from_text(json.dumps(document), name).events


def test_a_task_is_of_the_day_on_which_it_is_due() -> None:
    tasks = [
        {"id": 1, "description": "Pay", "due": "20240131T000000Z", "entry": "20240101T101010Z", "uuid": "u-1"},
        {"id": 0, "description": "Buy", "end": "20240110T000000Z", "entry": "20240101T101010Z", "uuid": "u-2"},
        {"id": 0, "description": "Look", "entry": "20240104T101010Z", "uuid": "u-3", "status": "waiting"},
    ]
    chronology, line = said(json.dumps(tasks), "a.json")

    days = [(str(event.date)[:10], event.title, event.id) for event in chronology.events]
    assert days == [("2024-01-31", "Pay", "u-1"), ("2024-01-10", "Buy", "u-2"), ("2024-01-04", "Look", "u-3")]
    assert "when it was written down" in line
    assert chronology.events[2].extra == {"id": 0, "status": "waiting"}


def test_the_rows_of_a_forensic_timeline_have_messages() -> None:
    row = "Read,1437764461000000,2015-07-24T19:01:01+00:00,Access,FILE"
    text = f"message,timestamp,datetime,timestamp_desc,source\n{row}\n"
    (event,) = from_text(text, "a.csv").events

    assert (str(event.date)[:10], event.title, event.sources) == ("2015-07-24", "Read", ())
    assert event.extra == {"timestamp": "1437764461000000", "timestamp_desc": "Access", "source": "FILE"}
    (line,) = events_of({"message": "Read", "datetime": "2015-07-24T19:01:01+00:00", "timestamp_desc": "x"}, "a.jsonl")
    assert line.title == "Read"
    old = (
        "date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc\n07/24/2015,19:01:01,UTC,M,F,O,T,u,h,S,D\n"
    )
    (event,) = from_text(old, "a.csv").events
    assert (event.title, event.summary, event.type) == ("S", "D", None)


def test_the_content_of_a_feed_is_text() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notes",
        "home_page_url": "https://h.example/",
        "items": [
            {
                "id": "1",
                "content_html": "<p>The pier <b>closes</b>. Rain.</p>",
                "date_published": "2024-03-01T10:00:00Z",
            },
            {
                "id": "2",
                "title": "B",
                "content_text": "b",
                "date_published": "2024-03-02",
                "url": "https://h.example/2",
            },
        ],
    }
    reading = reading_of("a.json")
    first, second = read(json.dumps(feed).encode(), reading).events

    assert (first.title, first.summary) == ("The pier closes", "The pier closes. Rain.")
    assert (second.title, second.summary, second.sources[0].url) == ("B", "b", "https://h.example/2")
    assert "'home_page_url' holds no event: https://h.example/" in str(reading.notes[0])


def test_the_answers_of_a_query_service_are_read_in_each_form() -> None:
    row = {"item": "http://www.wikidata.org/entity/Q1", "itemLabel": "Battle", "date": "1805-10-21T00:00:00Z"}
    bindings = [{key: {"type": "literal", "value": value} for key, value in row.items()}]
    chronology, line = said(json.dumps({"head": {"vars": list(row)}, "results": {"bindings": bindings}}), "a.json")
    (event,) = chronology.events

    assert (str(event.date)[:10], event.title, event.extra) == ("1805-10-21", "Battle", {"item": row["item"]})
    assert "left out" not in line
    assert [one.title for one in events_of([row])] == ["Battle"]
    assert told(from_text(f"{','.join(row)}\n{','.join(row.values())}\n", "a.csv"))[0][1] == "Battle"


def test_a_value_that_nobody_knows_is_none() -> None:
    row = {"itemLabel": "Battle", "date": "http://www.wikidata.org/.well-known/genid/0c1d"}

    assert [event.date for event in events_of([row, row | {"itemLabel": "Siege", "date": "1805"}])] == [None, "1805"]


def test_the_entries_of_a_diary_are_read() -> None:
    diary = {"tags": {"@pier": 1}, "entries": [{"title": "A", "body": "b", "date": "2024-03-01", "tags": ["@pier"]}]}
    (event,) = events_of(diary)

    assert (event.title, event.summary, event.tags) == ("A", "b", ("@pier",))


ALONE: list[dict[str, Any]] = [
    {"sources": [{"title": "r", "date": "2024-03-06", "url": "https://n.example/1"}]},
    {"id": "b", "sources": [{"title": "r", "date": "2024-03-06"}, {"title": "s", "date": "2024-03-07"}]},
    {"updates": [{"date": "2024-03-06", "text": "Spliced"}]},
    {"comments": [{"date": "2024-03-06", "text": "Good"}]},
    {"id": "b", "place": "Quay", "articles": [{"date": "2024-03-06", "title": "x"}]},
    {"summary": "s", "photos": [{"src": "a.png"}]},
]


@pytest.mark.parametrize("more", ALONE)
@pytest.mark.parametrize("form", ["a.json", "a.yml"])
def test_a_dated_object_is_one_event_whatever_in_it_is_dated(more: dict[str, Any], form: str) -> None:
    (event,) = events_of({"date": "2024-03-05", "title": "A"} | more, form)

    assert (event.date, event.title) == ("2024-03-05", "A")


@pytest.mark.parametrize("key", ["events", "timeline", "items", "posts", "articles", "chapters"])
def test_a_dated_chronology_is_no_event_and_its_date_is_told(key: str) -> None:
    document = {"title": "T", "date": "2024-06-01", key: [{"date": "2024-03-05", "title": "A"}]}
    chronology, line = said(json.dumps(document), "a.json")

    assert told(chronology) == [("2024-03-05", "A")]
    assert "1 part left out" in line


def test_documents_may_follow_one_another() -> None:
    one, other = '{\n "date": "2024-01-01",\n "title": "A"\n}', '{"date": "2024-01-02", "title": "B"}'

    for between in ("\n", "", "\n\x1e"):
        assert told(from_text(f"{one}{between}{other}", "a.json")) == [("2024-01-01", "A"), ("2024-01-02", "B")]
    assert len(from_text(f"{one}\n[{other}, {other.replace('B', 'C')}]", "a.json").events) == 3
    with pytest.raises(DataError, match=r"a\.json:5:2: '2024-13-02': there is no month 13"):
        from_text(f"{one}\n {other.replace('-01-', '-13-')}", "a.json")
    with pytest.raises(DataError, match=r"a\.json:5:10: no valid JSON"):
        from_text(f'{one}\n{{"date": ,}}', "a.json")
    with pytest.raises(DataError, match=r"a\.json:4:3: no valid JSON"):
        from_text(f"{one} x", "a.json")
    ours = '{"title": "T", "tags": {}, "events": []}'
    with pytest.raises(DataError, match=r"a\.json:5: a chronology among other documents"):
        from_text(f"{one}\n{ours}", "a.json")
