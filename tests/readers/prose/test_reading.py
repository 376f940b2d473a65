"""What a person asks of the reader: years, sources, titles, forms, and what it says of what it leaves out."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.errors import DataError, spelt
from relations_cli.model.facts import Source
from relations_cli.readers.prose.article import Article, read_article
from relations_cli.readers.prose.forms.form import form_of
from relations_cli.readers.prose.reader import read
from relations_cli.readers.reading import Reading

NO_YEARS = """How the deal came about

March 3: An envoy travels to the capital.

March 19: A letter is handed over.

April 2: The deal is signed.
"""


def text(article: str, year: int | None = None) -> Article:
    return read_article(article, form="text", assume_year=year)


def dates(article: Article) -> list[str | None]:
    return [entry.edtf for entry in article.passages]


def test_where_nothing_gives_the_year_an_entry_is_undated_and_says_so() -> None:
    article = text(NO_YEARS)

    assert dates(article) == [None, None, None]
    assert {entry.note for entry in article.passages} == {"no year is given for it"}


def test_assume_year_gives_it_and_is_marked_as_inherited() -> None:
    article = text(NO_YEARS, 2016)

    assert dates(article) == ["2016-03-03", "2016-03-19", "2016-04-02"]
    assert spelt(article.passages[0].inherited) == "year 2016 from assume_year"


def test_assume_year_settles_a_month_that_runs_back() -> None:
    article = text("Nov. 5, 2007: One.\n\nMarch 2: Two.\n\nApril 3: Three.\n", 2009)

    assert dates(article) == ["2007-11-05", "2009-03-02", "2009-04-03"]


def test_a_year_written_in_the_text_is_never_overruled() -> None:
    article = text("Nov. 5, 2007: One.\n\nDec. 2: Two.\n\nMay 3, 2008: Three.\n", 1999)

    assert dates(article) == ["2007-11-05", "2007-12-02", "2008-05-03"]


def test_january_follows_december_only_where_an_entry_before_has_a_year() -> None:
    assert dates(text("Dec. 5, 2007: One.\n\nDec. 9: Two.\n\nJan. 2: Three.\n")) == [
        "2007-12-05",
        "2007-12-09",
        "2008-01-02",
    ]
    assert dates(text("Strike of 2007\n\nDec. 5: One.\n\nDec. 9: Two.\n\nJan. 2: Three.\n")) == [None, None, None]


def test_latest_first_january_is_followed_by_december() -> None:
    article = text(
        "March 5, 2008: One.\n\nJan. 9: Two.\n\nDec. 2: Three.\n\nNov. 1, 2007: Four.\n\nMay 3, 2006: Five.\n"
    )

    assert dates(article) == ["2008-03-05", "2008-01-09", "2007-12-02", "2007-11-01", "2006-05-03"]


def test_latest_first_with_one_slip_is_still_latest_first() -> None:
    article = text(
        "May 5, 2009: One.\n\nJune 8, 2009: A slip.\n\nMarch 4, 2009: Two.\n\nJan. 9: Three.\n\nDec. 2: Four.\n\n"
        "Nov. 1, 2008: Five.\n"
    )

    assert dates(article) == ["2009-05-05", "2009-06-08", "2009-03-04", "2009-01-09", "2008-12-02", "2008-11-01"]


def test_oldest_first_with_one_slip_is_still_oldest_first() -> None:
    article = text(
        "Oct. 5, 2008: One.\n\nSept. 8, 2008: A slip.\n\nNov. 4, 2008: Two.\n\nDec. 9: Three.\n\nJan. 2: Four.\n\n"
        "Feb. 1, 2009: Five.\n"
    )

    assert dates(article) == ["2008-10-05", "2008-09-08", "2008-11-04", "2008-12-09", "2009-01-02", "2009-02-01"]


def test_an_article_that_goes_up_and_down_alike_is_taken_for_oldest_first() -> None:
    article = text("Sept. 5, 2007: A.\n\nNov. 2, 2007: B.\n\nOct. 3, 2007: C.\n\nDec. 9: D.\n\nJan. 2: E.\n")

    assert dates(article)[3:] == ["2007-12-09", "2008-01-02"]


def test_no_year_is_inherited_from_an_entry_that_spans_several() -> None:
    article = text("Oct. 14, 2006 – Dec. 22, 2017: One.\n\nMay 2: Two.\n\nMay 3, 2019: Three.\n")

    assert dates(article) == ["2006-10-14/2017-12-22", None, "2019-05-03"]
    assert article.passages[1].note == "no year is given for it: the entry on line 1 spans several years"


def test_a_date_behind_the_dateline_is_not_of_its_year() -> None:
    article = text("CAIRO, Jan. 14, 2011 (AP) - A look back:\n\nDec. 17 - A vendor dies.\n\nDec. 28 - Protests.\n")

    assert dates(article) == [None, None]


def test_a_heading_gives_its_year_whatever_the_order_of_the_months() -> None:
    article = read_article("## 2003\n\n- Nov. 3: One.\n- Jan. 4: Two.\n", form="markdown")

    assert dates(article) == ["2003-11-03", "2003-01-04"]
    assert article.passages[0].inherited == "year 2003 from the heading on line 1"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            "## 1 BC\n\n- May 3: One.\n- June 4: Two.\n\n## AD 4\n\n- May 5: Three.\n",
            ["0000-05-03", "0000-06-04", "0004-05-05"],
        ),
        (
            "- 44 BC: One.\n- March – May 2 BC: Two.\n- 1 BC: Three.\n- AD 14: Four.\n",
            ["-0043", "-0001-03/-0001-05", "0000", "0014"],
        ),
        (
            "- 2 BC: May 3: One.\n- 1 BC: May 5: Two.\n- 1 BC: June 6: Three.\n",
            ["-0001-05-03", "0000-05-05", "0000-06-06"],
        ),
    ],
)
def test_years_bc_are_years_like_others(article: str, expected: list[str]) -> None:
    assert dates(read_article(article, form="markdown")) == expected


def test_a_day_as_a_heading_does_not_hold_its_year_for_earlier_months() -> None:
    article = text(
        "Dec. 30, 2001\n\n9 a.m. - One.\n\nJan. 2\n\n8 a.m. - Two.\n\nNov. 3\n\n7 a.m. - Three.\n\nMay 5\n\nFour.\n"
    )

    assert dates(article) == ["2001-12-30T09:00", "2002-01-02T08:00", "2002-11-03T07:00", None]


def test_a_day_that_does_not_exist_is_an_undated_entry() -> None:
    article = text("Feb. 30, 1999: One.\n\nMarch 3, 1999: Two.\n")

    assert dates(article) == [None, "1999-03-03"]
    assert article.passages[0].note == "February 1999 has 28 days"


def test_a_long_first_sentence_is_cut_at_a_word_and_kept_whole() -> None:
    sentence = "The " + "very " * 30 + "long sentence ends."
    entry = text(f"May 3, 1999: {sentence} A second one.\n").passages[0]

    assert len(entry.title) <= 80
    assert entry.title.endswith("very…")
    assert entry.summary == f"{sentence} A second one."


@pytest.mark.parametrize(
    ("written", "title", "rest"),
    [
        ("The U.S. Senate votes. It is late.", "The U.S. Senate votes.", "It is late."),
        ("He met Gen. R. J. Pike. They spoke.", "He met Gen. R. J. Pike.", "They spoke."),
        ("Talks end on Jan. 6 at No. 10. Nobody signs.", "Talks end on Jan. 6 at No. 10.", "Nobody signs."),
        ("Aid comes from the U.S. The ship sails.", "Aid comes from the U.S.", "The ship sails."),
        ("“Never!” he says. He goes.", "“Never!” he says.", "He goes."),
        ("Output rises to 3.5 million. It falls.", "Output rises to 3.5 million.", "It falls."),
        ("Armistice", "Armistice", ""),
    ],
)
def test_a_title_is_the_first_sentence(written: str, title: str, rest: str) -> None:
    entry = text(f"May 3, 1999: {written}\n").passages[0]

    assert (entry.title, entry.summary) == (title, rest)


def test_links_are_sources_with_their_words() -> None:
    article = read_article(
        "- **May 3, 1999**: The [treaty](https://un.example/t) is signed.\n- **May 4, 1999**: Two. Source: <https://a.example/>\n",
        form="markdown",
    )

    assert article.passages[0].sources == (Source(url="https://un.example/t", title="treaty"),)
    assert [source.url for source in article.passages[1].sources] == ["https://a.example/"]


def test_a_link_that_leads_nowhere_on_the_web_is_no_source() -> None:
    html = (
        "<p>May 3, 1999: <a href='javascript:alert(1)'>One</a> is <a href='#n1'>noted</a>.</p>"
        "<p>May 4, 1999: <a href='/x'>Two</a>.</p>"
    )

    assert [entry.sources for entry in read_article(html, form="html").passages] == [(), ()]
    based = read_article(f"<head><base href='https://a.example/b/'></head><body>{html}</body>", form="html")
    assert [source.url for source in based.passages[1].sources] == ["https://a.example/x"]


def test_scripts_comments_and_what_is_hidden_are_no_text() -> None:
    html = (
        "<p>May 3, 1999: One.</p><script>May 4, 1999: no</script><!-- May 5, 1999: no --><p hidden>May 6, 1999: no</p>"
        "<div style='display:none'><p>May 7, 1999: no</p></div><nav>May 8, 1999: no</nav><p>May 9, 1999: Two.</p>"
    )

    assert dates(read_article(html, form="html")) == ["1999-05-03", "1999-05-09"]


def test_html_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)

    with pytest.raises(DataError, match=r"relations-cli\[readers\]"):
        read_article("<p>May 3, 1999: One.</p>", form="html")


def test_elements_nested_too_deep_are_said_not_read() -> None:
    article = read_article("<div>" * 5_000 + "May 3, 1999: One.", form="html")

    assert article.passages == ()
    assert article.said == "its elements are nested too deep to be an article"


def test_a_page_of_which_nothing_could_be_read_is_refused_by_its_name() -> None:
    page = b"<p>May 2, 1999: Before.</p>" + b"<div>" * 5_000 + b"May 3, 1999: One."

    with pytest.raises(DataError, match=r"^a\.html: its elements are nested too deep to be an article$"):
        read(page, Reading(name="a.html", path="a.html"))


def test_html_without_its_library_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)

    with pytest.raises(DataError, match=r"^a\.html: HTML needs the extra readers"):
        read(b"<p>May 3, 1999: One.</p>", Reading(name="a.html", path="a.html"))


def _nested(marker: str, levels: int) -> str:
    """A line of its own on each level; a space beside a list marker is needed, and indents the next level."""
    step = {"- ": "  ", "1. ": "   ", "> ": "> "}[marker]
    return "".join(f"{step * level}{marker}May {level + 1}, 1999: One.\n\n" for level in range(levels))


@pytest.mark.parametrize(("marker", "deepest"), [("- ", 9), ("1. ", 9), ("> ", 19)])
@given(more=st.integers(0, 12))
def test_what_lies_deeper_in_lists_and_quotations_than_is_read_is_said(marker: str, deepest: int, more: int) -> None:
    for levels in range(deepest - 2, deepest + more):
        article = read_article(_nested(marker, levels), form="markdown")

        read = [entry.line for entry in article.passages]
        lines = [2 * level + 1 for level in range(levels)]
        assert read == lines[: len(read)]
        deep = f"line {lines[len(read)]} lies more than 20 levels deep" if len(read) < levels else ""
        assert deep in (article.said or "")
        assert bool(article.said) == bool(deep)


@pytest.mark.parametrize(("lines", "levels"), [(9_999, 20), (12_500, 16), (30_000, 8), (300_000, 8)])
def test_the_more_lines_an_article_has_the_less_deep_it_is_read(lines: int, levels: int) -> None:
    body = "".join(f"{'> ' * level}May {level + 1}, 1999: One.\n\n" for level in range(25))
    article = read_article(body + "\n" * (lines - body.count("\n") - 1), form="markdown")

    assert len(article.passages) == levels
    assert f"lies more than {levels} levels deep" in (article.said or "")


def test_one_line_is_an_article() -> None:
    article = text("July 2000: Putin visits North Korea.")

    assert [(entry.edtf, entry.title) for entry in article.passages] == [("2000-07", "Putin visits North Korea.")]


def test_a_date_behind_on_is_an_entry_in_a_list_only_and_with_a_text() -> None:
    listed = "- On May 3, 1999, the ship leaves.\n- On May 4, 1999, it returns.\n- On May 5, 1999\n"
    prose = "On May 3, 1999, the ship left.\n\nOn May 4, 1999, it returned.\n\nOn May 5, 1999, it sank.\n"

    article = read_article(f"{listed}- May 6, 1999: It is sold.\n", form="markdown")
    assert dates(article) == ["1999-05-03", "1999-05-04", "1999-05-06"]
    assert dates(text(prose)) == []


def test_an_empty_text_says_that_it_is() -> None:
    assert text("").said == "it is empty"
    assert text(" \n\n").said == "it is empty"


def test_what_is_left_out_is_given_with_its_line_and_why() -> None:
    article = text("A title\n\nMay 3, 1999: One.\n\nMay 4, 1999: Two.\n\nShare this\n")

    assert [(left.line, left.whole, left.why) for left in article.left_out] == [
        (1, "A title", "before the first entry"),
        (7, "Share this", "behind the article"),
    ]


@pytest.mark.parametrize(
    ("suffix", "written", "form"),
    [
        (".md", "text", "markdown"),
        (".HTM", "text", "html"),
        ("", "<!DOCTYPE html><p>x", "html"),
        ("", "\ufeff <html><body>", "html"),
        (".txt", "# Title\n\n- **1999**: One.\n", "markdown"),
        (".txt", "1999: One.\n\n2000: Two (a < b).\n", "text"),
        ("", "* 1999: One.\n* 2000: Two.\n", "text"),
        ("", "", "text"),
    ],
)
def test_the_form_is_told_by_the_suffix_then_by_the_content(suffix: str, written: str, form: str) -> None:
    assert form_of(written, suffix) == form
