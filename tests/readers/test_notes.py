"""What a reader left out, inferred or renamed: values, told in one place; and errors of readers with their fields."""

import pytest

from readers.reads import from_text, reading_of
from relations_cli.errors import DataError
from relations_cli.readers.notes import Note, summary


def dashed(parameter: str) -> str:
    return f"--{parameter}"


def note(**more: object) -> Note:
    return Note(**({"kind": "left out", "file": "a.csv", "what": "x"} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (note(), "a.csv: x"),
        (note(position=(3, None)), "a.csv:3: x"),
        (note(position=(3, 4), why="because"), "a.csv:3:4: x: because"),
        (note(place="$[1]", why="because"), "a.csv: x: because @ $[1]"),
        (note(says="b\u200b\nc"), r"a.csv: x; it says b\u200b c"),
        (note(file="a\nb", what="c\td", place="$.e\nf"), "a b: c d @ $.e f"),
    ],
)
def test_a_note_is_told_on_one_line_with_its_place(one: Note, line: str) -> None:
    assert str(one) == one.told() == line


def test_a_summary_counts_what_is_many_and_repeats_what_holds_for_the_file() -> None:
    notes = [
        note(),
        note(),
        note(kind="inferred", what="read as", why="y"),
        note(kind="inferred", what="read as", why="y"),
    ]

    assert str(summary(notes)) == "a.csv: 2 parts left out; read as: y (explain lists each)"
    assert summary(notes).told(dashed) == "a.csv: 2 parts left out; read as: y (--explain lists each)"


def test_a_summary_of_several_files_counts_them_and_one_of_nothing_is_empty() -> None:
    assert str(summary([note(), note(file="b.csv")])).startswith("2 files: 2 parts left out")
    assert str(summary([])) == ""


def test_an_entry_that_is_skipped_keeps_what_and_why_apart() -> None:
    reading = reading_of("a.csv", skip_bad=True)

    reading.skip("the entry has no text", (2, None), why="name one")

    assert reading.notes == [
        Note(kind="skipped", file="a.csv", position=(2, None), what="the entry has no text", why="name one")
    ]


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("a.csv", "date,title\n1/2/2021,B\n", (2, None, "")),
        ("a.yml", "- date: 2020\n  title: A\n  title: B\n", (3, 3, "")),
        ("a.json", '[{"id": "a", "date": "2020-13", "title": "A"}]', (1, 22, "$[0].date")),
        ("a.json", '{"a": 1,\n "b"}', (2, 5, "")),
        ("a.ics", "anything", (None, None, "")),
    ],
)
def test_a_refusal_says_file_line_column_and_place_in_fields(
    name: str, text: str, where: tuple[int | None, int | None, str]
) -> None:
    with pytest.raises(DataError) as caught:
        from_text(text, name)

    assert caught.value.file == name
    assert (caught.value.line, caught.value.column, caught.value.place) == where


def test_a_refusal_names_the_parameter_that_settles_it() -> None:
    with pytest.raises(DataError) as caught:
        from_text("date,title\n1/2/2021,B\n", "a.csv")

    assert str(caught.value).endswith("give dates dmy or dates mdy")
    assert caught.value.told(dashed).endswith("give --dates dmy or --dates mdy")


def test_controls_of_a_file_reach_no_message() -> None:
    """The signs that stand around the name of a parameter among them: no file can name one."""
    text = "---\ntitle: {\x0edates\x0f\n---\n"

    with pytest.raises(DataError) as caught:
        from_text(text, "\x0edates\x0f.md", reader="frontmatter")

    assert caught.value.told(dashed).isprintable()
    assert "--dates" not in caught.value.told(dashed)


def test_what_is_only_listed_is_no_word_of_the_summary() -> None:
    assert str(summary([note(kind="listed", file="b.csv")])) == ""
    assert str(summary([note(), note(kind="listed", file="b.csv")])) == "a.csv: 1 part left out (explain lists each)"


def test_what_a_note_quotes_shows_what_draws_nothing() -> None:
    note = Note(kind="skipped", file="a", what="b", place="$.c\u200b", says="zero\u200bwidth \ufff9ruby\x1b[31m")

    assert str(note) == "a: b @ $.c\\u200b; it says zero\\u200bwidth \\ufff9ruby\\x1b[31m"
