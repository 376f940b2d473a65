"""Notes that cite something are sources of the entries that refer to them, and are told; other notes stay texts."""

import pytest

from relations_cli.model.facts import Source
from relations_cli.readers.cited.citation import cited
from relations_cli.readers.reading import Reading
from relations_cli.readers.registry import read

LIST = """\
- **26 May 2022**: The council votes[^1] [^ü]
- **27 May 2022**: A bank is closed.[^1] It stays so[^remark].
- **28 May 2022**: Nothing[^none] is said of \\[^1] or \\\\[^1]

[^1]: The Herald, “Votes, at last”, 26 May 2022, <https://herald.example/a_b%20c>, archived at <https://archive.example/1>
[^ü]: [A report](https://north.example/report)
[^remark]: It was opened again later.
[^unused]: The Herald, <https://herald.example/unused>
"""
HERALD = Source(
    publisher="The Herald", title="Votes, at last", date="2022-05-26", url="https://herald.example/a_b%20c",
    archived="https://archive.example/1",
)  # fmt: skip


def test_a_footnote_that_cites_something_is_a_source_of_each_entry_that_refers_to_it() -> None:
    events = read(LIST.encode(), Reading(name="x.md", path="x.md")).events

    assert [(one.title, one.summary) for one in events][:2] == [
        ("The council votes", None),
        ("A bank is closed.", "It stays so[^remark]."),
    ]
    assert events[2].title == r"Nothing[^none] is said of [^1] or \ "[:-1]
    assert [one.sources for one in events] == [
        (HERALD, Source(url="https://north.example/report", title="A report")), (HERALD,), (HERALD,),
    ]  # fmt: skip


def test_what_notes_say_is_told_with_its_line() -> None:
    reading = Reading(name="x.md", path="x.md")
    read(LIST.encode(), reading)

    said = {str(note.what): note for note in reading.notes if note.why == "a note"}
    assert [text[1:6] for text in said] == ["[^1]:", "[^ü]:", "[^unu"]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ([("The Herald, ", "https://a.example", "https://a.example")], Source(publisher="The Herald", url="https://a.example")),
        ([("A, B & C, 4 Oct 2024, ", "https://a.example", "https://a.example")],
         Source(publisher="A, B & C", date="2024-10-04", url="https://a.example")),
        ([("A, B, ", "https://a.example", "https://a.example")], Source(publisher="A, B", url="https://a.example")),
        ([("“He said “no””, 2022, ", "https://a.example", "https://a.example")],
         Source(title="He said “no”", date="2022", url="https://a.example")),
        ([("2022, ", "https://a.example", "https://a.example")], Source(date="2022", url="https://a.example")),
        ([("", "https://a.example", "https://a.example")], Source(url="https://a.example")),
        ([("The Herald, archived at ", "https://b.example", "https://b.example")],
         Source(publisher="The Herald", archived="https://b.example")),
        ([("The Herald, “On paper”, 1958", "", "")], Source(publisher="The Herald", title="On paper", date="1958")),
        ([("The Herald", "", "")], Source(publisher="The Herald")),
        ([("The Herald, ", "https://a.example", "https://a.example"), (" and elsewhere", "", "")],
         Source(publisher="The Herald", url="https://a.example")),
    ],
)  # fmt: skip
def test_a_note_is_read_as_ours_are_written(told: list[tuple[str, str, str]], source: Source) -> None:
    assert cited(told) == (source,)


@pytest.mark.parametrize(
    "told", [[("It was opened again.", "", "")], [("", "", "")], [("see ", "javascript:x", "javascript:x")]]
)
def test_a_remark_is_no_source(told: list[tuple[str, str, str]]) -> None:
    assert cited(told) == ()


def test_a_status_of_ours_is_told_and_is_no_part_of_an_entry() -> None:
    reading = Reading(name="x.md", path="x.md")
    text = "- 5 May 2020: One\\\n  *Status: disputed; denied by A, B*\n- 6 May 2020: Two\\\n  Status: unclear\n"
    events = read(text.encode(), reading).events

    assert [(one.title, one.summary) for one in events] == [("One", None), ("Two", "Status: unclear")]
    assert [note.why for note in reading.notes if "disputed" in str(note.what)] == [
        "a status, which follows from claims",
    ]  # fmt: skip


def test_the_last_item_of_a_list_keeps_its_paragraphs() -> None:
    text = "- 5 May 2020: One\n\n- 6 May 2020: Two\n\n  More of it.\n\n  And more.\n\nThe end of the article.\n"
    events = read(text.encode(), Reading(name="x.md", path="x.md")).events

    assert [one.summary for one in events] == [None, "More of it.\n\nAnd more."]
