"""A piece of HTML: lists, times and citations that parsers of HTML and of XML see alike, with no style or script."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from hostile import texts
from program import Inline
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.format import How
from relations_cli.writers.reports import machine_date
from reports import (
    CHRONOLOGY,
    FULL,
    KEPT,
    LOST,
    SMALL_REPORT,
    chronologies,
    kept_of,
    read_again,
    shown_sources,
)
from small import SMALL, TODAY

INLINE = {"strong", "em", "time", "sup", "a", "cite"}


def written(chronology: Chronology, *, long: bool = True) -> str:
    answer = select(chronology, Query.of(today=TODAY))
    return "".join(map(str, rendered(WRITERS["html-fragment"], answer, How(long=long))))


def test_an_event_is_an_item_whose_numbers_lead_to_its_sources() -> None:
    root = ET.fromstring(f"<body>{written(SMALL_REPORT)}</body>")  # noqa: S314 -- our own
    events, sources = root.findall("ol")
    status = "Status: disputed; denied by The South"

    assert [" ".join("".join(item.itertext()).split()) for item in events] == [
        "1 Feb 1931: The *bridge* opens 1 2",
        f"c. 1958?: The bridge falls 2 3 {status} A lorry is on it. Two days later it is gone.",
        "undated: A plan 4",
    ]
    assert [one.attrib["datetime"] for one in events.iter("time")] == ["1931-02-01"]
    targets = [link.attrib["href"].removeprefix("#") for link in events.iter("a")]
    ids = [item.attrib["id"] for item in sources]
    assert targets == [ids[0], ids[1], ids[1], ids[2], ids[3]]
    assert [link.attrib for link in sources.iter("a")] == [
        {"href": address, "rel": "noopener"}
        for address in (
            "https://herald.example/open?a=1&b=2", "https://north.example/report", "https://archive.example/1",
        )
    ]  # fmt: skip
    assert [one.text for one in sources.iter("cite")] == ["Open", "On paper"]


def test_ids_of_two_answers_on_one_page_do_not_clash() -> None:
    other = Chronology(title="T", events=SMALL_REPORT.events[:1])
    ids = [set(re.findall(' id="([^"]+)"', written(one))) for one in (SMALL_REPORT, other)]

    assert all(ids)
    assert not ids[0] & ids[1]
    assert written(other) == written(other)


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2022", "2022"), ("2022-05", "2022-05"), ("2022-05-26", "2022-05-26"), ("0044", "0044"),
        ("2022-05-26T14:30", "2022-05-26T14:30"), ("2022-05-26T14:30:15Z", "2022-05-26T14:30:15Z"),
        ("2022-05-26T14:30+09:00", "2022-05-26T14:30+09:00"), ("2022-21", ""), ("2022~", ""), ("2022-05-2X", ""),
        ("-0043", ""), ("0000", ""), ("Y17000", ""), ("2022/2023", ""), ("[2022,2023]", ""), (None, ""),
        ("2022-05-26T14:30+09", ""),
    ],
)  # fmt: skip
def test_only_a_date_that_html_has_a_value_for_is_a_time_element(edtf: str | None, machine: str) -> None:
    assert machine_date(edtf) == machine


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://a.example/x y", None), ("https://a.example/\u202e", None),
        ("javascript:alert(1)", None), ("//a.example", None),
        ("https://a.example/é\"'<>", "https://a.example/%C3%A9%22'%3C%3E"), ("data:text/html,x", None),
        (" http://a.example ", "http://a.example"), ("http://[", None), ("file:///etc/passwd", None),
    ],
)  # fmt: skip
def test_only_an_address_of_the_web_is_a_link(address: str, href: str | None) -> None:
    event = Event(id="e", date="2024", title="T", sources=(Source(url=address),))
    root = ET.fromstring(f"<body>{written(Chronology(title='T', events=(event,)))}</body>")  # noqa: S314 -- our own

    assert [link.get("href") for link in root.iter("a") if "rel" in link.attrib] == ([href] if href else [])


@pytest.mark.parametrize(
    "args",
    [
        ["list", "--long"], ["around", "collapse"], ["show", "collapse", "--history"], ["show", "sabotage"], ["claims"],
        ["contested"], ["count"], ["count", "--by", "type,status"], ["tags"], ["actors"], ["about"], ["figures"],
        ["list", "--fields", "all"], ["list", "--year", "1700"],
    ],
)  # fmt: skip
def test_elements_are_nested_as_html_has_it(args: list[str], inline: Inline) -> None:
    text = inline(*args, "-f", str(SMALL), "-o", "html-fragment").out
    root = ET.fromstring(f"<body>{text}</body>")  # noqa: S314 -- our own

    held = LexborHTMLParser(f"<!doctype html><title>t</title>{text}").body
    assert held is not None
    seen = [node.tag for node in held.traverse(include_text=False)]
    assert seen == ["body", *(element.tag for element in root.iter() if element is not root)]
    parents = {(parent.tag, child.tag) for parent in root.iter() for child in parent}
    assert {child for parent, child in parents if parent in ("p", *INLINE)} <= INLINE
    assert {child for parent, child in parents if parent in ("ol", "ul")} <= {"li"}
    assert {child for parent, child in parents if parent == "dl"} <= {"dt", "dd"}
    assert {child for parent, child in parents if parent == "tr"} <= {"th", "td"}
    assert {one.attrib["scope"] for one in root.iter("th")} <= {"col", "row"}
    assert not re.search(r"<(?:style|script)|\s(?:style|on\w+|class)=", text)


@settings(max_examples=50)
@given(texts)
def test_no_text_of_the_data_is_markup(text: str) -> None:
    source = Source(publisher=text, title=text, url=text)
    event = Event(id="e", date="2024", title=f"{text}.", summary=text, sources=(source,))
    out = written(Chronology(title=text, events=(event,)))

    root = ET.fromstring(f"<body>{out}</body>")  # noqa: S314 -- our own
    assert {one.tag for one in root.iter()} <= {"body", "ol", "li", "p", *INLINE}
    assert all(one.attrib["href"].startswith(("#timeline-", "http")) for one in root.iter("a"))


def test_an_output_of_ascii_has_references_for_other_characters() -> None:
    answer = select(Chronology(title="T", events=(Event(id="e", date="2021/2022", title="会"),)), Query.of(today=TODAY))
    ascii_only = Screen(terminal=False, width=80, colour=False, encoding="ascii")

    text = "".join(map(str, rendered(WRITERS["html-fragment"], answer, How(screen=ascii_only))))
    assert text == "<ol>\n<li><p><strong>2021&#8211;2022</strong>: &#20250;</p></li>\n</ol>\n"


def test_it_is_read_again() -> None:
    again = read_again(f"<html><body>{written(SMALL_REPORT)}</body></html>".encode(), "x.html").events

    assert [(one.date, one.title, one.summary) for one in again] == [
        (one.date, one.title, one.summary) for one in SMALL_REPORT.events
    ]
    assert [one.sources for one in again] == [shown_sources(one.sources) for one in SMALL_REPORT.events]


@settings(max_examples=50, deadline=None)
@given(chronologies)
def test_dates_titles_summaries_and_sources_come_back(chronology: Chronology) -> None:
    again = read_again(written(chronology).encode(), "x.html")

    shown = [hit.event for hit in select(chronology, Query.of(today=TODAY))]
    assert [(one.date, one.title, one.summary, one.sources) for one in again.events] == [
        (one.date, one.title, one.summary, one.sources) for one in shown
    ]


def test_all_that_is_real_comes_back() -> None:
    again = read_again(written(CHRONOLOGY).encode(), "x.html").events

    shown = [hit.event for hit in select(CHRONOLOGY, Query.of(today=TODAY))]
    assert [(one.date, one.title, one.summary) for one in again] == [
        (one.date, one.title, one.summary) for one in shown
    ]
    assert [one.sources for one in again] == [shown_sources(one.sources) for one in shown]


def test_what_is_lost_is_what_the_format_says_and_nothing_else() -> None:
    again = read_again(written(FULL).encode(), "x.html").events[1]

    assert kept_of(again) == KEPT
    assert [name for name in LOST if name not in WRITERS["html-fragment"].loses] == []
