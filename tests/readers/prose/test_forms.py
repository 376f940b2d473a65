"""What each form gives of an article before its dates are looked at: blocks, links, and what is in none of them."""

import pytest

from relations_cli.readers.prose.forms.form import Form, manuscript_of


def texts(text: str, form: Form = "html") -> list[str]:
    return [block.whole for block in manuscript_of(text, form).blocks]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('<p>5 May 2003: It opens. <img src="a" alt="A &amp; boat"></p>', "html"),
        ('<p>5 May 2003: It opens.</p><nav><img alt="A &amp; boat"></nav>', "html"),
        ("5 May 2003: It opens. ![A & boat](a.png)", "markdown"),
        ("5 May 2003: It opens. <img alt='A &amp; boat'>", "markdown"),
        ('<p>5 May 2003: It opens.</p>\n<p><img src="a"\nalt="A &amp; boat"></p>', "markdown"),
    ],
)
def test_the_words_that_stand_for_a_picture_are_said(text: str, form: Form) -> None:
    around = manuscript_of(text, form).around

    assert texts(text, form) == ["5 May 2003: It opens."]
    assert [(part.whole, part.why) for part in around] == [("A & boat", "the words that stand for a picture")]


@pytest.mark.parametrize("alt", ["", " ", "*", "-"])
def test_a_picture_for_which_no_words_stand_is_not_said(alt: str) -> None:
    assert manuscript_of(f'<p>It opens. <img src="a" alt="{alt}"></p>', "html").around == ()
    assert manuscript_of(f"It opens. ![{alt}](a)", "markdown").around == ()


def test_dates_in_the_margin_stay_and_one_alone_does_not() -> None:
    page = "<h1>x</h1><aside>3 May 2020</aside><p>It opens.</p><aside><time>4 June 2021</time></aside><p>It shuts.</p>"

    assert texts(page) == ["x", "3 May 2020", "It opens.", "4 June 2021", "It shuts."]
    assert texts(page.replace("<aside>3 May 2020</aside>", "")) == ["x", "It opens.", "It shuts."]


def test_a_table_in_the_main_text_has_its_columns_whatever_stands_before_it() -> None:
    rows = "<tr><th>Date<th>Event<th>By<tr><td>1901<td>It opens<td>Ann<tr><td>1902<td>It shuts<td>Bob"
    page = f"<div>{'<p>A page.</p>' * 9}</div><main><p>{'It is long. ' * 20}</p><table>{rows}</table></main>"

    assert texts(page)[1:] == ["Date\tEvent, By", "1901\tIt opens By: Ann", "1902\tIt shuts By: Bob"]


def test_a_table_in_a_cell_takes_no_cell_from_the_row_around_it() -> None:
    page = "<table><tr><td>1901: It opens<td><table><tr><td>1902: It shuts</table></table>"

    assert texts(page) == ["1901: It opens", "1902: It shuts"]


def test_a_table_of_dates_is_said_wherever_it_stands() -> None:
    table = "<table><tr><th><th>1901<th>1902<tr><td>Boats<td>3<td>4</table>"
    read = manuscript_of(f"<p>It opens.</p><nav>{table}</nav>", "html")

    assert [part.whole for part in read.around] == ["1901 1902", "Boats 3 4"]


def test_a_link_of_two_lines_is_a_source() -> None:
    (block,) = manuscript_of("5 May 2003: It [opens\nlate](https://x.org/a)", "markdown").blocks

    assert [source.url for source in block.sources] == ["https://x.org/a"]


def test_entries_in_elements_around_count_however_deep_these_lie() -> None:
    page = "".join(f'<div class="sidebar"><p>{year}: It opens.</p>' for year in range(1000, 1200)) + "<p>No more.</p>"

    assert len(texts(page)) == 201


def test_what_calls_itself_the_main_text_holds_half_of_the_entries() -> None:
    intro = f"<main><p>{'It is long. ' * 60}</p><p>1901: It opens.</p>"
    inside = f"{intro}<article><p>{'Long. ' * 200}</p></article></main>"

    assert len(texts(f"{inside}<p>1902: It shuts.</p>")) == 3
    assert len(texts(f"{inside}<p>1902: It shuts.</p><p>1903: It burns.</p>")) == 5


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("mark", ["**", "__", "~~"])
def test_marks_around_a_date_part_it_from_its_text(mark: str, form: Form) -> None:
    assert texts(f"{mark}2024-03-01{mark} It opens.", form) == ["2024-03-01\t It opens."]


def test_a_link_around_a_date_parts_it_from_its_text_in_a_page_and_in_markdown() -> None:
    assert texts("[2024-03-01](https://a.example/) It opens.", "markdown") == ["2024-03-01\t It opens."]
    assert texts('<p><a href="https://a.example/">2024-03-01</a> It opens.</p>') == ["2024-03-01\tIt opens."]


def test_a_link_in_what_is_read_by_lines_is_of_the_line_that_has_its_words() -> None:
    page = '<pre>\n\n2003\tx <a href="https://a.example/">p\nq</a>\n2004 <a href="https://b.example/">y</a>\n</pre>'
    blocks = manuscript_of(page, "html").blocks

    assert [(one.line, one.text, [source.url for source in one.sources]) for one in blocks] == [
        (3, "2003\tx p", []),
        (4, "q", ["https://a.example/"]),
        (5, "2004 y", ["https://b.example/"]),
    ]


def test_the_lines_of_markdown_are_counted_from_a_fence_and_behind_breaks_of_both_kinds() -> None:
    text = "2001: a<br>2002: b  \n2003: c\n\n```\n2004: d\n\n2005: e\n```\n"

    assert [(one.line, one.text[:4]) for one in manuscript_of(text, "markdown").blocks] == [
        (1, "2001"),
        (1, "2002"),
        (2, "2003"),
        (4, "2004"),
        (6, "2005"),
    ]


def test_a_blank_header_of_a_table_is_none_and_the_row_behind_it_is_read_as_one() -> None:
    table = "| | |\n|---|---|\n| Year | Event |\n| 2003 | It opens. |\n"

    assert [block.kind for block in manuscript_of(table, "markdown").blocks] == ["header", "row"]
