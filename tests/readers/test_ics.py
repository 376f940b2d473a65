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
