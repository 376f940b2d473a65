"""A calendar: lines as RFC 5545 has them, days and times as they are, and nothing lost that it can hold."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from dated import HELD
from program import Inline
from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.readers.ics.calendars import read
from relations_cli.readers.reading import Reading
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
UTC = datetime.UTC


def written(chronology: Chronology, **asked: Any) -> str:
    return "".join(map(str, rendered(WRITERS["ics"], select(chronology, Query.of(today=TODAY, **asked)), How())))


def of(*events: Event, **more: Any) -> Chronology:
    return Chronology(title="T", events=events, **more)


def read_again(text: str) -> Chronology:
    return read(text.encode(), Reading(name="x.ics"))


def vevent(date: str | None, **more: Any) -> Any:
    """The one event of a calendar as the library reads it."""
    (event,) = Calendar.from_ical(written(of(Event(id="a", date=date, title="t", **more)))).walk("VEVENT")
    return event


def day(year: int, month: int, of_month: int) -> datetime.date:
    return datetime.date(year, month, of_month)


def time(*parts: int, zone: datetime.tzinfo | None = None) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=zone)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024-03-01", day(2024, 3, 1), day(2024, 3, 2)),
        ("2024-02-28/2024-02-29", day(2024, 2, 28), day(2024, 3, 1)),
        ("2024-03", day(2024, 3, 1), day(2024, 4, 1)),
        ("1948~", day(1948, 1, 1), day(1949, 1, 1)),
        ("19XX", day(1900, 1, 1), day(2000, 1, 1)),
        ("[1667,1668,1670..1672]", day(1667, 1, 1), day(1673, 1, 1)),
        ("2022/..", day(2022, 1, 1), day(2022, 1, 2)),
        ("2022-05/", day(2022, 5, 1), day(2022, 5, 2)),
        ("../1984-06", day(1984, 6, 30), day(1984, 7, 1)),
        ("[..1984]", day(1984, 12, 31), day(1985, 1, 1)),
        ("0001-01-01", day(1, 1, 1), day(1, 1, 2)),
        ("9999-12-31", day(9999, 12, 31), None),
        ("2024-03-01T09:15", time(2024, 3, 1, 9, 15), None),
        ("2024-03-01T09:15:30.5", time(2024, 3, 1, 9, 15, 30), None),
        ("2024-03-01T05:00+09:00", time(2024, 2, 29, 20, 0, zone=UTC), None),
        ("2024-03-01T09:15Z/2024-03-01T10:00Z", time(2024, 3, 1, 9, 15, zone=UTC), time(2024, 3, 1, 10, zone=UTC)),
        ("2024-03-01T09:15/2024-03-02", time(2024, 3, 1, 9, 15), time(2024, 3, 3)),
        ("2024-03-01/2024-03-02T10:00-05:00", time(2024, 3, 1, 5, zone=UTC), time(2024, 3, 2, 15, zone=UTC)),
        ("2024-03-01T09:15+09:00/2024-03-01T10:00", time(2024, 3, 1, 9, 15), time(2024, 3, 1, 10)),
        ("2024-03-01T09:15/..", time(2024, 3, 1, 9, 15), None),
    ],
)
def test_an_event_has_the_days_or_the_times_of_its_date(
    date: str, start: datetime.date, end: datetime.date | None
) -> None:
    event = vevent(date)

    found = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
    assert ((start, end), (type(start), type(end))) == (found, tuple(map(type, found)))
    assert str(event["X-EDTF-DATE"]).replace("\\,", ",") == date  # the library leaves unknown ones as they stand


@pytest.mark.parametrize("date", ["2024-03-01", "2024-02-28/2024-02-29"])
def test_a_day_needs_no_words(date: str) -> None:
    assert "DESCRIPTION" not in vevent(date)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1948~", "c. 1948"),
        ("2022/..", "from 2022"),
        ("2024-03-01T05:00+09:00", "1 Mar 2024, 05:00 +09:00"),
        ("[1667,1668]", "1667 or 1668"),
    ],
)
def test_what_a_calendar_cannot_say_of_a_date_is_said_in_words(date: str, words: str) -> None:
    assert f"--\nDate: {words}" == str(vevent(date)["DESCRIPTION"])


def test_an_event_says_what_it_is() -> None:
    chronology = of(
        Event(
            id="a-b",
            date="2024-03-01",
            title="Boats, sold; all of \\News",
            summary="Two.\nAnd three.",
            type="sale",
            tags=("boats", "x,y"),
            actors=("line",),
            places=("Kiel", "Oslo"),
            note="See there.",
            claims=(Claim(by="union", stance="denies", date="2024-03-02"),),
            sources=(
                Source(publisher="P", url="javascript:alert(1)"),
                Source(
                    publisher="Q", title="R", url="https://q.example/a?b=1", date="2024", archived="https://w.example"
                ),
            ),
        ),
        updated="2024-05",
        actors={"line": Actor(name="The Line", kind="organisation"), "union": Actor(name="Union", kind="organisation")},
    )
    text = written(chronology)
    event: Any = Calendar.from_ical(text).walk("VEVENT")[0]

    assert {
        name: str(event[name]) for name in ("UID", "SUMMARY", "LOCATION", "URL", "TRANSP", "X-STATUS", "X-TYPE")
    } == {
        "UID": "a-b@relations-cli",
        "SUMMARY": "Boats, sold; all of \\News",
        "LOCATION": "Kiel, Oslo",
        "URL": "https://q.example/a?b=1",
        "TRANSP": "TRANSPARENT",
        "X-STATUS": "denied",
        "X-TYPE": "sale",
    }
    assert event["CATEGORIES"].to_ical() == b"boats,x\\,y"
    assert event["DTSTAMP"].dt == datetime.datetime(2024, 5, 31, tzinfo=UTC)
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Two.", "And three.", "--", "Status: denied by Union", "Actors: The Line", "Note: See there.", "Sources:",
        "- P, javascript:alert(1)", "- Q: R, 2024, https://q.example/a?b=1, archived: https://w.example",
    ]  # fmt: skip
    assert "ATTENDEE" not in text


def test_the_calendar_says_what_it_is_and_the_day_of_the_question_stands_where_the_file_has_none() -> None:
    lines = written(of(Event(id="a", date="2024", title="t")), as_of="2025").split("\r\n")

    assert lines[:6] == [
        "BEGIN:VCALENDAR", "PRODID:-//relations-cli//timeline//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "NAME:T",
        "X-WR-CALNAME:T",
    ]  # fmt: skip
    assert "DTSTAMP:20251231T000000Z" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_what_no_calendar_can_place_is_left_out_and_counted(inline: Inline, tmp_path: Any) -> None:
    chronology = of(
        *(
            Event(id=f"e{at}", date=date, title="t")
            for at, date in enumerate(["-0043-03-15", "Y17000", "9999", "2024"])
        ),
        *(Event(id=f"u{at}", date=date, title="t") for at, date in enumerate([None, "XXXX"])),
    )
    answer = select(chronology, Query.of(today=TODAY))

    assert [event.id for event in read_again(written(chronology)).events] == ["e3"]
    assert [str(one) for one in remarks(WRITERS["ics"], answer)] == [
        "2 undated events left out", "3 events left out whose years it cannot hold",
    ]  # fmt: skip
    (tmp_path / "x.csv").write_text("date,title\n2024,a\n,b\n", encoding="utf-8")
    done = inline("list", "-f", str(tmp_path / "x.csv"), "-o", "ics")
    assert done.out.count("BEGIN:VEVENT") == 1
    assert "timeline: 1 undated event left out\n" in done.err


def test_without_events_it_is_a_calendar_all_the_same() -> None:
    assert Calendar.from_ical(written(of())).walk("VEVENT") == []


def test_fields_are_refused(inline: Inline) -> None:
    done = inline("list", "-o", "ics", "--fields", "id")

    assert (done.code, done.out, done.err) == (
        2,
        "",
        (
            "timeline: --fields: choose columns, and ics has none to choose: "
            "leave them out, or write csv, tsv, json or jsonl\n"
        ),
    )


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)

    with pytest.raises(UsageError, match=r"needs the extra ics: pip install 'relations-cli\[ics\]'"):
        written(of())


def test_an_event_that_was_moved_in_a_calendar_is_where_it_was_moved_to() -> None:
    text = written(of(Event(id="a", date="2024-03~", title="t")))

    (still,) = read_again(text).events
    (moved,) = read_again(text.replace("DATE:20240301", "DATE:20240303")).events
    (longer,) = read_again(text.replace("DATE:20240401", "DATE:20240402")).events
    assert (still.date, still.extra) == ("2024-03~", {})
    assert (moved.date, moved.extra) == ("2024-03-03/2024-03-31", {"x-edtf-date": "2024-03~"})
    assert longer.date == "2024-03-01/2024-04-01"


def test_a_day_that_lost_its_end_is_that_day() -> None:
    text = re.sub("DTEND.*\r\n", "", written(of(Event(id="a", date="2024-03-01~", title="t"))))

    assert [event.date for event in read_again(text).events] == ["2024-03-01~"]


def test_sources_that_are_not_as_we_write_them_are_kept_beside_the_address() -> None:
    text = written(of(Event(id="a", date="2024", title="t", sources=(Source(url="https://a.example"),))))

    (event,) = read_again(re.sub(r"X-SOURCE:.*\r\n", "X-SOURCE:other\r\n", text)).events
    assert event.sources == (Source(url="https://a.example"),)
    assert event.extra == {"x-source": "other"}


def test_a_line_of_the_summary_like_that_before_the_rest_stays_in_it() -> None:
    events = (
        Event(id="a", date="2024-03-01", title="t", summary="a\n--\nb"),
        Event(id="b", date="2024", title="t", summary="c\n--"),
    )

    assert [event.summary for event in read_again(written(of(*events))).events] == ["c\n--", "a\n--\nb"]


DATES = st.sampled_from(
    [
        *HELD,
        *("2004-06-~11", "0001", "9998", "{1960,1961-12}", "1950S2", "156X-12-25", "9999-12-31"),
        *("2022-05-26T00:00", "2022-05-26T00:00/2022-05-27T00:00", "2022-05-26/2022-05-26T10:00"),
    ]
)
characters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co", "Mn"])
texts = st.text(characters, max_size=90).map(str.strip)
said = texts.filter(bool)
sources = st.builds(
    Source,
    publisher=st.none() | st.text(max_size=20),
    title=st.none() | st.text(max_size=20),
    url=st.none() | st.sampled_from(["https://a.example/?q=1,2;3", "javascript:x", "ftp://x/\\n"]),
    date=st.none() | DATES,
    language=st.sampled_from([None, "en", "ru"]),
    archived=st.sampled_from([None, "https://w.example"]),
)
events = st.builds(
    Event,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,90}", fullmatch=True),
    date=DATES,
    title=said,
    summary=st.none() | st.lists(said, min_size=1, max_size=3).map("\n".join),
    type=st.none() | said,
    tags=st.lists(said, max_size=3, unique=True).map(tuple),
    actors=st.lists(said, max_size=3, unique=True).map(tuple),
    places=st.lists(said, max_size=3).map(tuple),
    sources=st.lists(sources, max_size=2).map(tuple),
)


@settings(max_examples=50)
@given(st.lists(events.filter(lambda event: event.summary != event.title), max_size=3, unique_by=lambda one: one.id))
def test_what_a_calendar_can_hold_comes_back_as_it_was(several: list[Event]) -> None:
    again = read_again(written(of(*several)))

    assert again.title == "T"
    assert {event.id: event for event in again.events} == {event.id: event for event in several}


@settings(max_examples=50)
@given(
    st.builds(lambda text, event: Event(id="a", date=event.date, title=text, summary=text), st.text(min_size=1), events)
)
def test_every_line_is_folded_between_characters(event: Event) -> None:
    text = written(of(event))

    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any(character in line for line in lines for character in "\r\n\0")
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1


def test_what_a_calendar_cannot_hold_is_what_the_table_says() -> None:
    event = Event(
        id="a",
        date="2024",
        title="t",
        claims=(Claim(by="x", stance="denies"),),
        propositions=("p",),
        related=("b",),
        landmark=True,
        known="2025",
        note="n",
        extra={"k": 1},
    )

    assert read_again(written(of(event))).events == (Event(id="a", date="2024", title="t"),)
