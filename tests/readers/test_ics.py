"""iCalendar: days as they are written, ends inclusive, and what recurs within a bound."""

import datetime

import pytest

from readers.reads import from_text, said, told
from relations_cli.errors import DataError

TODAY = datetime.date(2026, 11, 26)
TODO = ("BEGIN:VTODO", "UID:t", "DTSTART:20200101T000000Z", "SUMMARY:todo", "END:VTODO")
ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM")


def calendar(*events: tuple[str, ...], head: tuple[str, ...] = ()) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//t//EN", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("DTSTART;VALUE=DATE:20200101",), "2020-01-01"),
        (("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20200102"), "2020-01-01"),
        (("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20200104"), "2020-01-01/2020-01-03"),
        (("DTSTART:20200101T100000Z", "DTEND:20200102T000000Z"), "2020-01-01"),
        (("DTSTART:20200101T100000", "DTEND:20200102T100000"), "2020-01-01/2020-01-02"),
        (("DTSTART:20200101T230000", "DURATION:PT3H"), "2020-01-01/2020-01-02"),
        (("DTSTART;TZID=Europe/Moscow:20200101T003000",), "2020-01-01"),
        (("DTSTART;TZID=Russian Standard Time:20200101T003000",), "2020-01-01"),
        (("DTSTART;TZID=Nowhere/At All:20200101T003000",), "2020-01-01"),
        (("DTSTART:20200105T100000", "DTEND:20200104T100000"), "2020-01-05"),
        (("DTSTART:20200105T100000", "DURATION:-P3D"), "2020-01-05"),
        (("DTSTART;VALUE=DATE:00010101",), "0001-01-01"),
        ((), None),
    ],
)
def test_the_days_are_those_written(lines: tuple[str, ...], date: str | None) -> None:
    assert told(from_text(calendar(("UID:1", *lines, "SUMMARY:A")), "a.ics")) == [(date, "A")]


def dates(*lines: str) -> tuple[list[str | None], str]:
    text = calendar(("UID:1", *lines, "SUMMARY:A"))
    chronology, line = said(text, "a.ics", today=TODAY)
    return [event.date for event in chronology.events], line


def test_what_recurs_is_told_each_time() -> None:
    day = "DTSTART;VALUE=DATE:20200131"

    assert dates(day, "RRULE:FREQ=DAILY;COUNT=3")[0] == ["2020-01-31", "2020-02-01", "2020-02-02"]
    assert dates(day, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20200201")[0] == ["2020-01-31", "2020-02-02"]
    assert dates(day, "RDATE;VALUE=DATE:20200301,20200401")[0] == ["2020-01-31", "2020-03-01", "2020-04-01"]
    assert dates("DTSTART;TZID=Europe/Berlin:20200328T023000", "RRULE:FREQ=DAILY;COUNT=3")[0] == [
        *("2020-03-28", "2020-03-29", "2020-03-30"),
    ]


def test_a_rule_without_an_end_is_followed_a_year_beyond_today_and_that_is_said() -> None:
    found, line = dates("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY")

    assert found == ["2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]
    assert "followed to 2027-12-31" in line


def test_a_huge_rule_is_cut_and_that_is_said() -> None:
    found, line = dates("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;COUNT=100000000")
    seconds, other = dates("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")

    assert (len(found), found[-1]) == (10_000, "2047-05-18")
    assert seconds == ["2020-01-01"]
    assert all("1 part left out" in one for one in (line, other))


def test_a_time_that_was_moved_stands_where_it_was_moved_to() -> None:
    text = calendar(
        ("UID:1", "DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:A"),
        ("UID:1", "RECURRENCE-ID:20200102T100000Z", "DTSTART:20200105T120000Z", "SUMMARY:Moved"),
    )

    assert sorted(told(from_text(text, "a.ics"))) == [
        *(("2020-01-01", "A"), ("2020-01-03", "A"), ("2020-01-05", "Moved")),
    ]


def test_only_events_are_events() -> None:
    text = calendar(("UID:1", "DTSTART;VALUE=DATE:20200101", "SUMMARY:A", *ALARM), head=TODO)

    assert told(from_text(text, "a.ics")) == [("2020-01-01", "A")]


def test_what_an_event_says_is_kept() -> None:
    lines = ("SUMMARY:A\\, b", "STATUS:CANCELLED", "CATEGORIES:x,y", "URL:https://a.example", "LOCATION:Rome")

    (event,) = from_text(calendar(("UID:1", "DTSTART:20200101T000000Z", *lines)), "a.ics").events

    assert (event.id, event.title, event.tags, event.places) == ("1", "A, b", ("x", "y"), ("Rome",))
    assert [source.url for source in event.sources] == ["https://a.example"]
    assert event.extra == {"status": "CANCELLED"}


COUNTED = "RRULE:FREQ=DAILY;COUNT=2"


def _one(day: int, title: str, *lines: str) -> tuple[str, ...]:
    return ("UID:1", f"DTSTART;VALUE=DATE:202001{day:02d}", f"SUMMARY:{title}", *lines)


def _moved(day: int) -> str:
    return f"RECURRENCE-ID;VALUE=DATE:202001{day:02d}"


@pytest.mark.parametrize(
    ("events", "found", "line"),
    [
        ([_one(1, "A", COUNTED), _one(5, "B", COUNTED)], "1A 2A 5B 6B", ""),
        ([_one(1, "A", COUNTED), _one(1, "B", COUNTED)], "1A 1B 2A 2B", "2 ids given anew"),
        ([_one(1, "A", COUNTED), _one(1, "A", COUNTED)], "1A 2A", "2 duplicates left out"),
        ([_one(1, "A", COUNTED), _one(5, "B")], "1A 2A 5B", ""),
        ([_one(5, "B"), _one(1, "A", COUNTED), _one(3, "C", _moved(2))], "1A 3C 5B", ""),
        ([_one(1, "A", "RDATE;VALUE=DATE:20200103"), _one(2, "B", "RDATE;VALUE=DATE:20200104")], "1A 2B 3A 4B", ""),
        ([_one(1, "A", COUNTED), _one(3, "B", _moved(2)), _one(4, "C", _moved(2))], "1A 3B 4C", ""),
        ([_one(1, "A", _moved(1)), _one(2, "B", _moved(1))], "1A 2B", ""),
        ([_one(1, "A", COUNTED), _one(5, "B", COUNTED, "SEQUENCE:1")], "5B 6B", "1 part left out"),
        ([_one(1, "A", COUNTED, "SEQUENCE:2"), _one(5, "B", COUNTED, "SEQUENCE:1")], "1A 2A", "1 part left out"),
        ([_one(1, "A", COUNTED, "SEQUENCE:x"), _one(5, "B", COUNTED)], "1A 2A 5B 6B", ""),
        ([_one(1, "A", COUNTED), ("UID:1", "SUMMARY:B")], "1A 2A B", "1 event has no date"),
        ([_one(1, "A", COUNTED), ("UID:1", "SUMMARY:B", COUNTED)], "1A 2A B", "1 event has no date"),
    ],
)
def test_no_event_is_lost_that_shares_its_uid_with_one_that_recurs(
    events: list[tuple[str, ...]], found: str, line: str
) -> None:
    chronology, word = said(calendar(*events), "a.ics", today=TODAY)

    rows = sorted((f"{int(event.date[8:])}" if event.date else "", event.title) for event in chronology.events)
    assert (
        " ".join(f"{day}{title}" for day, title in [*filter(all, rows), *(row for row in rows if not row[0])]) == found
    )
    assert line in word
    assert bool(word) == bool(line)


@pytest.mark.parametrize(
    "line",
    [
        *("UID:1", "DTSTART:20200101T000000Z", "DTEND:20200102T000000Z", "DURATION:P1D", "SUMMARY:A", "SEQUENCE:1"),
        *(
            "DESCRIPTION:A",
            "LOCATION:A",
            "STATUS:CONFIRMED",
            "URL:https://a.example/",
            "RECURRENCE-ID:20200101T000000Z",
        ),
    ],
)
def test_what_an_event_may_say_once_is_not_taken_twice(line: str) -> None:
    text = calendar(GOOD, (*dict.fromkeys(("UID:1", "DTSTART:20200101T000000Z", "SUMMARY:A", line)), line))
    name = line.partition(":")[0]

    with pytest.raises(DataError, match=rf"^a\.ics:9: {name} stands twice: an event has one$"):
        from_text(text, "a.ics")
    chronology, word = said(text, "a.ics", skip_bad=True)
    assert [event.title for event in chronology.events] == ["B"]
    assert "1 entry skipped" in word


BAD = ("UID:1", "DTSTART:2020-13", "SUMMARY:A")
GOOD = ("UID:2", "DTSTART:20200101T100000Z", "SUMMARY:B")


def test_a_bad_start_is_refused_with_its_line_or_skipped_and_counted() -> None:
    with pytest.raises(DataError, match=r"a\.ics:9: DTSTART cannot be read"):
        from_text(calendar(GOOD, BAD), "a.ics")
    chronology, line = said(calendar(BAD, GOOD), "a.ics", skip_bad=True)
    assert told(chronology) == [("2020-01-01", "B")]
    assert "1 entry skipped" in line


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello", "expected BEGIN:VCALENDAR"),
        (calendar(GOOD)[:-30], "a.ics:4: ends too early"),
        (calendar(GOOD) + calendar(GOOD)[:-20], "ends too early"),
        ("BEGIN:VCALENDAR\nno colon\nEND:VCALENDAR\n", "no valid iCalendar"),
        (calendar((*GOOD, "RRULE:FREQ=NEVER")), "its rule cannot be followed"),
    ],
)
def test_what_is_no_calendar_is_refused(text: str, says: str) -> None:
    with pytest.raises(DataError) as error:
        from_text(text, "a.ics")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_an_event_that_says_nothing_is_left_out_and_counted() -> None:
    text = calendar(("UID:1", "DTSTART:20200101T100000Z", "SUMMARY:A"), ("UID:2", "DTSTART:20200102T100000Z"))

    chronology, line = said(text, "a.ics")

    assert told(chronology) == [("2020-01-01", "A")]
    assert "1 entry skipped" in line
    with pytest.raises(DataError, match="no entry has a text"):
        from_text(calendar(("UID:2", "DTSTART:20200102T100000Z")), "a.ics")


def test_a_zone_that_the_library_guesses_is_no_warning_of_ours() -> None:
    start = "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20200101T100000"

    assert told(from_text(calendar(("UID:1", start, "SUMMARY:A")), "a.ics")) == [("2020-01-01", "A")]
