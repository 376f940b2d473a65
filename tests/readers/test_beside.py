"""What a container says beside its events is told; what belongs to its form is listed, and no word of the summary."""

import json

import pytest

from readers.offices import docx, paragraph, zipped
from readers.reads import reading_of, said
from relations_cli.readers.containers.zipped import members
from relations_cli.readers.registry import read

WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def notes_of(data: str | bytes, name: str, **options: object) -> list[str]:
    reading = reading_of(name, **options)
    read(data.encode() if isinstance(data, str) else data, reading)
    return [str(note).removeprefix(f"{name}:").strip() for note in reading.notes]


def test_comments_margins_and_deleted_text_of_a_word_document_are_told() -> None:
    days = "".join(map(paragraph, ("2020-01-02: Opens", "2020-01-03: Shuts", "2020-01-04: Burns")))
    whole = docx(days + "<w:p><w:del><w:r><w:delText>Sinks</w:delText></w:r></w:del></w:p>")
    parts = dict(members(whole, reading_of("a.docx")))
    parts["word/comments.xml"] = (
        b"<w:comments " + WORD + b"><w:p><w:r><w:t>Who says &amp; why?</w:t></w:r></w:p></w:comments>"
    )
    parts["word/header1.xml"] = b"<w:hdr " + WORD + b"><w:p><w:r><w:t>The quay</w:t></w:r></w:p></w:hdr>"

    told = notes_of(zipped(parts), "a.docx")

    assert "what was deleted: Sinks" in told
    assert "comments: Who says & why?" in told
    assert "the margin of each page: The quay" in told


def test_the_address_of_a_feed_and_the_lists_of_its_tags_are_listed() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>urn:quay</id><entry><title>Opens</title>'
        '<published>2020-01-01T00:00:00Z</published><category term="nets" scheme="http://nets.example/"/>'
        '<link rel="related" href="http://sails.example/" title="Sails"/></entry></feed>'
    )

    told = notes_of(feed, "a.atom")

    assert "'id' is of no entry: urn:quay" in told
    assert "tags are of 'http://nets.example/'" in told
    assert "'http://sails.example/' is called 'Sails'" in told
    assert "urn:quay" not in said(feed, "a.atom")[1]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "a.mmd",
            "timeline\n section Nets\n section Sails\n  2020 : A\n",
            "2: 'section Nets': a section without an event",
        ),
        ("a.mmd", "timeline\n  2020 : A\n section Nets\n", "3: 'section Nets': a section without an event"),
        ("a.mw", "section Nets\nendSection\n2020: A\n", "1: 'section Nets': a section without an event"),
        ("a.mw", "title: One\ntitle: Two\n2020: A\n", "2: 'One': another title stands below"),
    ],
)
def test_what_a_drawing_says_without_an_event_is_told(name: str, text: str, told: str) -> None:
    assert notes_of(text, name) == [told]


def test_the_languages_of_query_results_are_listed() -> None:
    row = {"date": {"type": "literal", "value": "2020"}, "title": {"type": "literal", "xml:lang": "fi", "value": "A"}}

    assert notes_of(json.dumps({"results": {"bindings": [row, row | {"date": {"value": "2021"}}]}}), "a.json") == [
        "the language of 'title' is 'fi'"
    ]


CALENDAR = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:never\nSUMMARY:nets\nEND:VEVENT\nBEGIN:VEVENT\n"
    "DTSTART:20200102\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n"
)
BROKEN = [
    ("a.csv", "date,title\n2020,A\n2021,B,nets\n", "nets"),
    ("a.jsonl", '{"date":"2020","title":"A"}\n{"date":"2021","title":"nets",}\n', "nets"),
    ("a.json", '{"date":"2020","title":"A"}\n{"date":"2021","title":"nets",}\n', "nets"),
    ("a.json", '[{"date":"2020","title":"A"},"%s nets"]' % ("x" * 70), "nets"),
    ("a.csv", "%s nets,\ndate,title\n2020,A\n" % ("x" * 70), "nets"),
    ("a.csv", "date,title,end\nnever,B,nets\n2020,A,\n", "nets"),
    ("a.ics", CALENDAR, "nets"),
]


@pytest.mark.parametrize(("name", "text", "word"), BROKEN)
def test_all_that_a_skipped_entry_says_is_listed(name: str, text: str, word: str) -> None:
    assert [note for note in notes_of(text, name, skip_bad=True) if word in note]
