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


def read_from(text: str, name: str = "x.md") -> tuple[list[tuple[str, tuple[str | None, ...]]], list[str]]:
    """Titles with the addresses of their sources, and what is told of notes."""
    reading = Reading(name=name, path=name)
    events = read(text.encode(), reading).events
    told = [str(note.what).strip("'") for note in reading.notes if note.why == "a note"]
    return [(one.title, tuple(source.url for source in one.sources)) for one in events], told


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("- 5 May 2020[^1]: One\n- 6 May 2020: Two\n\n[^1]: https://a.example/1.\n",
         [("One", ("https://a.example/1",)), ("Two", ())]),
        ("## 5 May 2020\n\nOne [^a], and more\n\n## 6 May 2020\n\nTwo\n\n[^a]: The Herald,\n    <https://a.example>\n",
         [("One, and more", ("https://a.example",)), ("Two", ())]),
        ("# The town\n\n| Date | What |\n|---|---|\n| 5 May 2020 | One[^1] |\n| 6 May 2020 | Two |\n\n[^1]: <https://a.example>\n",
         [("One", ("https://a.example",)), ("Two", ())]),
        ("- 5 May 2020: One `[^1]`\n- 6 May 2020: Two[^2]\n\n[^1]: <https://a.example>\n[^2]: As [^1].\n",
         [("One [^1]", ()), ("Two[^2]", ())]),
        ("- 5 May 2020: One[^1]\n- 6 May 2020: Two\n\n```\n[^1]: <https://a.example>\n```\n",
         [("One[^1]", ()), ("Two", ())]),
        ("- 5 May 2020: One [there](#^1)\n- 6 May 2020: Two\n\n[^1]: <https://a.example>\n",
         [("One there", ()), ("Two", ())]),
        ("- 5 May 2020: [^1]\n- 6 May 2020: Two\n- 7 May 2020: Three\n\n[^1]: <https://a.example>\n",
         [("Two", ()), ("Three", ())]),
    ],
)  # fmt: skip
def test_where_a_note_and_what_refers_to_it_may_stand(text: str, events: list[tuple[str, tuple[str, ...]]]) -> None:
    assert read_from(text)[0] == events


def test_a_list_of_a_thousand_notes_and_more_is_followed() -> None:
    items = "".join(f"- {1 + at % 28} May {1000 + at}: Thing {at}[^{at}]\n" for at in range(1200))
    notes = "".join(f"[^{at}]: <https://a.example/{at}>\n" for at in range(1200))
    events, told = read_from(f"{items}\n{notes}")

    assert events == [(f"Thing {at}", (f"https://a.example/{at}",)) for at in range(1200)]
    assert len(told) == 1200


def test_of_pages_only_numbers_of_ours_are_followed_and_only_to_a_note() -> None:
    items = "".join(f'<li>{at} May 2020: Thing<a href="#{name}">{at}</a></li>' for at, name in enumerate(
        ("source_1", "source_2", "cite_note-1"), start=1
    ))  # fmt: skip
    note = '<a href="https://a.example">https://a.example</a>'
    page = f"""<ul>{items}</ul><ol><li id="source_1">{note}</li><li id="cite_note-1">{note}</li></ol>
        <div id="source_2"><p>One</p><p>Two {note}</p></div>"""
    events, told = read_from(page, "x.html")

    assert events[:2] == [("Thing", ("https://a.example",)), ("Thing2", ())]
    assert told == ["https://a.example"]
