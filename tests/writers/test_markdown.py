"""Markdown: what a reader sees of each answer, that no text of the data is markup, and that the list is read again."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from hostile import texts
from program import Inline, Write
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.format import How
from relations_cli.writers.marks import link, paragraph, plain
from reports import (
    CHRONOLOGY,
    DATES,
    FULL,
    KEPT,
    LOSES,
    LOST,
    SMALL_REPORT,
    chronologies,
    kept_of,
    read_again,
    shown_sources,
)
from small import SMALL, TODAY


def written(chronology: Chronology, *, long: bool = True) -> str:
    answer = select(chronology, Query.of(today=TODAY))
    return "".join(map(str, rendered(WRITERS["markdown"], answer, How(long=long))))


def test_an_event_is_an_item_with_its_date_status_summary_and_numbered_sources() -> None:
    assert written(SMALL_REPORT) == (
        "- **1 Feb 1931**: The *bridge* opens[^1] [^2]\n".replace("*bridge*", r"\*bridge\*")
        + "\n- **c. 1958?**: The bridge falls[^2] [^3]\\\n"
        "  *Status: disputed; denied by The South*\n"
        "\n"
        "  A lorry is on it.\n"
        "\n"
        "  Two days later it is gone.\n"
        "\n- **undated**: A plan[^4]\n"
        "\n"
        "[^1]: The Herald, “Open”, 2 Feb 1931, <https://herald.example/open?a=1&b=2>\n"
        "[^2]: The North, <https://north.example/report>, archived at <https://archive.example/1>\n"
        "[^3]: K. Berg, “On paper”, 1958\n"
        "[^4]: The Herald\n"
    )


def test_without_summaries_the_list_is_one_of_lines() -> None:
    text = written(SMALL_REPORT, long=False)

    assert "lorry" not in text
    assert "\n\n- " not in text


@pytest.mark.parametrize(
    ("args", "begins"),
    [
        (["claims"], "| date | by | stance | about | event | note | now |\n| --- |"),
        (["contested"], "| id | status | since | changed | denied_by | text |\n| --- |"),
        (["figures"], "| "),
        (["changes", "--since", "2001"], "| "),
        (["count"], "| n |\n| ---: |\n| 25 |\n"),
        (["count", "--by", "type"], "| value | n |\n| --- | ---: |\n| "),
        (["count", "--by", "type,status"], "| type | uncontested |"),
        (["tags"], "| id | n | first | last | meaning |\n| --- | ---: | --- | --- | --- |\n| "),
        (["actors"], "| id | name | n | first | last |"),
        (["about"], "- **title**: "),
        (["list", "--fields", "id,date"], "| id | date |\n| --- | --- |\n| "),
        (["about", "--fields", "name"], "| name |\n| --- |\n| title |\n"),
        (["formats"], "| name | use | suffixes | keeps | loses | needs |\n"),
    ],
)
def test_every_other_answer_is_a_table_of_what_a_pipe_shows(args: list[str], begins: str, inline: Inline) -> None:
    given = [] if args == ["formats"] else ["-f", str(SMALL)]
    done = inline(*args, *given, "-o", "markdown")

    assert done.out.startswith(begins), done.out[:200]
    if begins.startswith("|"):
        assert done.out == inline(*args, *given, "-o", "markdown-table").out
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in done.out.splitlines()}) == 1


def test_a_table_has_a_row_each_and_every_cell_of_tsv(inline: Inline) -> None:
    args = ("list", "-f", str(SMALL))
    table = inline(*args, "-o", "markdown-table").out

    tokens = MarkdownIt("commonmark").enable("table").parse(table)
    cells = [token.content for token in tokens if token.type == "inline"]
    rows = inline(*args, "-o", "tsv").rows

    said = [MarkdownIt().parseInline(cell)[0].children or [] for cell in cells]
    assert ["".join(one.content for one in children) for children in said] == [
        *("id", "date", "title", "tags", "status"), *(cell.strip() for row in rows for cell in row),
    ]  # fmt: skip


def test_show_is_a_section_an_event_with_everything_about_it(inline: Inline) -> None:
    text = inline("show", "-f", str(SMALL), "collapse", "-o", "markdown").out

    headings = re.findall("^#+ .*$", text, re.MULTILINE)
    assert headings[0].startswith("## ")
    assert headings[1:] == ["### Claims", "### Bears on", "### Related"]
    assert re.search(r"^- \*\*Status\*\*: \w+: .+ since ", text, re.MULTILINE)
    assert "### History" in inline("show", "-f", str(SMALL), "collapse", "--history", "-o", "markdown").out
    assert inline("show", "-f", str(SMALL), "collapse", "fair", "-o", "markdown").out.count("\n## ") == 1


def test_show_of_a_proposition_is_a_section_with_its_history(inline: Inline) -> None:
    text = inline("show", "-f", str(SMALL), "sabotage", "-o", "markdown").out

    assert re.findall("^#+ .*$", text, re.MULTILINE)[1:] == [
        "### History", "### Claims", "### Events that bear on it",
    ]  # fmt: skip
    assert "- **Id**: sabotage\n" in text


def test_around_says_how_far_and_gaps_say_since_when(inline: Inline) -> None:
    assert "*(anchor)*" in inline("around", "-f", str(SMALL), "collapse", "-o", "markdown").out
    assert "days after the one before)*" in inline("list", "-f", str(SMALL), "--gaps", "-o", "markdown").out


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*a* _b_ c_d __e `c` ~d~ ^e^ $f$", r"\*a\* \_b\_ c_d \_\_e \`c\` \~d\~ \^e\^ \$f\$"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("<b> &amp; AT&T", r"\<b> \&amp; AT&T"), ("a|b", r"a\|b"), ("@x {#y}", r"\@x \{#y}"), ("a\\b", r"a\\b"),
        ("http://x www.y", r"http:\//x www\.y"), ("a\n# b\r- c", "a # b - c"), ("\x1b[1m", r"\\x1b\[1m"),
        ("1. a", "1. a"), ("  a ", "a"),
    ],
)  # fmt: skip
def test_what_means_something_to_markdown_is_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. a", r"1\. a"), ("1) a", r"1\) a"), ("(iv) a", r"(iv\) a"), ("A. a", r"A\. a"), ("- a", r"\- a"),
        ("+ a", r"\+ a"), ("# a", r"\# a"), ("> a", r"\> a"), ("=== ", r"\==="), (": a", r"\: a"), ("% a", r"\% a"),
        ("Moscow. It", "Moscow. It"), ("1.5 a", "1.5 a"), ("1984", "1984"), ("* a", r"\* a"), ("---", r"\---"),
    ],
)  # fmt: skip
def test_what_begins_a_block_is_escaped_at_the_beginning_of_a_line(text: str, escaped: str) -> None:
    assert paragraph(text) == escaped


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/x?y=1&z=(2)#w", "<https://a.example/x?y=1&z=(2)#w>"), ("javascript:x", "javascript:x"),
        ("http://a b", r"http:\//a b"), ("https://a/<b>", r"https:\//a/\<b>"), ("http://", r"http:\//"),
        ("https://a/\u202e", "https:\\//a/\\\\u202e"), ("https://a/россия", "<https://a/россия>"),
    ],
)  # fmt: skip
def test_only_an_address_of_the_web_is_a_link(address: str, written: str) -> None:
    assert link(address) == written


@settings(max_examples=50)
@given(texts)
def test_no_text_of_the_data_is_markup(text: str) -> None:
    event = Event(id="e", date="2024", title=text, summary=f"{text}\n\n{text}")
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(written(Chronology(title="T", events=(event,))))

    inline = [child for token in tokens for child in token.children or ()]
    assert {one.type for one in inline} <= {"text", "strong_open", "strong_close"}
    assert {token.type for token in tokens if token.type.endswith("_open")} <= {
        "bullet_list_open", "list_item_open", "paragraph_open",
    }  # fmt: skip


def test_a_title_of_ten_thousand_characters_is_whole() -> None:
    title = "*x|" * 3334
    text = written(Chronology(title="T", events=(Event(id="e", date="2024", title=title),)))

    assert text == f"- **2024**: {title}\n".replace("*x|", r"\*x\|")


@settings(max_examples=50, deadline=None)
@given(chronologies)
def test_dates_titles_summaries_and_sources_come_back(chronology: Chronology) -> None:
    again = read_again(written(chronology).encode(), "x.md")

    assert [(one.date, one.title, one.summary, one.sources) for one in again.events] == [
        (hit.event.date, hit.event.title, hit.event.summary, hit.event.sources)
        for hit in select(chronology, Query.of(today=TODAY))
    ]


def test_all_that_is_real_comes_back_from_the_list() -> None:
    again = read_again(written(CHRONOLOGY).encode(), "x.md").events

    shown = select(CHRONOLOGY, Query.of(today=TODAY))
    assert [(one.date, one.title, one.summary) for one in again] == [
        (hit.event.date, hit.event.title, hit.event.summary) for hit in shown
    ]
    assert [one.sources for one in again] == [shown_sources(hit.event.sources) for hit in shown]


@pytest.mark.parametrize("date", DATES)
def test_a_date_comes_back_where_words_can_say_it(date: str, write: Write, inline: Inline) -> None:
    events = [{"id": f"e{n}", "date": one, "title": f"Thing {n}"} for n, one in enumerate(("2022", date, "2024"))]
    mine = write("a.json", json.dumps({"title": "T", "events": events}))

    text = inline("list", "-f", mine, "-o", "markdown").out

    again = read_again(text.encode(), "x.md").events
    assert {one.title: one.date for one in again} == {one["title"]: one["date"] for one in events}


def test_dates_that_say_little_come_back_beside_each_other() -> None:
    dates = ["2022", "2022/..", "2022/", "2022-XX-XX", "[2022..]", None, None]
    events = tuple(Event(id=f"e{n}", date=one, title=f"Thing {n}") for n, one in enumerate(dates))

    again = read_again(written(Chronology(title="T", events=events)).encode(), "x.md").events
    assert {one.title: one.date for one in again} == {one.title: one.date for one in events}


@pytest.mark.parametrize(("date", "becomes"), LOSES.items())
def test_what_words_cannot_say_of_a_date_is_lost(date: str, becomes: str | None) -> None:
    events = tuple(Event(id=f"e{n}", date=one, title=f"Thing {n}") for n, one in enumerate(("1700", date, "2024")))

    again = read_again(written(Chronology(title="T", events=events)).encode(), "x.md").events
    assert {one.title: one.date for one in again}["Thing 1"] == becomes


def test_what_a_list_does_not_hold_is_lost_and_nothing_else() -> None:
    """Ids, names, claims, notes; a title of two sentences is split; a status is told and left out."""
    before = SMALL_REPORT.events[1]
    again = {event.title: event for event in read_again(written(SMALL_REPORT).encode(), "x.md").events}

    after: Any = again["The bridge falls"]
    assert (after.date, after.summary, after.sources) == (before.date, before.summary, shown_sources(before.sources))
    assert (after.tags, after.actors, after.places, after.claims) == ((), (), (), ())
    two = Chronology(title="T", events=(Event(id="e", date="2024", title="One is here. Two is there"),))
    (split,) = read_again(written(two).encode(), "x.md").events
    assert (split.title, split.summary) == ("One is here.", "Two is there")


def test_what_is_lost_is_what_the_format_says_and_nothing_else() -> None:
    again = read_again(written(FULL).encode(), "x.md").events[1]

    assert kept_of(again) == KEPT
    assert [name for name in LOST if name not in WRITERS["markdown"].loses] == []
