"""What is made of an entry: its title, its date beside others, its sources."""

import pytest

from readers.reads import from_text, said
from relations_cli.readers.dating import Dating, dating_of
from relations_cli.readers.entry import Entry, dated_in, joined_date, sources_of
from relations_cli.readers.roles import roles_of
from relations_cli.readers.sentences import first_sentence


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("2020", "1", "2"), "2020-01-02"),
        (("1970", "0", "0"), "1970"),
        (("1970.0", "7.0", ""), "1970-07"),
        (("1902", "May", "8"), "8 May 1902"),
        (("-44", "3", ""), "-0043-03"),
        (("-44", "", ""), "-44"),
        (("", "3", ""), "3"),
        (("c. 1200", "", ""), "c. 1200"),
        (("", "", ""), ""),
    ],
)
def test_parts_are_joined(parts: tuple[str, str, str], date: str) -> None:
    assert joined_date(*parts) == date


@pytest.mark.parametrize(
    ("date", "expected"),
    [("28 June", "28 June 1914"), ("6/28", "6/28/1914"), ("28-Jun", "28-Jun-1914"), ("1915-01", "1915-01"), ("", "")],
)
def test_a_day_without_its_year_is_in_that_of_the_other_column(date: str, expected: str) -> None:
    assert dated_in("1914", date) == expected


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("https://a.example/x;y", [("https://a.example/x;y", None)]),
        ("https://a.example; https://b.example", [("https://a.example", None), ("https://b.example", None)]),
        ("https://a.example https://b.example", [("https://a.example", None), ("https://b.example", None)]),
        (";;https://a.example", [("https://a.example", None)]),
        ("https://a.example (archived)", [("https://a.example", None)]),
        ("www.a.example/b", [("https://www.a.example/b", None)]),
        ("Reuters", [(None, "Reuters")]),
        ("Reuters; https://a.example", [(None, "Reuters"), ("https://a.example", None)]),
        ("n/a", []),
        ("", []),
    ],
)
def test_sources_in_a_cell(cell: str, sources: list[tuple[str | None, str | None]]) -> None:
    assert [(source.url, source.publisher) for source in sources_of(cell)] == sources


def test_names_are_blind_to_case_space_underscore_and_accents() -> None:
    for names in (("Start Date", "TITLE"), ("start_date", "title"), ("startDate", "Title")):
        assert roles_of(names) == {"date": [names[0]], "title": [names[1]]}
    assert roles_of(("Année", "Événement")) == {"year": ["Année"], "title": ["Événement"]}


def test_a_word_gives_a_role_only_where_one_name_has_it() -> None:
    assert roles_of(("main_date", "update_date", "title"))["date"] == ["main_date"]
    assert "date" not in roles_of(("first_date", "second_date", "title"))
    assert roles_of(("Date of attack", "Date attack ended", "title"))["end"] == ["Date attack ended"]


def test_dates_are_read_as_the_whole_file_says() -> None:
    entries = [Entry(date=date, title="A") for date in ("-551", "224", "1868/09/17")]
    from readers.reads import reading_of

    dating = dating_of(entries, reading_of("a.csv"))

    assert [found.text for date in ("-551", "224", "1869/12") if (found := dating.read(date))] == [
        *("-0550", "0224", "1869-12"),
    ]
    assert Dating().interval("2014", "Present") == "2014/.."
    assert Dating().interval("", "2014") == "/2014"


def test_a_title_is_made_of_the_text_and_that_is_said_once() -> None:
    chronology, line = said("date,text\n2020,One thing. Another.\n2021,Dr. No came. He left.\n", "a.csv")

    assert [event.title for event in chronology.events] == ["One thing", "Dr. No came"]
    assert line.count("the first sentence of the text") == 1


def test_a_first_sentence_is_cut_at_a_word() -> None:
    assert first_sentence("It began. " * 100) == "It began"
    assert first_sentence(f"{'word ' * 40}.").endswith("word…")
    assert len(first_sentence("x" * 500)) == 80
    assert first_sentence("") == ""
    assert first_sentence("Mr. A met the U.S. envoy on Jan. 5. It ended.") == "Mr. A met the U.S. envoy on Jan. 5"
    assert first_sentence("金正恩抵达。他会见普京。") == "金正恩抵达。"
    assert first_sentence("A line that goes\non here\n\nand then more.") == "A line that goes on here"
    assert first_sentence("He returned to the U.S.") == "He returned to the U.S."


def test_permuted_rows_are_permuted_events() -> None:
    rows = ["2020,A", "2019,B", "13/1/2018,C", "2/1/2018,D"]
    one = from_text("\n".join(["date,title", *rows]), "a.csv").events
    other = from_text("\n".join(["date,title", *reversed(rows)]), "a.csv").events

    assert one == tuple(reversed(other))
