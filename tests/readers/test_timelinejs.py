"""TimelineJS: slides are events, the title and the eras are none, years before 1 are the historians'."""

import json
from typing import Any

import pytest

from readers.reads import from_text, reading_of, said, told
from relations_cli.readers.registry import read


def slide(headline: str, **date: Any) -> dict[str, Any]:
    return {"start_date": date, "text": {"headline": headline}}


def test_slides_are_events_and_what_is_none_is_counted() -> None:
    document = {
        "title": {"text": {"headline": "The whole"}},
        "eras": [slide("An era", year=1900)],
        "events": [slide("<b>A</b> &amp; B", year="2011", month="12", day="10"), slide("C", year=2012)],
    }

    chronology, line = said(json.dumps(document), "a.json")

    assert chronology.title == "The whole"
    assert told(chronology) == [("2011-12-10", "A & B"), ("2012", "C")]
    assert "2 parts left out" in line


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"year": -2300}, "-2299"),
        ({"year": "-1"}, "0000"),
        ({"year": -44, "month": 3, "day": 15}, "-0043-03-15"),
        ({"year": "1999", "month": "", "day": ""}, "1999"),
        ({"year": 1999, "month": 0, "day": 0}, "1999"),
        ({"year": 79, "month": "8"}, "0079-08"),
        ({"year": "2011.0", "month": "12.0"}, "2011-12"),
    ],
)
def test_a_date_is_its_parts(date: dict[str, Any], expected: str) -> None:
    chronology, line = said(json.dumps({"events": [slide("A", **date)]}), "a.json")

    assert (told(chronology), line) == ([(expected, "A")], "")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2011,12,10", "2011-12-10"), ("2011", "2011"), ("-100", "-0099"), ("2011,12,10,7,02,10", "2011-12-10T07:02:10")],
)
def test_version_2_parts_dates_with_commas(date: str, expected: str) -> None:
    document = {"timeline": {"headline": "T", "date": [{"startDate": date, "headline": "A", "text": "t"}]}}

    assert told(from_text(json.dumps(document), "a.json")) == [(expected, "A")]


def test_the_sheet_is_known_by_its_columns() -> None:
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\n"
        ",,,,,,,,,My title,x,,title,\n"
        "2013,8,1,3:30:00 AM,,,,,,First,<p>a</p>,http://a.example/a.jpg,,G\n"
        "-300,,,,-200,,,,,Second,,,,\n"
        "2010,,,,2012,,,,,Era,,,era,\n"
    )

    chronology, line = said(text, "a.csv")

    assert told(chronology) == [("2013-08-01T03:30:00", "First"), ("-0299/-0199", "Second")]
    assert chronology.events[0].tags == ("G",)
    assert "2 parts left out" in line


def test_what_is_no_slide_is_told_with_its_words() -> None:
    slide = {"start_date": {"year": "2024", "display_date": "then"}, "text": {"headline": "A", "byline": "B"}}
    document = {
        "events": [slide],
        "title": {"text": {"headline": "T", "text": "words"}},
        "eras": [{"start_date": {"year": "1900"}, "text": {"headline": "E"}}],
        "scale": "human",
        "credits": "Ada",
    }
    reading = reading_of("a.json")
    (event,) = read(json.dumps(document).encode(), reading).events

    assert event.extra == {"text": {"byline": "B"}, "display_date": "then"}
    told = " ".join(map(str, reading.notes))
    assert all(word in told for word in ("words", "'credits' holds no event: Ada", '"headline":"E"'))
    old = {
        "timeline": {"date": [{"startDate": "2024", "headline": "A"}], "text": "Books", "type": "default"},
        "by": "Bo",
    }
    reading = reading_of("a.json")
    read(json.dumps(old).encode(), reading)
    assert [note.reason() for note in reading.notes] == ["'by' holds no event: Bo", "'text' holds no event: Books"]


@pytest.mark.parametrize(
    ("year", "date"),
    [("-4600000000", "Y-4599999999"), ("-13800000000", "Y-13799999999"), ("-2300", "-2299"), ("12000", "Y12000")],
)
def test_a_year_may_be_of_deep_time(year: str, date: str) -> None:
    document = {"events": [{"start_date": {"year": year}, "text": {"headline": "A"}}]}

    assert from_text(json.dumps(document), "a.json").events[0].date == date
