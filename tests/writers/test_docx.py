"""Word documents: what stands in them, where their links lead, and that what they hold is read again."""

import io
import sys
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from hostile import texts
from program import Inline
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.format import How
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
from small import TODAY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(chronology: Chronology, *, long: bool = True, numbered: bool = False, **asked: Any) -> bytes:
    answer = select(chronology, Query.of(today=TODAY, **asked))
    return b"".join(rendered(WRITERS["docx"], answer, How(long=long, numbered=numbered)))  # type: ignore[arg-type]


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def body(data: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return ET.fromstring(packed.read("word/document.xml"))  # noqa: S314 -- our own


def test_a_chronology_has_a_title_what_was_asked_years_entries_and_sources() -> None:
    document = opened(written(SMALL_REPORT))

    assert [(one.style.name, " ".join(one.text.split())) for one in document.paragraphs] == [
        ("Title", "A bridge"),
        ("Subtitle", "3 events. The data covers what was known by 4 May 1960."),
        ("Heading 1", "1931"),
        ("Event", "1 Feb 1931: The *bridge* opens 1 2"),
        ("Heading 1", "1958"),
        ("Event", "c. 1958?: The bridge falls 2 3 Status: disputed; denied by The South"),
        ("Event Summary", "A lorry is on it."),
        ("Event Summary", "Two days later it is gone."),
        ("Heading 1", "Undated"),
        ("Event", "undated: A plan 4"),
        ("Heading 1", "Sources"),
        ("List Number", "The Herald, “Open”, 2 Feb 1931, https://herald.example/open?a=1&b=2 ↑"),
        ("List Number", "The North, https://north.example/report, archived at https://archive.example/1 ↑"),
        ("List Number", "K. Berg, “On paper”, 1958 ↑"),
        ("List Number", "The Herald ↑"),
    ]
    assert document.paragraphs[3].runs[0].bold


def test_numbers_lead_to_sources_and_back_and_addresses_into_the_web() -> None:
    data = written(SMALL_REPORT)
    root = body(data)

    marks = [one.attrib[f"{W}name"] for one in root.iter(f"{W}bookmarkStart")]
    anchors = [one.attrib[f"{W}anchor"] for one in root.iter(f"{W}hyperlink") if f"{W}anchor" in one.attrib]
    assert len(marks) == len(set(marks)) == 8
    assert set(anchors) == set(marks)
    outside = [one.target_ref for one in opened(data).part.rels.values() if one.is_external]
    assert outside == [
        "https://herald.example/open?a=1&b=2",
        "https://north.example/report",
        "https://archive.example/1",
    ]


def test_what_was_asked_is_said() -> None:
    (said,) = [
        one.text
        for one in opened(written(CHRONOLOGY, tags=["un,sanctions"], since="2016", as_of="2022-06")).paragraphs
        if one.style.name == "Subtitle"
    ]

    assert "from 2016, tag un or sanctions. As known at the end of 30 Jun 2022. The data covers" in said


def test_a_court_has_its_entries_numbered_in_a_table_whose_header_is_repeated() -> None:
    document = opened(written(SMALL_REPORT, numbered=True))
    (table,) = document.tables

    herald = "https://herald.example/open?a=1&b=2"
    north = "The North, https://north.example/report, archived at https://archive.example/1"
    status, summary = "Status: disputed; denied by The South", "A lorry is on it. Two days later it is gone."
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["No.", "Date", "Event", "Source"],
        ["1", "1 Feb 1931", "The *bridge* opens", f"The Herald, “Open”, 2 Feb 1931, {herald} {north}"],
        ["2", "c. 1958?", f"The bridge falls {status} {summary}", f"{north} K. Berg, “On paper”, 1958"],
        ["3", "undated", "A plan", "The Herald"],
    ]
    assert len(list(body(written(SMALL_REPORT, numbered=True)).iter(f"{W}tblHeader"))) == 1


def test_the_properties_are_of_the_data_and_the_bytes_the_same_whenever_it_is_written() -> None:
    data = written(SMALL_REPORT)
    properties = opened(data).core_properties

    assert (properties.title, properties.language, properties.author) == ("A bridge", "en-GB", "timeline")
    assert str(properties.created) == str(properties.modified)
    assert str(properties.created).startswith("1960-05-04 00:00:00")
    assert data == written(SMALL_REPORT)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "thumbnail" in name]
        assert b"PAGE" in packed.read("word/footer1.xml")
    undated = opened(written(Chronology(title="T", events=())))
    assert str(undated.core_properties.created).startswith("2000-01-01")


def test_years_have_headings_only_where_their_events_stand_together() -> None:
    def headings(**asked: Any) -> list[str]:
        found = opened(written(CHRONOLOGY, **asked)).paragraphs
        return [one.text for one in found if one.style.name == "Heading 1"][:-1]

    assert len(headings()) == len(set(headings())) > 3
    assert headings(reverse=True) == headings()[::-1]
    answer = select(CHRONOLOGY, Query.of(today=TODAY))
    mixed = replace(answer, rows=answer.rows[::2] + answer.rows[1::2])
    document = opened(b"".join(rendered(WRITERS["docx"], mixed, How())))  # type: ignore[arg-type]
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["Sources"]


@settings(max_examples=30, deadline=None)
@given(texts)
def test_no_text_of_the_data_is_more_than_text(text: str) -> None:
    source = Source(publisher=text, title=text, url=text, archived=text)
    event = Event(id="e", date="2024", title=text, summary=text, sources=(source,))
    chronology = Chronology(title=text, description=text, events=(event,))

    for numbered in (True, False):
        data = written(chronology, numbered=numbered)
        root = body(data)
        assert not list(root.iter(f"{W}instrText"))
        relations = opened(data).part.rels.values()
        assert all(one.target_ref.startswith("http") for one in relations if one.is_external)


def test_a_title_of_ten_thousand_characters_is_whole() -> None:
    title = "x<&" * 3334
    document = opened(written(Chronology(title=title, events=(Event(id="e", date="2024", title=title),))))

    assert document.paragraphs[0].text == title
    assert title in document.paragraphs[3].text
    assert len(document.core_properties.title) == 255


@settings(max_examples=25, deadline=None)
@given(chronologies)
def test_dates_titles_summaries_and_sources_come_back(chronology: Chronology) -> None:
    again = read_again(written(chronology), "x.docx")

    shown = [hit.event for hit in select(chronology, Query.of(today=TODAY))]
    assert [(one.date, one.title, one.summary, one.sources) for one in again.events] == [
        (one.date, one.title, one.summary, one.sources) for one in shown
    ]


def test_all_that_is_real_comes_back() -> None:
    again = read_again(written(CHRONOLOGY), "x.docx").events

    shown = [hit.event for hit in select(CHRONOLOGY, Query.of(today=TODAY))]
    assert [(one.date, one.title, one.summary) for one in again] == [
        (one.date, one.title, one.summary) for one in shown
    ]
    assert [one.sources for one in again] == [shown_sources(one.sources) for one in shown]


def test_of_a_numbered_document_dates_titles_and_addresses_come_back() -> None:
    again = read_again(written(SMALL_REPORT, numbered=True, long=False), "x.docx").events

    dated, status = SMALL_REPORT.events[:2], "Status: disputed; denied by The South"
    assert [one.date for one in again] == [one.date for one in SMALL_REPORT.events]
    assert [one.title for one in again] == ["The *bridge* opens", f"The bridge falls {status}", "A plan"]
    addresses = [{source.url for source in one.sources if source.url} for one in dated]
    assert all(wanted <= {source.url for source in one.sources} for wanted, one in zip(addresses, again, strict=False))


def test_without_the_library_the_extra_is_named(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    done = inline("list", "-n", "1", "-o", "docx")

    assert (done.code, done.out) == (2, "")
    why = "a Word document needs the extra office: pip install 'relations-cli[office]'"
    assert done.err.startswith("timeline: ")
    assert done.err.endswith(f"{why}\n")
    assert done.err.count("\n") == 1


def test_show_gives_the_summaries() -> None:
    answer = select(SMALL_REPORT, Query.of(today=TODAY))
    document = opened(b"".join(rendered(WRITERS["docx"], answer, How(detailed=True))))  # type: ignore[arg-type]

    assert "A lorry is on it." in [one.text for one in document.paragraphs]


def test_options_of_a_document_are_refused_elsewhere(inline: Inline) -> None:
    assert inline("list", "-o", "csv", "--numbered").err.startswith("timeline: --numbered: is of docx only")


def test_what_is_lost_is_what_the_format_says_and_nothing_else() -> None:
    again = read_again(written(FULL), "x.docx").events[1]

    assert kept_of(again) == KEPT
    assert [name for name in LOST if name not in WRITERS["docx"].loses] == []
