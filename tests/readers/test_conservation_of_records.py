"""Every word of a table, a document or a calendar is in a field of an event or in a note."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from readers.reads import reading_of
from relations_cli.errors import DataError
from relations_cli.readers.entries.role_names import ROLES
from relations_cli.readers.registry import read
from relations_cli.readers.tables.header import own_names

NAMES = st.sampled_from(
    [
        *(
            "start",
            "end",
            "end_date",
            "event_date",
            "headline",
            "title",
            "name",
            "notes",
            "description",
            "tags",
            "place",
        ),
        *("source", "url", "id", "type", "note", "actors", "status", "rank", "days", "colour", "context", "", "x", "x"),
        *("year", "month", "label", "snippet", "extra", "who"),
    ]
)
DAYS = st.sampled_from(["2020-01-02", "2021", "2022-03", ""])
FEW = settings(max_examples=25)


def word(number: int) -> str:
    return f"w{number}q"


def words_in(text: str) -> set[str]:
    return set(re.findall(r"w\d+q", text))


def lost(data: bytes, name: str) -> set[str]:
    """The words of a file that come out nowhere."""
    reading = reading_of(name, skip_bad=True)
    chronology = read(data, reading)
    told = json.dumps(to_builtins(chronology.events)) + " ".join(map(str, reading.notes)) + chronology.title
    return words_in(data.decode()) - words_in(told)


DATED = {"start", "end", "end_date", "event_date", "year", "month"}


@FEW
@given(st.lists(NAMES, min_size=1, max_size=8), st.data())
def test_no_word_of_a_table_is_lost(names: list[str], data: st.DataObject) -> None:
    names = ["date", "title", *names]
    rows = []
    for row in range(data.draw(st.integers(1, 4))):
        cells = [data.draw(DAYS), *(word(row * 100 + at) * data.draw(st.integers(0, 1)) for at in range(1, len(names)))]
        rows.append([data.draw(DAYS) if name in DATED else cell for name, cell in zip(names, cells, strict=True)])
    text = "\n".join(",".join(row) for row in (names, ["2020", "some text"], *rows))

    assert not lost(text.encode(), "a.csv")


@given(st.lists(st.sampled_from(["a", "b", "", "a (2)", "column 2"]), max_size=8))
def test_each_column_has_a_name_of_its_own(names: list[str]) -> None:
    found = own_names(names)

    assert len(set(found)) == len(names)
    assert all(found)


KEYS = st.sampled_from(
    [
        *("events", "items", "data", "updates", "sources", "notes", "author", "meta", "months", "status", "properties"),
        *("title", "description", "tags", "place", "type", "id", "list", "colour", "extra", "name", "people"),
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """A document with at least one entry, and all sorts of things beside and in it."""
    number = iter(range(10_000))

    def scalar() -> Any:
        return word(next(number))

    def entry() -> dict[str, Any]:
        more = {draw(KEYS): anything(1) for _ in range(draw(st.integers(0, 3)))}
        return more | {"date": draw(st.sampled_from(["2020", "2021-02"])), "title": scalar()}

    def anything(depth: int) -> Any:
        kind = draw(st.integers(0, 3 if depth < 3 else 0))
        if kind == 1:
            return [anything(depth + 1) for _ in range(draw(st.integers(0, 2)))]
        if kind == 2:
            return {draw(KEYS): anything(depth + 1) for _ in range(draw(st.integers(0, 3)))}
        return entry() if kind == 3 else scalar()

    if draw(st.booleans()):
        return [entry(), *(entry() for _ in range(draw(st.integers(0, 2))))]
    return {draw(KEYS): anything(0) for _ in range(draw(st.integers(0, 3)))} | {"timeline": [entry()]}


@FEW
@given(documents())
def test_no_word_of_a_document_is_lost(document: Any) -> None:
    try:
        missing = lost(json.dumps(document).encode(), "a.json")
    except DataError:  # one of ours with a mistake: refused, not read in part
        reject()
    assert not missing


HOLD = [
    {"months": {"date": "2021-02", "title": "w2q"}, "description": [{"extra": "w0q", "date": "2021", "title": "w1q"}]},
    {"name": {}, "events": [[{"date": "2020", "title": "w1q", "extra": ["w2q"], "events": [{"events": "w3q"}]}], []]},
    {"events": [[{"section": "w0q", "events": [{"date": "2020", "title": "w1q", "extra": {"section": "w2q"}}]}]]},
    {"timeline": [{"year": "w0q", "date": "2020", "title": "w8q", "extra": {"year": {"a": "w1q"}}}]},
    {"timeline": [{"month": "w0q", "end_day": "w1q", "date": "2020", "title": "w8q", "extra": {"month": "w2q"}}]},
    [{"type": {"a": "w0q"}, "properties": {"date": "2020", "title": "w1q"}}],
    [{"id": "w0q", "status": {"a": "w1q"}, "date": "2020", "title": "w2q"}],
    [{"type": ["Feature"], "id": "w2q", "properties": {"date": "2020", "title": "w1q"}}],
]
"""Documents of which something was lost, or that no reader bore."""


@pytest.mark.parametrize("document", HOLD)
def test_what_lies_beside_and_within_an_entry_of_its_name_is_kept(document: Any) -> None:
    assert not lost(json.dumps(document).encode(), "a.json")


PARTS_OF_DATES = st.sampled_from(
    [
        "month",
        "day",
        "end_month",
        "end_day",
        "start_month",
        "end_year",
        "year",
        "end",
        "hour",
        "time",
        "end_time",
        "timezone",
    ]
)


@FEW
@given(st.lists(PARTS_OF_DATES, min_size=1, max_size=4, unique=True), st.booleans())
def test_no_word_in_a_part_of_a_date_is_lost(names: list[str], is_table: bool) -> None:  # noqa: FBT001
    record = {"date": "2020-01-02", "title": "some text"} | {name: word(at) for at, name in enumerate(names)}
    table = "\n".join(",".join(row) for row in (record, record.values()))

    assert not lost(table.encode() if is_table else json.dumps({"timeline": [record]}).encode(), "a")


@pytest.mark.parametrize(
    ("table", "date", "extra"),
    [
        ("date,title,month\n2020-01-02,A,March\n", "2020-01-02", {"month": "March"}),
        ("date,title,month\n2020-01-02,A,1\n", "2020-01-02", {}),
        ("date,title,month\n2020-05-02,A,2\n", "2020-05-02", {}),
        ("date,title,month\n2020-05-03,A,2\n", "2020-05-03", {"month": "2"}),
        ("year,month,day,title\n2020,0,5,A\n", "2020", {"day": "5"}),
        ("year,month,day,title\n-44,3,15,A\n", "-0043-03-15", {}),
        ("start_year,end_month,title\n2020,4,A\n", "2020", {"end_month": "4"}),
        ("date,title,end_month\n2020-01-02,A,99\n", "2020-01-02", {}),
    ],
)
def test_a_part_that_no_date_takes_is_kept(table: str, date: str, extra: dict[str, str]) -> None:
    (event,) = read(table.encode(), reading_of("a.csv")).events

    assert (event.date, event.extra) == (date, extra)


LINES = st.sampled_from(
    [
        *("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "ATTENDEE;CN={}", "ORGANIZER", "X-ALT-DESC"),
        *("CATEGORIES", "GEO", "PRIORITY", "CLASS", "RESOURCES", "RELATED-TO", "X-MY-OWN", "ATTACH", "STATUS", "UID"),
        *("URL", "DTSTAMP", "SEQUENCE", "CREATED", "LAST-MODIFIED", "TRANSP", "PERCENT-COMPLETE", "COMPLETED", "DUE"),
        *("LOCATION;ALTREP={}", "EXRULE", "IMAGE;ENCODING=8BIT", "REQUEST-STATUS", "NAME", "COLOR", "METHOD"),
    ]
)
HEAD = st.sampled_from(
    [
        *("X-WR-CALNAME", "NAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "X-WR-RELCALID", "X-PUBLISHED-TTL", "COLOR", "URL"),
        *("PRODID", "VERSION", "CALSCALE", "METHOD", "REFRESH-INTERVAL;VALUE=DURATION", "LAST-MODIFIED", "UID"),
        *("NAME;LANGUAGE={}", "DTSTAMP", "SEQUENCE", "no colon", "\nEND", "END"),
    ]
)
RULES = st.sampled_from([(), ("RRULE:FREQ=DAILY;COUNT=2",), ("RRULE:FREQ=HOURLY",), ("RDATE:20200105T100000Z",)])


@FEW
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "X-PART"]),
            st.lists(LINES, max_size=6),
            RULES,
            st.sampled_from(["DTSTART:20200101T100000Z", "DTSTART:tomorrow", "COMMENT:none"]),
        )
    ),
    st.lists(HEAD, unique=True),
    st.booleans(),
)
def test_no_word_of_a_calendar_is_lost(
    parts: list[tuple[str, list[str], tuple[str, ...], str]],
    head: list[str],
    is_one_series: bool,  # noqa: FBT001 -- a strategy
) -> None:
    words = map(word, range(10_000))
    lines = [
        f"before {next(words)}",
        "BEGIN:VCALENDAR",
        *(f"{name.format(next(words))}:{next(words)}" for name in head),
    ]
    for kind, names, rules, start in parts:
        lines += [f"BEGIN:{kind}", start, *rules, *(("UID:one",) if is_one_series else ())]
        said = [name for name in dict.fromkeys(["SUMMARY", *names]) if not (is_one_series and name == "UID")]
        lines += [f"{name.format(next(words))}:{next(words)}" for name in said]
        lines += ["BEGIN:VALARM", f"ACTION:{next(words)}", f"no colon {next(words)}", "BEGIN:INNER"]
        lines += [f"DESCRIPTION:{next(words)}", "END:INNER", "END:VALARM", f"END:{kind}"]
    lines += ["END:VCALENDAR", f"behind {next(words)}"]

    assert not lost("\r\n".join(lines).encode(), "a.ics")


def test_the_property_knows_every_role() -> None:
    assert {"date", "end", "title", "summary", "tags", "places", "sources"} <= ROLES.keys()
