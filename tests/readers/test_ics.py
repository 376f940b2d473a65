"""iCalendar: days as they are written, ends inclusive, and what recurs within a bound."""

import datetime
import re

import pytest

from readers.reads import from_text, reading_of, said, told
from relations_cli.dates import without_times
from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers.notes import summary
from relations_cli.readers.registry import read

TODAY = datetime.date(2026, 11, 26)
DAY = ("DTSTART;VALUE=DATE:20200102", "SUMMARY:B")
ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM")


def days(chronology: Chronology) -> list[tuple[str | None, str]]:
    """Day and title of each event, in order, where its time is another test's."""
    return [(date and without_times(date), title) for date, title in told(chronology)]


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
        (("DTSTART:20200101T100000Z", "DTEND:20200102T000000Z"), "2020-01-01T10:00:00Z/2020-01-01"),
        (("DTSTART:20200101T100000", "DTEND:20200102T100000"), "2020-01-01T10:00:00/2020-01-02T10:00:00"),
        (("DTSTART:20200101T100000", "DTEND:20200101T100000"), "2020-01-01T10:00:00"),
        (
            ("DTSTART;TZID=Asia/Tokyo:20200102T010000", "DTEND;TZID=Pacific/Honolulu:20200101T180000"),
            "2020-01-02T01:00:00+09:00/2020-01-02T13:00:00+09:00",
        ),
        (("DTSTART:20200101T230000", "DURATION:PT3H"), "2020-01-01T23:00:00/2020-01-02T02:00:00"),
        (("DTSTART;TZID=Europe/Moscow:20200101T003000",), "2020-01-01T00:30:00+03:00"),
        (("DTSTART;TZID=Russian Standard Time:20200101T003000",), "2020-01-01T00:30:00+03:00"),
        (("DTSTART;TZID=Nowhere/At All:20200101T003000",), "2020-01-01T00:30:00"),
        (("DTSTART;VALUE=DATE:20200105", "DTEND;VALUE=DATE:20200105"), "2020-01-05"),
        (("DTSTART;VALUE=DATE:20200105", "DURATION:PT36H"), "2020-01-05/2020-01-06"),
        (("DTSTART:20200105T100000Z", "DTEND;VALUE=DATE:20200107"), "2020-01-05T10:00:00Z/2020-01-06"),
        (("DTSTART;VALUE=DATE:20200105", "DTEND;VALUE=DATE:20200107", "DURATION:P2D"), "2020-01-05/2020-01-06"),
        (("DTSTART;VALUE=DATE:00010101",), "0001-01-01"),
        ((), None),
    ],
)
def test_the_days_are_those_written(lines: tuple[str, ...], date: str | None) -> None:
    assert told(from_text(calendar(("UID:1", *lines, "SUMMARY:A")), "a.ics")) == [(date, "A")]


def dates(*lines: str) -> tuple[list[str | None], str]:
    text = calendar(("UID:1", *lines, "SUMMARY:A"))
    chronology, line = said(text, "a.ics", today=TODAY)
    return [without_times(event.date or "") for event in chronology.events], line


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


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20240815", "2024-08-15"),
        ("20240814", "2024-08-08"),
        ("20240815T140000", "2024-08-15"),
        ("20240815T135959", "2024-08-08"),
    ],
)
@pytest.mark.parametrize("zone", ["", ";TZID=America/New_York", ";TZID=Asia/Tokyo"])
def test_a_series_until_a_day_has_that_day(until: str, last: str, zone: str) -> None:
    found, _ = dates(f"DTSTART{zone}:20240801T140000", f"RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY=TH")

    assert found[-1] == last


def test_a_series_until_an_instant_has_its_hour_in_the_zone_of_the_series() -> None:
    start = "DTSTART;TZID=America/New_York:20240801T140000"

    assert dates(start, "RRULE:FREQ=WEEKLY;UNTIL=20240815T180000Z")[0][-1] == "2024-08-15"
    assert dates(start, "RRULE:FREQ=WEEKLY;UNTIL=20240815T175959Z")[0][-1] == "2024-08-08"


def test_a_series_that_begins_beyond_the_horizon_is_told_once() -> None:
    assert dates("DTSTART;VALUE=DATE:20300101", "RRULE:FREQ=YEARLY")[0] == ["2030-01-01"]
    assert dates("DTSTART:20300101T100000Z", "RRULE:FREQ=DAILY")[0] == ["2030-01-01"]


def test_a_series_of_many_years_is_told_to_its_end() -> None:
    day = "DTSTART;VALUE=DATE:20200229"

    assert len(dates("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;COUNT=450")[0]) == 450
    assert len(dates(day, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=110")[0]) == 110
    assert dates("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;INTERVAL=100;UNTIL=27000101")[0][-1] == "2620-01-01"


def test_a_rule_of_exceptions_is_kept_and_said_not_to_be_followed() -> None:
    lines = ("DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=DAILY;INTERVAL=2")
    chronology, line = said(calendar(("UID:1", *lines, "SUMMARY:A")), "a.ics", today=TODAY)

    assert len(chronology.events) == 2
    assert chronology.events[0].extra == {"exrule": "FREQ=DAILY;INTERVAL=2"}
    assert "EXRULE of '1' is not followed" in line


def test_a_series_that_is_at_no_time_is_told() -> None:
    lines = ("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE;VALUE=DATE:20200101")
    chronology, line = said(calendar(GOOD, ("UID:1", *lines, "SUMMARY:A")), "a.ics", today=TODAY)

    assert days(chronology) == [("2020-01-01", "B")]
    assert "1 part left out" in line


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
        ("2020-01-01T10:00:00Z", "A"),
        ("2020-01-03T10:00:00Z", "A"),
        ("2020-01-05T12:00:00Z", "Moved"),
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("DTEND;VALUE=DATE:20200232",), "DTEND cannot be read: '20200232' is no day or time, as 20240630"),
        (("DTEND:soon",), "DTEND cannot be read: 'soon' is no day or time"),
        (("DURATION:P3X",), "DURATION cannot be read: 'P3X' is no length of time, as P1D"),
        (("DURATION:P9999999D",), "DURATION ends beyond the year 9999"),
        (("DURATION:-P3D",), "DURATION '-P3D' lies before DTSTART: it ends before it starts"),
        (("DTEND:20200104T100000Z",), "DTEND '20200104T100000Z' lies before DTSTART: it ends before it starts"),
        (("DTEND;VALUE=DATE:20200104",), "DTEND '20200104' lies before DTSTART"),
        (("DTEND;VALUE=DATE:20200107", "DURATION:P9D"), "DTEND and DURATION do not agree"),
        (("RRULE:FREQ=DAILY;COUNT=2", "EXDATE:never"), "EXDATE cannot be read: 'never' is no day or time"),
        (("RDATE:20201399",), "RDATE cannot be read"),
        (("RECURRENCE-ID:x",), "RECURRENCE-ID cannot be read"),
        (("RRULE:FREQ=FOO",), "its rule cannot be followed: FREQ=FOO is none of YEARLY"),
        (("RRULE:COUNT=3",), "its rule cannot be followed: FREQ is missing"),
        (("RRULE:FREQ=DAILY;UNTIL=20201399",), "its rule cannot be followed"),
    ],
)
def test_what_says_wrongly_how_long_an_event_lasts_is_refused_or_skipped(lines: tuple[str, ...], says: str) -> None:
    text = calendar(GOOD, ("UID:1", "DTSTART:20200105T100000Z", "SUMMARY:A", *lines))

    with pytest.raises(DataError) as error:
        from_text(text, "a.ics")
    chronology, line = said(text, "a.ics", skip_bad=True)

    assert f"a.ics:9: {says}" in str(error.value)
    assert not PYTHON.search(str(error.value))
    assert days(chronology) == [("2020-01-01", "B")]
    assert "1 entry skipped" in line


PYTHON = re.compile(r"Error|Exception|None\b|object|index|range|argument|Got:|Expected|Wrong|str\(")


@pytest.mark.parametrize(
    ("kind", "lines", "date"),
    [
        ("VTODO", ("DUE;VALUE=DATE:20200105",), "2020-01-05"),
        ("VTODO", ("DTSTART;VALUE=DATE:20200103", "DUE;VALUE=DATE:20200105"), "2020-01-03/2020-01-05"),
        ("VTODO", ("DTSTART:20200103T100000Z", "DUE:20200103T120000Z"), "2020-01-03"),
        ("VTODO", ("DTSTART;VALUE=DATE:20200103", "DURATION:P2D"), "2020-01-03/2020-01-04"),
        ("VTODO", ("COMPLETED:20200107T100000Z", "STATUS:COMPLETED"), "2020-01-07"),
        ("VTODO", (), None),
        ("VJOURNAL", ("DTSTART;VALUE=DATE:20200103",), "2020-01-03"),
        ("VJOURNAL", ("DTSTART:20200103T100000Z",), "2020-01-03"),
        ("VJOURNAL", (), None),
    ],
)
def test_tasks_and_journals_are_events(kind: str, lines: tuple[str, ...], date: str | None) -> None:
    text = calendar(GOOD, head=(f"BEGIN:{kind}", "UID:t", "SUMMARY:A", *lines, f"END:{kind}"))

    chronology = from_text(text, "a.ics")

    assert days(chronology) == [(date, "A"), ("2020-01-01", "B")]
    assert chronology.events[0].type == {"VTODO": "task", "VJOURNAL": "journal"}[kind]


def test_a_task_that_recurs_is_told_each_time_and_one_with_a_bad_day_is_refused() -> None:
    task = ("BEGIN:VTODO", "UID:t", "SUMMARY:A", "DUE;VALUE=DATE:20200105", "RRULE:FREQ=WEEKLY;COUNT=2", "END:VTODO")
    bad = ("BEGIN:VTODO", "UID:t", "SUMMARY:A", "DUE:tomorrow", "END:VTODO")

    assert days(from_text(calendar(head=task), "a.ics")) == [("2020-01-05", "A"), ("2020-01-12", "A")]
    with pytest.raises(DataError, match=r"a\.ics:4: DUE cannot be read: 'tomorrow' is no day"):
        from_text(calendar(head=bad), "a.ics")


def test_a_journal_may_have_several_descriptions() -> None:
    journal = ("BEGIN:VJOURNAL", "DTSTART:20200101", "SUMMARY:A", "DESCRIPTION:b", "DESCRIPTION:c", "END:VJOURNAL")

    assert from_text(calendar(head=journal), "a.ics").events[0].summary == "b\n\nc"


@pytest.mark.parametrize(
    "zone",
    [
        ("BEGIN:VTIMEZONE", "TZID:Q", "END:VTIMEZONE"),
        ("BEGIN:VTIMEZONE", "TZID:Q", "BEGIN:STANDARD", "DTSTART:bad", "END:STANDARD", "END:VTIMEZONE"),
    ],
)
@pytest.mark.parametrize(
    "alarm",
    [
        ALARM,
        ("BEGIN:VALARM", "TRIGGER;RELATED=START:PT-2H", "END:VALARM"),
        ("BEGIN:VALARM", "no trigger", "END:VALARM"),
        ("BEGIN:VALARM", "TRIGGER:-PT2H"),
    ],
)
def test_a_broken_alarm_or_time_zone_says_nothing_of_an_event(alarm: tuple[str, ...], zone: tuple[str, ...]) -> None:
    text = calendar(("UID:1", "DTSTART;TZID=Q:20200101T100000", "SUMMARY:A", *alarm), GOOD, head=zone)

    chronology, line = said(text, "a.ics")

    assert days(chronology) == [("2020-01-01", "A"), ("2020-01-01", "B")]
    assert "1 of its time zones cannot be read" in line


def test_what_is_called_off_says_so_and_can_be_asked_for() -> None:
    def lines(*own: str) -> tuple[str, ...]:
        return ("UID:1", "DTSTART:20200101T000000Z", "STATUS:CANCELLED", *own)

    (event,) = from_text(calendar(lines("SUMMARY:Fair")), "a.ics").events
    assert (event.title, event.tags, event.extra["status"]) == ("Fair (cancelled)", ("cancelled",), "CANCELLED")
    (event,) = from_text(calendar(lines("SUMMARY:Canceled: Fair")), "a.ics").events
    assert event.title == "Canceled: Fair"
    (event,) = from_text(calendar(lines("DESCRIPTION:Rain. Mud.")), "a.ics").events
    assert (event.title, event.summary) == ("Rain (cancelled)", "Rain. Mud.")
    assert from_text(calendar(GOOD, head=("METHOD:CANCEL",)), "a.ics").events[0].title == "B (cancelled)"


def test_only_busy_times_are_no_events_and_say_so_with_their_line() -> None:
    busy = ("BEGIN:VFREEBUSY", "UID:f", "FREEBUSY:20200101T100000Z/PT1H", "END:VFREEBUSY")
    reading = reading_of("a.ics")

    read(calendar(GOOD, head=busy).encode(), reading)

    assert [str(note) for note in reading.notes] == [
        "a.ics:4: a VFREEBUSY is no event: UID: f; FREEBUSY: 20200101T100000Z/PT1H",
        "a.ics:3: PRODID: -//t//t//EN: is of no event",
    ]


KEPT = (
    ("ATTENDEE;CN=Net Makers;PARTSTAT=ACCEPTED:mailto:nets@quay.example", "attendee",
     {"value": "mailto:nets@quay.example", "CN": "Net Makers", "PARTSTAT": "ACCEPTED"}),
    ("ORGANIZER:mailto:office@quay.example", "organizer", "mailto:office@quay.example"),
    ("GEO:51.5;-0.25", "geo", "51.5;-0.25"),
    ("GEO:nowhere", "geo", "nowhere"),
    ("ATTACH:https://quay.example/a.pdf", "attach", "https://quay.example/a.pdf"),
    ("X-ALT-DESC;FMTTYPE=text/html:<p>Bring nets\\, please</p>", "x-alt-desc", "<p>Bring nets, please</p>"),
    ("COMMENT:Gate 4\\nis shut", "comment", "Gate 4\nis shut"),
    ("CONTACT:Ada", "contact", "Ada"),
    ("PRIORITY:high", "priority", "high"),
    ("X-UNHEARD-OF:word", "x-unheard-of", "word"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "name", "value"), KEPT)
@pytest.mark.parametrize("kind", ["VEVENT", "VTODO", "VJOURNAL"])
def test_what_no_field_holds_is_kept(line: str, name: str, value: object, kind: str) -> None:
    part = (f"BEGIN:{kind}", "UID:1", "DTSTART:20200101T000000Z", "SUMMARY:A", line, f"END:{kind}")
    (event,) = from_text(calendar(head=part), "a.ics").events

    assert event.extra == {name: value}


def test_several_of_one_kind_and_alarms_are_lists() -> None:
    (event,) = from_text(calendar((*GOOD, "COMMENT:a", "COMMENT:b", *ALARM)), "a.ics").events

    alarm = {"action": "DISPLAY", "trigger": "-PT15M", "description": "x"}
    assert event.extra == {"comment": ["a", "b"], "alarms": [alarm]}


def test_what_stands_outside_of_events_is_told() -> None:
    reading = reading_of("a.ics")

    chronology = read(calendar((*GOOD, "no colon"), head=("X-WR-CALNAME:Quay", "X-WR-CALDESC:Fairs")).encode(), reading)

    assert chronology.title == "Quay"
    assert [str(note) for note in reading.notes] == [
        "a.ics:3: PRODID: -//t//t//EN: is of no event",
        "a.ics:5: X-WR-CALDESC is of no event: Fairs",
        "a.ics:10: 'no colon' is no property",
    ]


OF_THE_FILE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sails//Calendar 7//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Quay
X-WR-TIMEZONE:Europe/Rome
REFRESH-INTERVAL;VALUE=DURATION:PT12H
BEGIN:VTIMEZONE
TZID:Europe/Rome
X-LIC-LOCATION:Europe/Rome
BEGIN:STANDARD
TZNAME:CET
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART:20240301T090000Z
DTSTAMP:20240201T000000Z
SEQUENCE:4
CREATED:20240101T000000Z
LAST-MODIFIED:20240102T000000Z
TRANSP:OPAQUE
CLASS:PRIVATE
PRIORITY:5
SUMMARY:Fair
BEGIN:VALARM
ACTION:DISPLAY
no colon
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART:20240302T090000Z
DTSTAMP:20240203T000000Z
SUMMARY:Another
END:VEVENT
END:VCALENDAR
Sent from a lighthouse
"""


def test_what_a_calendar_says_of_itself_is_listed_and_no_word_of_the_summary() -> None:
    reading = reading_of("a.ics")

    chronology = read(OF_THE_FILE.encode(), reading)

    assert [str(note).removeprefix("a.ics:") for note in reading.notes if note.kind == "listed"] == [
        (
            "9: a VTIMEZONE gives offsets alone: TZID: Europe/Rome; X-LIC-LOCATION: Europe/Rome; TZNAME: CET; "
            "DTSTART: 19700101T000000; TZOFFSETFROM: +0100; TZOFFSETTO: +0100"
        ),
        "3: PRODID: -//Sails//Calendar 7//EN: is of no event",
        "5: METHOD: PUBLISH: is of no event",
        "7: X-WR-TIMEZONE: Europe/Rome: is of no event",
        "8: REFRESH-INTERVAL: DURATION, PT12H: is of no event",
        "21: 2 DTSTAMP say when the calendar was written: 20240201T000000Z, 20240203T000000Z",
        "22: 1 SEQUENCE say how often an event was revised: 4",
    ]
    assert [str(note).removeprefix("a.ics:") for note in reading.notes if note.kind == "left out"] == [
        "40: 'Sent from a lighthouse' is outside any calendar",
        "31: 'no colon' is no property",
    ]
    assert chronology.title == "Quay"
    assert sorted(chronology.events[0].extra) == ["alarms", "class", "created", "last-modified", "priority", "transp"]
    assert str(summary(reading.notes)).startswith("a.ics: 2 parts left out; kept under extra: ")


def test_a_calendar_of_ours_says_nothing_of_itself() -> None:
    ours = calendar((*DAY, "DTSTAMP:20240101T000000Z", "X-STATUS:uncontested"))
    reading = reading_of("a.ics")

    read(ours.replace("-//t//t//EN", "-//relations-cli//timeline//EN").encode(), reading)

    assert reading.notes == []


def test_a_revision_that_does_not_count_says_all_the_same() -> None:
    told = ("UID:1", "DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:A")
    reading = reading_of("a.ics")

    read(calendar((*told, "DESCRIPTION:nets"), (*told, "SEQUENCE:1")).encode(), reading)

    assert ["DESCRIPTION: nets" in note.says for note in reading.notes if note.kind == "left out"] == [True]


def test_what_an_event_says_is_kept() -> None:
    lines = ("SUMMARY:A\\, b", "STATUS:TENTATIVE", "CATEGORIES:x,y", "URL:https://a.example", "LOCATION:Rome")

    (event,) = from_text(calendar(("UID:1", "DTSTART:20200101T000000Z", *lines)), "a.ics").events

    assert (event.id, event.title, event.tags, event.places) == ("1", "A, b", ("x", "y"), ("Rome",))
    assert [source.url for source in event.sources] == ["https://a.example"]
    assert event.extra == {"status": "TENTATIVE"}


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

    rows = sorted((f"{int(event.date[8:10])}" if event.date else "", event.title) for event in chronology.events)
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
    assert days(chronology) == [("2020-01-01", "B")]
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

    assert days(chronology) == [("2020-01-01", "A")]
    assert "1 entry skipped" in line
    with pytest.raises(DataError, match="no entry has a text"):
        from_text(calendar(("UID:2", "DTSTART:20200102T100000Z")), "a.ics")


def test_a_zone_that_the_library_guesses_is_no_warning_of_ours() -> None:
    start = "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20200101T100000"

    assert days(from_text(calendar(("UID:1", start, "SUMMARY:A")), "a.ics")) == [("2020-01-01", "A")]


def test_the_name_of_a_zone_is_kept_beside_the_offset_that_it_has_on_that_day() -> None:
    times = ("DTSTART;TZID=Europe/London:20240801T140000", "DTSTART;TZID=Europe/London:20240101T140000")
    text = calendar(*((f"UID:{at}", time, f"SUMMARY:{at}") for at, time in enumerate(times)))

    events = from_text(text, "a.ics").events

    assert [event.date for event in events] == ["2024-08-01T14:00:00+01:00", "2024-01-01T14:00:00+00:00"]
    assert [event.extra["tzid"] for event in events] == ["Europe/London", "Europe/London"]


def test_each_time_of_a_series_has_its_hour_and_an_id_of_its_day() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20240330T090000"
    text = calendar(("UID:walk", start, "RRULE:FREQ=DAILY;COUNT=2", "DURATION:PT1H", "SUMMARY:Walk"))

    assert [(event.id, event.date) for event in from_text(text, "a.ics").events] == [
        ("walk-2024-03-30", "2024-03-30T09:00:00+01:00/2024-03-30T10:00:00+01:00"),
        ("walk-2024-03-31", "2024-03-31T09:00:00+02:00/2024-03-31T10:00:00+02:00"),
    ]


def test_what_parameters_say_of_what_a_field_holds_is_kept() -> None:
    text = calendar(
        ("UID:a", "DTSTART:20200101T100000Z", "SUMMARY;LANGUAGE=de:Fest", 'LOCATION;ALTREP="http://x.example/l":Halle')
    )
    (event,) = from_text(text, "a.ics").events

    assert (event.title, event.places) == ("Fest", ("Halle",))
    assert event.extra == {"summary": {"LANGUAGE": "de"}, "location": {"ALTREP": "http://x.example/l"}}


def test_the_names_of_both_zones_are_kept_and_that_of_what_is_due() -> None:
    flight = ("DTSTART;TZID=Asia/Tokyo:20240301T230000", "DTEND;TZID=Europe/London:20240301T150000", "SUMMARY:Flight")
    text = calendar(flight).replace("END:VCALENDAR", "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:T\r\n")
    text += "DUE;TZID=Europe/Berlin:20240301T170000\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
    first, second = from_text(text, "a.ics").events

    assert first.extra == {"tzid": "Asia/Tokyo", "tzid_end": "Europe/London"}
    assert (second.date, second.extra) == ("2024-03-01T17:00:00+01:00", {"tzid": "Europe/Berlin"})


def test_of_which_time_a_moved_event_is_is_kept_and_what_is_due_of_no_task() -> None:
    text = calendar(
        ("UID:a", "DTSTART:20200101T100000Z", "SUMMARY:A", "DUE:20200105", "RECURRENCE-ID:20200102T100000Z")
    )
    (event,) = from_text(text, "a.ics").events

    assert event.extra == {"due": "20200105", "recurrence-id": "20200102T100000Z"}


def test_a_second_name_of_a_calendar_is_told() -> None:
    text = calendar(("UID:a", "DTSTART:20200101", "SUMMARY:A"), head=("NAME:Two", "X-WR-CALNAME:One"))
    chronology, line = said(text, "a.ics")

    assert chronology.title == "One"
    assert line.startswith("a.ics: 1 part left out")


@pytest.mark.parametrize("name", ["Europe", "America/Argentina", "a" * 300, '"Europe"'])
def test_a_zone_by_the_name_of_a_folder_of_zones_or_too_long_a_one_is_one_that_is_not_known(name: str) -> None:
    (event, other) = from_text(
        calendar(("UID:1", f"DTSTART;TZID={name}:20200101T100000", "SUMMARY:A"), ("UID:2", *DAY)), "a.ics"
    ).events

    assert (event.date, other.date) == ("2020-01-01T10:00:00", "2020-01-02")
    assert event.extra["tzid"] == name.strip('"')


def test_a_property_that_is_called_as_a_part_is_kept_beside_it() -> None:
    lines = (
        "VALARM:bell\nALARMS:two\nBEGIN:VALARM\nTRIGGER:-PT5M\nEND:VALARM\nBEGIN:VOTHER\nX:1\nEND:VOTHER\nVOTHER:one\n"
    )
    event = f"BEGIN:VEVENT\nUID:a\nDTSTART:20200102\nSUMMARY:A\n{lines}END:VEVENT\n"
    (read,) = from_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n", "a.ics").events

    assert "one" in str(read.extra)
    assert "'x': '1'" in str(read.extra).lower()
    assert "PT5M" in str(read.extra)
