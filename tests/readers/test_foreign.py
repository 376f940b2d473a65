"""What is made of an entry: its title, its date beside others, its sources."""

import json

import pytest

from readers.reads import from_text, reading_of, said
from relations_cli.errors import DataError
from relations_cli.readers.entries.cell_values import sources_of
from relations_cli.readers.entries.date_parts import dated_in, joined_date
from relations_cli.readers.entries.dating import Dating
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.entries.sentences import first_sentence
from relations_cli.readers.entries.settling import dating_of
from relations_cli.readers.registry import read


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("2020", "1", "2"), "2020-01-02"),
        (("1970", "0", "0"), "1970"),
        (("1970.0", "7.0", ""), "1970-07"),
        (("1902", "May", "8"), "8 May 1902"),
        (("-44", "3", ""), "-0043-03"),
        (("-44", "", ""), "-44"),
        (("", "3", ""), "3"),
        (("c. 1200", "", ""), "c. 1200"),
        (("", "", ""), ""),
    ],
)
def test_parts_are_joined(parts: tuple[str, str, str], date: str) -> None:
    assert joined_date(*parts) == date


@pytest.mark.parametrize(
    ("date", "expected"),
    [("28 June", "28 June 1914"), ("6/28", "6/28/1914"), ("28-Jun", "28-Jun-1914"), ("1915-01", "1915-01"), ("", "")],
)
def test_a_day_without_its_year_is_in_that_of_the_other_column(date: str, expected: str) -> None:
    assert dated_in("1914", date) == expected


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("https://a.example/x;y", [("https://a.example/x;y", None)]),
        ("https://a.example; https://b.example", [("https://a.example", None), ("https://b.example", None)]),
        ("https://a.example https://b.example", [("https://a.example", None), ("https://b.example", None)]),
        (";;https://a.example", [("https://a.example", None)]),
        ("https://a.example (archived)", [("https://a.example", None)]),
        ("www.a.example/b", [("https://www.a.example/b", None)]),
        ("Reuters", [(None, "Reuters")]),
        ("Reuters; https://a.example", [(None, "Reuters"), ("https://a.example", None)]),
        ("n/a", []),
        ("", []),
    ],
)
def test_sources_in_a_cell(cell: str, sources: list[tuple[str | None, str | None]]) -> None:
    assert [(source.url, source.publisher) for source in sources_of(cell)] == sources


def test_names_are_blind_to_case_space_underscore_and_accents() -> None:
    for names in (("Start Date", "TITLE"), ("start_date", "title"), ("startDate", "Title")):
        assert roles_of(names) == {"date": [names[0]], "title": [names[1]]}
    assert roles_of(("Année", "Événement")) == {"year": ["Année"], "title": ["Événement"]}


def test_a_word_gives_a_role_only_where_one_name_has_it() -> None:
    assert roles_of(("main_date", "update_date", "title"))["date"] == ["main_date"]
    assert "date" not in roles_of(("first_date", "second_date", "title"))
    assert roles_of(("Date of attack", "Date attack ended", "title"))["end"] == ["Date attack ended"]


def test_dates_are_read_as_the_whole_file_says() -> None:
    entries = [Entry(date=date, title="A") for date in ("-551", "224", "1868/09/17")]
    from readers.reads import reading_of

    dating = dating_of(entries, reading_of("a.csv"))

    assert [found.text for date in ("-551", "224", "1869/12") if (found := dating.read(date))] == [
        *("-0550", "0224", "1869-12"),
    ]
    assert Dating().interval("2014", "Present") == "2014/.."
    assert Dating().interval("", "2014") == "/2014"


def test_a_title_is_made_of_the_text_and_that_is_said_once() -> None:
    chronology, line = said("date,text\n2020,One thing. Another.\n2021,Dr. No came. He left.\n", "a.csv")

    assert [event.title for event in chronology.events] == ["One thing", "Dr. No came"]
    assert line.count("the first sentence of the text") == 1


def test_a_first_sentence_is_cut_at_a_word() -> None:
    assert first_sentence("It began. " * 100) == "It began"
    assert first_sentence(f"{'word ' * 40}.").endswith("word…")
    assert len(first_sentence("x" * 500)) == 80
    assert first_sentence("") == ""
    assert first_sentence("Mr. A met the U.S. envoy on Jan. 5. It ended.") == "Mr. A met the U.S. envoy on Jan. 5"
    assert first_sentence("金正恩抵达。他会见普京。") == "金正恩抵达。"
    assert first_sentence("A line that goes\non here\n\nand then more.") == "A line that goes on here"
    assert first_sentence("He returned to the U.S.") == "He returned to the U.S."


def test_permuted_rows_are_permuted_events() -> None:
    rows = ["2020,A", "2019,B", "13/1/2018,C", "2/1/2018,D"]
    one = from_text("\n".join(["date,title", *rows]), "a.csv").events
    other = from_text("\n".join(["date,title", *reversed(rows)]), "a.csv").events

    assert one == tuple(reversed(other))


ROWS = [("2020-01-01", "Alpha"), ("2020-01-02", ""), ("2020-01-03", "Gamma")]


@pytest.mark.parametrize("suffix", ["csv", "json", "yml"])
def test_an_entry_with_a_date_and_no_text_is_left_out_and_counted(suffix: str) -> None:
    texts = {
        "csv": "\n".join(["date,title", *(",".join(row) for row in ROWS)]),
        "json": json.dumps([{"date": day, "title": title or None} for day, title in ROWS]),
        "yml": "\n".join(f"- date: {day}\n  title: {title}" for day, title in ROWS),
    }

    chronology, line = said(texts[suffix], f"a.{suffix}")

    assert [event.title for event in chronology.events] == ["Alpha", "Gamma"]
    assert "1 entry skipped" in line


def test_entries_of_which_most_have_no_text_are_refused_unless_the_user_named_it() -> None:
    table = "date,title,other\n2020-01-01,,A\n2020-01-02,,B\n2020-01-03,C,\n"

    with pytest.raises(DataError, match="2 of 3 entries have no text"):
        from_text(table, "a.csv")
    with pytest.raises(DataError, match="no entry has a text"):
        from_text("date,title\n2020-01-01,\n", "a.csv")

    assert [event.title for event in from_text(table, "a.csv", columns={"title": "title"}).events] == ["C"]


def test_a_topic_is_the_title_of_notes_and_a_tag_of_texts() -> None:
    notes = from_text("year,topic,notes\n1901,The hall burns,at night\n1902,A new hall,\n", "a.csv").events
    texts = from_text("year,topic,text\n1901,Fires,The hall burns. It was night.\n", "a.csv").events

    assert [(event.title, event.tags) for event in notes] == [("The hall burns", ()), ("A new hall", ())]
    assert [(event.title, event.tags) for event in texts] == [("The hall burns", ("Fires",))]


def test_a_note_is_the_text_where_there_is_no_other() -> None:
    assert [event.title for event in from_text("date,note\n2020,It rains. All day.\n", "a.csv").events] == ["It rains"]

    beside = from_text("date,title,note\n2020,Rain,All day.\n", "a.csv").events[0]
    assert (beside.title, beside.summary, beside.note) == ("Rain", None, "All day.")


def test_a_label_that_only_shows_the_date_is_no_title() -> None:
    entries = [
        {"date": "2025-09-19", "label": "Sep 19, 2025", "note": "The house votes. It fails."},
        {"date": "2025-09-20", "label": "A second vote", "note": "It fails again."},
    ]

    events = from_text(json.dumps(entries), "a.json").events

    assert [event.title for event in events] == ["The house votes", "A second vote"]


def test_a_title_made_of_html_is_without_its_tags() -> None:
    text = '- year: 2003\n  description: The <a href="/plan.jpg">first plan</a> &amp; its map. More.\n'

    event = from_text(text, "a.yml").events[0]

    assert event.title == "The first plan & its map"
    assert event.summary == 'The <a href="/plan.jpg">first plan</a> &amp; its map. More.'


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("2018-09-11", "6:30 PM", "2018-09-11/2018-09-11T18:30"),
        ("Sep 11 2018 4PM", "5PM", "2018-09-11T16:00/2018-09-11T17:00"),
        ("2018-09-11", "21:00", "2018-09-11/2018-09-11T21:00"),
        ("2018-09-11 19:05", "13:30 CET", "2018-09-11T19:05"),
        ("July - 2019", "", "2019-07"),
        ("Jan 11 2012 CST", "", "2012-01-11"),
    ],
)
def test_a_time_of_day_is_no_other_day(start: str, end: str, date: str) -> None:
    text = json.dumps([{"title": "A", "start": start, "end": end}])

    assert [event.date for event in from_text(text, "a.json").events] == [date]


def test_what_no_date_can_say_of_a_time_is_kept_beside_it() -> None:
    rows = ("11 19:05 ACST,,A", "11 19:05,13:30,B", "11 19:05 CET,20:00,C", "12 19:05,,D")
    text = "date,end,title\n" + "".join(f"2018-09-{row}\n" for row in rows).replace("2018-09-12", "c. 2018-09-12")

    events = from_text(text, "a.csv").events

    assert [event.date for event in events] == [
        "2018-09-11T19:05",
        "2018-09-11T19:05",
        "2018-09-11T19:05+01:00/2018-09-11T20:00",
        "2018-09-12~",
    ]
    assert [event.extra for event in events] == [{"zone": "ACST"}, {"end": "13:30"}, {}, {"time": "19:05"}]


@pytest.mark.parametrize(
    ("table", "date", "extra"),
    [
        ("date,time\n2024-03-01,17:45", "2024-03-01T17:45", {}),
        ("date,time\n2024-03-01,1745", "2024-03-01T17:45", {}),
        ("date,time\n2024-03-01,5:45 PM", "2024-03-01T17:45", {}),
        ("date,time\n2024-03-01T17:45,17:45", "2024-03-01T17:45", {"time": "17:45"}),
        ("date,time\n2024-03-01,at dusk", "2024-03-01", {"time": "at dusk"}),
        ("date,time,tz\n2024-03-01,17:45,+09:00", "2024-03-01T17:45+09:00", {}),
        ("date,time,tz\n2024-03-01,17:45,Asia/Seoul", "2024-03-01T17:45", {"tz": "Asia/Seoul"}),
        ("Year,Month,Day,Hour,Minute\n2024,3,1,9,5", "2024-03-01T09:05", {}),
        ("Datum;Uhrzeit\n21.3.2024;9:15", "2024-03-21T09:15", {}),
        ("date,start_time,end_time\n2024-03-01,9:15,10:00", "2024-03-01T09:15/2024-03-01T10:00", {}),
        (
            "start_date,start_time,end_date,end_time\n2024-03-01,22:00,2024-03-02,1:00",
            "2024-03-01T22:00/2024-03-02T01:00",
            {},
        ),
        ("start_time,end_time\n2024-03-01 22:00,2024-03-02 01:00", "2024-03-01T22:00/2024-03-02T01:00", {}),
        ("date,Time (UTC)\n2024-03-01,17:45", "2024-03-01T17:45Z", {}),
        ("date,local_time\n2024-03-01,17:45", "2024-03-01T17:45", {}),
        ("time,place\n2024-03-01 22:00,Kirov", "2024-03-01T22:00", {}),
    ],
)
def test_a_column_of_times_completes_the_column_of_days(table: str, date: str, extra: dict[str, str]) -> None:
    mark = ";" if ";" in table else ","
    head, row = table.split("\n")
    document = dict(zip(head.split(mark), row.split(mark), strict=True)) | {"title": "A"}

    for event in (
        *from_text(f"{head}{mark}title\n{row}{mark}A\n", "a.csv").events,
        *from_text(json.dumps([document]), "a.json").events,
    ):
        assert (event.date, event.extra) == (date, extra)


@pytest.mark.parametrize(
    ("times", "dates"),
    [
        (("00:00:00",), ("2018-09-11",)),
        (("00:00",), ("2018-09-11T00:00",)),
        (("0:00", "0:00"), ("2018-09-11", "2018-09-12")),
        (("12:00:00 AM", "12:00:00 AM"), ("2018-09-11", "2018-09-12")),
        (("00:00:00", "00:01:00"), ("2018-09-11T00:00:00", "2018-09-12T00:01:00")),
    ],
)
def test_where_every_time_is_midnight_days_are_meant(times: tuple[str, ...], dates: tuple[str, ...]) -> None:
    rows = "".join(f"9/{11 + at}/2018 {time},{time} {at}\n" for at, time in enumerate(times))

    chronology, line = said(f"date,title\n{rows}9/30/2018,X\n", "a.csv")

    assert tuple(event.date for event in chronology.events[:-1]) == dates
    assert ("each is 00:00" in line) == ("T" not in dates[0])


@pytest.mark.parametrize("end", ["6", "25:00", "13 PM", "tomorrow"])
def test_an_end_that_is_no_time_of_day_either_is_refused(end: str) -> None:
    with pytest.raises(DataError):
        from_text(json.dumps([{"title": "A", "start": "2018-09-11", "end": end}]), "a.json")


def test_what_others_group_under_related_is_kept_beside_ours() -> None:
    entry = {"time_span": {"start": "1936-01-01", "end": "1936-12-31"}, "title": "A", "related": {"people": ["B"]}}

    event = from_text(json.dumps([entry]), "a.json").events[0]

    assert event.date == "1936-01-01/1936-12-31"
    assert (event.related, event.extra["related"]) == ((), {"people": ["B"]})


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_entries_with_other_names_for_what_ours_mean_are_those_of_others(name: str) -> None:
    entry = {
        "id": "1",
        "date": "2024-03-01",
        "title": "A",
        "description": "B",
        "category": "c",
        "url": "https://d.example",
    }
    text = json.dumps([entry] if name.endswith("n") else entry)
    (event,) = from_text(text, name).events

    assert (event.id, event.summary, event.tags, event.extra) == ("1", "B", ("c",), {})
    assert event.sources[0].url == "https://d.example"


def test_a_time_beside_a_day_completes_it_though_all_else_is_as_ours() -> None:
    entries = [{"id": "1", "date": "2024-03-01", "title": "A", "time": "10:15"}]

    assert [event.date for event in from_text(json.dumps(entries), "a.json").events] == ["2024-03-01T10:15"]


def test_what_we_would_work_out_is_kept_where_we_would_not_write_it() -> None:
    entry = {"id": "1", "date": "2024-03-01", "title": "A", "origin": "Lisbon", "status": "sunk", "vessel": "Ada"}
    chronology, line = said(json.dumps([entry]), "a.json")

    assert [event.extra for event in chronology.events] == [{"origin": "Lisbon", "status": "sunk", "vessel": "Ada"}]
    assert line == "a.json: kept under extra: 'origin', 'status', 'vessel' (explain lists each)"


def test_names_under_extra_are_told_once_each_with_their_number() -> None:
    entries = [{"date": "2024", "title": "A", "x": 1}, {"date": "2025", "title": "B", "x": 2, "y": 3}]
    reading = reading_of("a.json")
    read(json.dumps(entries).encode(), reading)

    assert list(map(str, reading.notes)) == [
        "a.json:1:2: 'x': kept under extra, of 2 events",
        "a.json:1:42: 'y': kept under extra, of 1 event",
    ]


def test_seconds_that_look_like_an_hour_of_the_middle_ages_are_seconds() -> None:
    entries = [{"timestamp": number, "text": str(number)} for number in (1583020800, -14182940, 0)]

    assert [event.date for event in from_text(json.dumps(entries), "a.json").events] == [
        "2020-03-01T00:00:00Z",
        "1969-07-20T20:17:40Z",
        "1970-01-01T00:00:00Z",
    ]
