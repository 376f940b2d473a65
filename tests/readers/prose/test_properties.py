"""What holds of any text, in any form."""

from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf
from relations_cli.readers.prose.article import Article, read_article
from relations_cli.readers.prose.candidates import candidates_of
from relations_cli.readers.prose.drafting import drafts_of
from relations_cli.readers.prose.forms.form import Form, form_of, manuscript_of

FORMS: tuple[Form, ...] = get_args(Form)

WORDS = [
    *(
        "July 4, 2009",
        "Jan. 6",
        "1993",
        "2003-05-06",
        "10 November",
        "Spring 2021",
        "8:46 a.m.",
        "Dec. 30 – Jan. 2",
        "1990s",
    ),
    *(
        ": ",
        " – ",
        "\n",
        "\n\n",
        " ",
        ", ",
        "\t",
        ". ",
        "- ",
        "* ",
        "# ",
        "## ",
        "1. ",
        "**",
        "|",
        "> ",
        "(",
        ")",
        "[",
        "](",
    ),
    *(
        "The ship leaves",
        "was a hot day",
        "Comments",
        "Related stories",
        "Share",
        "By Ann Lee",
        "© 2020",
        "On ",
        "(AP)",
        "U.S.",
    ),
    *(
        "<p>",
        "</p>",
        "<li>",
        "<br>",
        "<h2>",
        "<td>",
        "<tr>",
        "<table>",
        "<a href='https://a.b/c'>",
        "</a>",
        "<!--",
        "<b>",
        "</b>",
    ),
    *(
        "https://example.org/x",
        "1.2.0 - ",
        "30 February 2003",
        "April 31",
        "\u202e",
        "\x1b[31m",
        "\x00",
        "\ud800",
        "&nbsp;",
        "---",
    ),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map("".join) | st.text(max_size=300)

MEGABYTES = [
    "1",
    "12 ",
    "-",
    "– ",
    "January ",
    "Jan. 6, ",
    " ",
    "1993 ",
    "1993-1994 ",
    "July 4, 2009: The ship leaves.\n\n",
]
RUNS = [
    *(
        "\n",
        " \n",
        "1993\n",
        "of ",
        "|",
        "> ",
        "[",
        "**",
        "Comments\n",
        "July 4, 2009\n10:15 a.m. foo\n",
        "# a\n",
        "a\n===\n",
    ),
    *(
        "(",
        "1st of ",
        "&amp;",
        "<p>a",
        "<b>",
        "<div>",
        "<td>",
        "<ul><li>Jan. 6, 2003: a",
        "<a href=x>",
        "<!--",
        "A.B. ",
    ),
    *(
        "<table><tr><td>",
        "the end of ",
        "https://",
        "Jan. 6: a\n",
        "Related\nJan. 6, 2003: a\n",
        "- ",
        "Jan. 6 to ",
        "1/1/2003 ",
    ),
]
"""Texts that a pattern which goes back and forth would not get through."""


def check(article: Article, text: str) -> None:
    lines = [entry.line for entry in article.passages]
    assert lines == sorted(lines)
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= line <= last for line in lines)
    for entry in article.passages:
        assert entry.title.strip()
        assert len(entry.title) <= 80
        assert (entry.edtf is None) == bool(entry.note)
        if entry.edtf is not None:
            parse_edtf(entry.edtf)
        if entry.title.endswith("…") and entry.summary:
            assert entry.title[:-1] in entry.summary or entry.title in text
    assert all(left.whole and left.why for left in article.left_out)
    assert article.passages or article.said


@given(text=TEXTS, form=st.sampled_from(FORMS), year=st.sampled_from([None, 2003, -44, 99_999]))
@settings(max_examples=400)
@example(text="", form="text", year=None)
@example(text="Apr:d", form="text", year=99_999)
@example(text="July 4, 2009\n*\n\nThe ship leaves\n\nJuly 5, 2009\n\nIt sinks\n", form="text", year=None)
def test_any_text_is_read(text: str, form: Form, year: int | None) -> None:
    check(read_article(text, form=form, assume_year=year), text)
    form_of(text)


@pytest.mark.parametrize("run", MEGABYTES, ids=ascii)
def test_a_megabyte_of_anything_is_read(run: str) -> None:
    text = (run * (1_000_000 // len(run)))[:1_000_000]

    check(read_article(text, form="text"), text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", [*MEGABYTES, *RUNS], ids=ascii)
def test_a_long_run_of_anything_is_read(run: str, form: Form) -> None:
    """A time that grows with the square would show."""
    text = (run * (50_000 // len(run)))[:50_000]

    check(read_article(text, form=form), text)


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1990, 2020)), min_size=3, max_size=12))
def test_entries_come_in_the_order_of_the_text(days: list[tuple[int, int]]) -> None:
    text = "\n\n".join(f"March {day}, {year}: Event {number} takes place." for number, (day, year) in enumerate(days))

    article = read_article(text, form="text")

    assert [entry.title for entry in article.passages] == [f"Event {n} takes place." for n in range(len(days))]
    assert [entry.edtf for entry in article.passages] == [f"{year}-03-{day:02d}" for day, year in days]


@given(text=TEXTS, form=st.sampled_from(FORMS))
def test_every_block_is_in_an_entry_or_left_out_and_none_twice(text: str, form: Form) -> None:
    blocks = manuscript_of(text, form).blocks
    drafts = drafts_of(blocks, candidates_of(blocks))

    if drafts is None:
        assert [left.line for left in read_article(text, form=form).left_out] == [block.line for block in blocks]
        return
    index_of = {id(block): index for index, block in enumerate(blocks)}
    used = [index_of[id(block)] for draft in drafts.entries for block in draft.blocks]
    assert sorted([*used, *drafts.left_out]) == list(range(len(blocks)))
