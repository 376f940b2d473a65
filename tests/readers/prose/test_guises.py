"""Entries in the guises that articles give them: each case is an article, and the dates and titles of its entries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.readers.prose.article import Article, read_article
from relations_cli.readers.prose.forms.form import form_of

Told = list[tuple[str | None, str]]


def article(text: str) -> Article:
    return read_article(text, form=form_of(text))


def told(text: str) -> Told:
    return [(one.edtf, one.title.rstrip(".")) for one in article(text).passages]


LIST = "# Mill\n\n- 2001: It is built\n- {}: It grinds\n- 2009: It stops\n"
SET_UNLIKE = [
    (
        "# x\n\n## 1901\n\n3 May. A.\n\nEarly June. The wheel.\n\nLate in the year. It breaks.\n\nc. 10 July. B.\n",
        ["1901-05-03", "1901-06~", None, "1901-07-10~"],
    ),
    ("- 2022-03-04: A mast\n- 2022-03-05 A sail\n- 2022-03-07: A rope\n", ["2022-03-04", "2022-03-05", "2022-03-07"]),
    (
        "- 2022-03-04: A mast\n- 2022-03-05 a sail is sewn\n- 2022-03-07: A rope\n",
        ["2022-03-04", "2022-03-05", "2022-03-07"],
    ),
    (
        "4 May 2022 – A mast.\n\n5 May 2022 Men come.\n\n8 May 2022: A rope.\n",
        ["2022-05-04", "2022-05-05", "2022-05-08"],
    ),
    ("4 May 2022 – A mast.\n\n5 May 2022 Men come.\n", ["2022-05-04", "2022-05-05"]),
    (
        "2012\nJuly 3, 2012 - A course.\nOn Aug. 2, 2012 a race is rowed.\n2013\nMay 5, 2013 - A cup.\n",
        ["2012-07-03", "2012-08-02", "2013-05-05"],
    ),
    ("May 3: A.\n\nOn May 5 the gate opens.\n\nMay 9, 2014: B.\n", [None, None, "2014-05-09"]),
    ("# x\n\n20. August 2012: Rain.\n\n5. September 2012: Sun.\n", ["2012-08-20", "2012-09-05"]),
    ("The pier\n\n1871 A.\n18934-5 B.\n1900! C.\n1939 D.\n1950 E.\n", ["1871", None, None, "1939", "1950"]),
    (
        "- 1880: A\n- 1893-4: B\n- c1900: C\n- 1946? Reopened\n- 1950: E\n",
        ["1880", "1893/1894", "1900~", "1946?", "1950"],
    ),
    ("- 2022-03-03: A\n- 2022-03-04T24:00Z  B\n- 2022-03-05: C\n", ["2022-03-03", None, "2022-03-05"]),
    ("- 2022-03-03: A\n- 2022-03-04T25:10 b\n- 2022-03-05: C\n", ["2022-03-03", None, "2022-03-05"]),
    ("- 2022-03-03: A\n- 2022-03-04 25:10  b\n- 2022-03-05: C\n", ["2022-03-03", None, "2022-03-05"]),
    ("## 2020-01-01\n\nA\n\n## n.d.\n\nB\n\n## 2020-01-02\n\nC\n", ["2020-01-01", None, "2020-01-02"]),
    ("- 1600: A\n- XVIII–XIX вв.: B\n- siglos XVIII y XIX: C\n- 1900: D\n", ["1600", "1700/1899", "1700/1899", "1900"]),
    (
        "- 2021: A\n- 22. März 2022, 22 bis 23 Uhr: B\n- 22 марта 2022 с 20:00 до 22:00: C\n- 2023: D\n",
        ["2021", "2022-03-22T22:00/2022-03-22T23:00", "2022-03-22T20:00/2022-03-22T22:00", "2023"],
    ),
    ("- 2021: A\n- May the 3rd, 2022: B\n- 2023: C\n", ["2021", "2022-05-03", "2023"]),
    ("2012年7月23日 雨。\n2012年7月24日：風。\n2012年7月26日：雪。\n", ["2012-07-23", "2012-07-24", "2012-07-26"]),
    ("# x\n\n1. May 2012: Rain.\n2. June 2012: Sun.\n3. July 2012: Wind.\n", ["2012-05", "2012-06", "2012-07"]),
]


@pytest.mark.parametrize(("text", "dates"), SET_UNLIKE)
def test_an_entry_that_is_set_unlike_its_neighbours_is_an_entry(text: str, dates: list[str | None]) -> None:
    assert [date for date, _ in told(text)] == dates


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        *(("june 2005", "2005-06"), ("may 5, 2005", "2005-05-05"), ("5 march 2005", "2005-03-05")),
        *(
            ("1 june 2005-now", "2005-06-01/.."),
            ("2005-02 → 2005-03", "2005-02/2005-03"),
            ("2005-02 -> 2005-03", "2005-02/2005-03"),
        ),
        *(("2005-08/09", "2005-08/2005-09"), ("2005-12/01", "2005-12/2006-01"), ("23-10-2005", "2005-10-23")),
        *(
            ("~ 2005", "2005~"),
            ("~2005", "2005~"),
            ("2005 (circa)", "2005~"),
            ("2005?", "2005?"),
            ("2005 (?)", "2005?"),
        ),
        *(("2005, late", "2005~"), ("2005, May (early)", "2005-05~"), ("2005, ~Apr 4–5", "2005-04-04~/2005-04-05")),
        *(
            ("before 2005", "[..2004]"),
            ("after 2005", "[2006..]"),
            ("by May 2005", "[..2005-05]"),
            ("until 2005", "../2005"),
        ),
        *(("before 1 March 2004", "[..2004-02-29]"), ("after 31 Dec 2004", "[2005-01-01..]"), ("< 2005", "[..2004]")),
        *(("no later than 2005", "[..2005]"), ("not before 2005", "[2005..]"), ("2004 or 2006", "[2004,2006]")),
        *(("1930s or 1940s", "[1930..1939,1940..1949]"), ("before the 1950s", "[..1949-12-31]")),
    ],
)
def test_a_date_in_another_form_than_its_neighbours_is_read(written: str, edtf: str) -> None:
    assert told(LIST.format(written)) == [("2001", "It is built"), (edtf, "It grinds"), ("2009", "It stops")]


@pytest.mark.parametrize(
    "label",
    [
        *(
            "the winter after the flood",
            "2004 to the flood",
            "some day in 19??",
            "Michaelmas",
            "before the war",
            "????",
        ),
        *(
            "07/??/97",
            "3/5/22",
            "13.5.22",
            "the next year",
            "shortly after",
            "31st",
            "Lent 12 Edw. III",
            "n.d., 2004 or so",
            "Later that day",
        ),
    ],
)
@pytest.mark.parametrize("sign", [": ", " – "])
def test_what_begins_like_a_date_and_is_not_understood_is_an_entry_that_says_so(label: str, sign: str) -> None:
    read = article(LIST.replace(": ", sign).format(label))

    assert [(one.edtf, one.title) for one in read.passages][1:] == [(None, "It grinds"), ("2009", "It stops")]
    assert read.passages[1].note == f"its date is not understood: {label}"
    assert "grinds" not in str(read.passages[0])


@pytest.mark.parametrize("line", ["Note: it was dear", "It was dear", "The miller: a tall man", "Cost: 12 pounds"])
def test_a_line_that_begins_like_no_date_stays_in_its_entry(line: str) -> None:
    read = article(f"- 2001: It is built\n- {line}\n- 2009: It stops\n")

    assert [one.edtf for one in read.passages] == ["2001", "2009"]
    assert read.passages[0].summary == line


HEADINGS = [
    (
        "# 2020\n\n## January\n\n* 5 January – A\n\n## May\n\n* 3 – B\n* 10 – C\n",
        [("2020-01-05", "A"), ("2020-05-03", "B"), ("2020-05-10", "C")],
    ),
    ("# Book\n\n## May 2021\n\n- 3: A\n- 10: B\n", [("2021-05-03", "A"), ("2021-05-10", "B")]),
    (
        "# Book\n\n## März 2021\n\n- 3.: A\n- 4.–6.: B\n- 10. C\n",
        [("2021-03-03", "A"), ("2021-03-04/2021-03-06", "B"), ("2021-03-10", "C")],
    ),
    (
        "# Log\n\n## 5 May 2021\n\n08:46\n\nA.\n\n09:10\n\nB.\n",
        [("2021-05-05T08:46", "A"), ("2021-05-05T09:10", "B")],
    ),
    (
        "# Log\n\n## 5 May 2021\n\n08:46\n\n09:10\n\nB.\n\n10:00\n\nC.\n",
        [("2021-05-05", "08:46"), ("2021-05-05T09:10", "B"), ("2021-05-05T10:00", "C")],
    ),
    ("# Log\n\n## 5 May 2021\n\nA.\n\n## 6 May 2021\n\n09:10\n", [("2021-05-05", "A"), ("2021-05-06", "09:10")]),
    ("# Book\n\n## May 2021\n\n- 3 men come.\n- 5 B.\n", [("2021-05", "3 men come"), ("2021-05-05", "B")]),
    ("# Book\n\n## May 2021\n\n3. A\n10. B\n", [("2021-05-03", "A"), ("2021-05-10", "B")]),
    (
        "# Book\n\n## May 2021\n\n- 10: A\n- 3rd – B\n- Sun 2: C\n",
        [("2021-05-10", "A"), ("2021-05-03", "B"), ("2021-05-02", "C")],
    ),
    (
        "# Book\n\n## 5 May 2003\n\n- A opens.\n- B is cast.\n\n## 6 May 2003\n\n- C falls.\n",
        [("2003-05-05", "A opens"), ("2003-05-05", "B is cast"), ("2003-05-06", "C falls")],
    ),
    (
        "Book\n\n2003\n\nMay 5\n  • A opens.\n  • B is cast.\nMay 6\n  • C falls.\n",
        [("2003-05-05", "A opens"), ("2003-05-05", "B is cast"), ("2003-05-06", "C falls")],
    ),
    (
        "# Book\n\n## 2003\n\n- A opens.\n- B is cast.\n\n## 2004\n\n- C falls.\n",
        [("2003", "A opens"), ("2003", "B is cast"), ("2004", "C falls")],
    ),
    (
        "# Book\n\n## 5 May 2003\n\n### A opens\n\nLoud.\n\n### B is cast\n\nHot.\n\n## 6 May 2003\n\n### C falls\n",
        [("2003-05-05", "A opens"), ("2003-05-05", "B is cast"), ("2003-05-06", "C falls")],
    ),
    (
        "# Weirs\n\n### Oak\n\n*12 June 1931*\n\nAs before.\n\n### Stone\n\n*13 July 1932*\n\nBy barge.\n",
        [("1931-06-12", "Oak"), ("1932-07-13", "Stone")],
    ),
    (
        "Weirs\n\nThe oak weir\n12 June 1931\nAs before.\n\nThe stone weir\n13 July 1932\nBy barge.\n",
        [("1931-06-12", "The oak weir"), ("1932-07-13", "The stone weir")],
    ),
    (
        "<h1>x</h1><h3>5 May 2003</h3><ul><li>A opens.<li>B is cast.</ul><h3>6 May 2003</h3><ul><li>C falls.</ul>",
        [("2003-05-05", "A opens"), ("2003-05-05", "B is cast"), ("2003-05-06", "C falls")],
    ),
    (
        "<h1>x</h1><div><h4>Earth</h4><h5>1096-1099</h5><p>Turf.</p></div><div><h4>Brick</h4><h5>1147</h5><p>Burnt.</p></div>",
        [("1096/1099", "Earth"), ("1147", "Brick")],
    ),
]


@pytest.mark.parametrize(("text", "entries"), HEADINGS)
def test_what_stands_under_a_date_or_over_it_belongs_to_it(text: str, entries: Told) -> None:
    assert told(text) == entries


def test_points_below_a_bullet_are_of_its_entry() -> None:
    read = article("## 5 May 2003\n\n- A opens.\n  - with a bell\n- B is cast.\n\n## 6 May 2003\n\n- C falls.\n")

    assert (read.passages[0].title, read.passages[0].summary) == ("A opens.", "with a bell")


YEARS = [
    ("Gazette\n\nFOG: A 2020 TIMELINE\n\nIt began.\n\nJan. 1: A.\n\nFeb. 8: B.\n", ["2020-01-01", "2020-02-08"]),
    (
        "Works, 1989-2006\n\n1989: A.\n\n1994: B.\n\n- October: C.\n\n- January 10: D.\n\n- June 3: E.\n\n2006: F.\n",
        ["1989", "1994", "1994-10", None, None, "2006"],
    ),
    ("x\n\n17 December 2010: A.\n\n14 January: B.\n\n3 March 2011: C.\n", ["2010-12-17", "2011-01-14", "2011-03-03"]),
    (
        "x\n\n2010: A.\n\nDecember: B.\n\nJanuary: C.\n\n3 March 2011: D.\n",
        ["2010", "2010-12", "2011-01", "2011-03-03"],
    ),
    (
        "# x\n\n## 1887\n\n- 4 May: A.\n\n## (illegible)\n\n- 2 June: B.\n\n## 1891\n\n- 5 May: C.\n",
        ["1887-05-04", None, "1891-05-05"],
    ),
    ("x\n\n1887\n\n4 May: A.\n\n18--\n\n2 June: B.\n\n1891\n\n5 May: C.\n", ["1887-05-04", None, "1891-05-05"]),
]


@pytest.mark.parametrize(("text", "dates"), YEARS)
def test_a_year_is_taken_from_where_it_is_shown_and_never_guessed(text: str, dates: list[str | None]) -> None:
    assert [date for date, _ in told(text)] == dates


CHANGELOGS = [
    (
        "# Log\n\n## [1.2.0] - 2024-05-06 [YANKED]\n\n- A\n\n## [1.1.0] - 2024-04-01\n\n- B\n",
        [("2024-05-06", "1.2.0 [YANKED]"), ("2024-04-01", "1.1.0")],
    ),
    (
        "1.4.2 (2020-10-20)\n-----\n\n* A\n\n1.4.1 (2020-10-19) WITHDRAWN\n-----\n\n* B\n",
        [("2020-10-20", "1.4.2"), ("2020-10-19", "1.4.1 WITHDRAWN")],
    ),
    (
        "Log\n####\n\n0.4.0\n=====\n2017-12-01\n\n* A\n\n0.3.0\n=====\nreleased on 2017-10-05\n\n* B\n",
        [("2017-12-01", "0.4.0"), ("2017-10-05", "0.3.0")],
    ),
    (
        "4.0\n^^^\n:Date: 2 May 2012\n\nBell.\n\n3.0\n^^^\nReleased: 2011-01-01\n\nClock.",
        [("2012-05-02", "4.0"), ("2011-01-01", "3.0")],
    ),
    (
        "7.0 (2025-11-02)\n-----\n\n- A\n\n7.0a1 (28-10-2025)\n-----\n\n- B\n",
        [("2025-11-02", "7.0"), ("2025-10-28", "7.0a1")],
    ),
    (
        "# Log\n\n## 2024-03-01 — v1.4\n\n- A\n\n## 2024-02-10 — v1.3\n\n- B\n",
        [("2024-03-01", "v1.4"), ("2024-02-10", "v1.3")],
    ),
    (
        "2.1 -- 2012-05-03 Otter\n=====\n\nBell.\n\n2.0 -- 2011-05-03\n=====\n\nClock.",
        [("2012-05-03", "2.1 Otter"), ("2011-05-03", "2.0")],
    ),
]


@pytest.mark.parametrize(("text", "entries"), CHANGELOGS)
def test_a_release_is_its_version_with_what_stands_beside_it(text: str, entries: Told) -> None:
    assert told(text) == entries


@pytest.mark.parametrize(
    "name", ["timeline-caption", "caption", "share", "sidebar", "page-footer", "shared-history", "ad-x"]
)
def test_a_dated_entry_outranks_the_name_of_its_class(name: str) -> None:
    page = "<h1>x</h1>" + "".join(f'<p class="{name}">{year}: It opens</p>' for year in (1986, 1990, 2008))

    assert [date for date, _ in told(page)] == ["1986", "1990", "2008"]


@pytest.mark.parametrize("tag", ["nav", "footer", "aside class=related", "div class=comments", "p hidden"])
def test_menus_feet_and_comments_hold_no_entries_and_are_said(tag: str) -> None:
    body = "<ul><li>5 May 2019: A</li><li>6 May 2019: B</li></ul>"
    page = f"<html><body><{tag}>2020: archive of bells</{tag.split(maxsplit=1)[0]}>{body}</body></html>"
    read = read_article(page, form="html")

    assert [one.title for one in read.passages] == ["A", "B"]
    assert "2020: archive of bells" in [part.whole for part in read.around]


TABLES = [
    (
        "<h2>2001</h2><table><tr><td>3 May<td>It opens<td>Ann<tr><td>4 May<td>It shuts<td>Bob</table>",
        [("2001-05-03", "It opens", "Ann"), ("2001-05-04", "It shuts", "Bob")],
    ),
    (
        "| Date | Event | Notes |\n|--|--|--|\n| 1901 | It opens | seen |\n| 1902 | It shuts | torn |\n",
        [("1901", "It opens", "seen"), ("1902", "It shuts", "torn")],
    ),
    (
        "| What | When | Where |\n|--|--|--|\n| It opens | 1901 | Mole |\n| It shuts | 1902 | Pier |\n",
        [("1901", "It opens", "Where: Mole"), ("1902", "It shuts", "Where: Pier")],
    ),
    (
        "| Start | End | Event |\n|--|--|--|\n| 1901 | 1903 | It opens |\n| 1904 | | It shuts |\n",
        [("1901/1903", "It opens", ""), ("1904", "It shuts", "")],
    ),
    (
        "<table><tr><th>Date<th>Event<th>By<tr><td>1901<td>It opens<td>Ann<tr><td>1902<td>It shuts<td>Bob</table>",
        [("1901", "It opens", "By: Ann"), ("1902", "It shuts", "By: Bob")],
    ),
]


@pytest.mark.parametrize(("text", "entries"), TABLES)
def test_the_cells_of_a_row_are_date_title_and_further_texts(text: str, entries: list[tuple[str, str, str]]) -> None:
    assert [(one.edtf, one.title, one.summary) for one in article(text).passages] == entries


def test_a_cell_that_spans_rows_dates_each_of_them() -> None:
    rows = '<tr><td rowspan="2">1961<td>North<tr><td>South<tr><td>1962<td>West'

    assert told(f"<p>Locks</p><table><tr><th>Year<th>Lock{rows}</table>") == [
        ("1961", "North"),
        ("1961", "South"),
        ("1962", "West"),
    ]


def test_entries_outside_what_calls_itself_the_main_text_are_entries() -> None:
    intro = "<p>The county built it for a hundred years of floods, and paid.</p>"
    page = f"<main><h1>Dam</h1>{intro}</main><div><p>5 May 1961: It holds</p><p>6 May 1962: It breaks</p></div>"

    assert told(page) == [("1961-05-05", "It holds"), ("1962-05-06", "It breaks")]


def test_a_source_that_is_named_is_told() -> None:
    read = article("The lamp\n\n3 May 1901: It is lit.\nSource: Gazette, https://x.org/a\n\n4 May 1902: It is gas.\n")

    assert [(part.line, part.whole) for part in read.around] == [(4, "Source: Gazette, https://x.org/a")]


CLOCKS = [
    (
        "# Fire\n\n## 4 April 2019\n\n- 06:10 – Smoke\n- 6.45 p.m.: Fire\n",
        [("2019-04-04T06:10", "Smoke"), ("2019-04-04T18:45", "Fire")],
    ),
    ("x\n\n1 May 2022: A.\n\n09:30, 3 May 2022: B.\n", [("2022-05-01", "A"), ("2022-05-03T09:30", "B")]),
    (
        "- 1 May 2022: A\n- 2 May 2022, 07:15: B\n- (3 May 2022, 09:00) C\n",
        [("2022-05-01", "A"), ("2022-05-02T07:15", "B"), ("2022-05-03T09:00", "C")],
    ),
    (
        "- 1 May 2022: A\n- At 9:30 a.m. on 2 May 2022: B\n- (12:05) 3 May 2022: C\n",
        [("2022-05-01", "A"), ("2022-05-02T09:30", "B"), ("2022-05-03T12:05", "C")],
    ),
    ("x\n\nMay 1, 2022 – A.\n\nMay 3, 09:30, 2022 – B.\n", [("2022-05-01", "A"), ("2022-05-03T09:30", "B")]),
    ("[2020-10-10 01:15] A\nLow.\n\n[2020-10-11 09:00] B\n", [("2020-10-10T01:15", "A"), ("2020-10-11T09:00", "B")]),
    (
        "x\n\n2010-12-17 08:05:00\nA\nLow.\n2010-12-24 09:05:46\nB\nNo.\n",
        [("2010-12-17T08:05:00", "A"), ("2010-12-24T09:05:46", "B")],
    ),
]


@pytest.mark.parametrize(("text", "entries"), CLOCKS)
def test_a_time_of_day_belongs_to_its_date(text: str, entries: Told) -> None:
    assert told(text) == entries


@given(
    st.permutations([": ", " – ", " - ", "\t", " | "]),
    st.lists(st.integers(1, 28), min_size=3, max_size=5, unique=True),
)
@settings(max_examples=50)
def test_no_sign_behind_a_date_swallows_an_entry(signs: list[str], days: list[int]) -> None:
    pairs = list(zip(sorted(days), signs, strict=False))

    text = "".join(f"- {day} May 2003{sign}It grinds {day}\n" for day, sign in pairs)

    assert told(text) == [(f"2003-05-{day:02d}", f"It grinds {day}") for day, _ in pairs]


def test_cells_of_the_last_row_are_no_paragraphs_to_be_left_out() -> None:
    table = read_article("e|||\n-|-|-\nd\nApr|l\n3|g|a\n", form="markdown")

    assert [(one.title, one.summary) for one in table.passages] == [("l", ""), ("g", "a")]


HALL = "<tr><td>3 May 1914<td>It opens<td>Here<tr>{}<tr><td>4 May 1915<td>It shuts<td>There"
MILL = "<html><ul><li>3 March 2021: A<li>{}<li>5 March 2021: C</ul>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 2022\n\n| Date | Event |\n|---|---|\n| 3 January | It shuts |\n", [("2022-01-03", "It shuts")]),
        ("<h2>2022</h2><table><tr><th>Date<th>Event<tr><td>3 May<td>It shuts</table>", [("2022-05-03", "It shuts")]),
        ("## v1.1 - 2019-02-15\n\n## v0.9 (June 2016)\n\n- old\n", [("2019-02-15", "v1.1"), ("2016-06", "v0.9")]),
        ("# Log\n\n## 1.9 - 2021-04-05\n\n## 1.8 [2021-02-01]\n", [("2021-04-05", "1.9"), ("2021-02-01", "1.8")]),
        ("1.9 -- 2021-04-05\n----\n\n1.8 [2021-02-01]\n----\n", [("2021-04-05", "1.9"), ("2021-02-01", "1.8")]),
    ],
)
def test_names_of_columns_are_no_entry_and_releases_are_dated_in_brackets(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_label_alone_in_its_row_is_a_heading_of_the_table() -> None:
    page = "<p>Hall</p><table>" + HALL.format('<td colspan="3">The war years') + "</table>"
    read = article(page)

    assert [(one.edtf, one.title, one.summary) for one in read.passages] == [
        ("1914-05-03", "It opens", "Here"),
        ("1915-05-04", "It shuts", "There"),
    ]
    assert ("The war years", "a heading") in [(part.whole, part.why) for part in read.left_out]


@pytest.mark.parametrize(
    ("item", "date", "said"),
    [
        ('<time datetime="2021-03-04T09:15">4 March, 9.15</time> B', "2021-03-04T09:15", ["4 March, 9.15"]),
        ('<time datetime="2021-03-04">last Friday</time> B', "2021-03-04", ["last Friday"]),
        ('<time datetime="2021-03-04T00:00:00Z">4 March 2021</time> B', "2021-03-04", []),
        ('<time datetime="PT4H">4 March</time> B', "2021-03-04", []),
        ("<del>4 March 2021</del> B", "2021-03-04", []),
        ("<s>4 March 2021: B</s>", "2021-03-04", []),
    ],
)
def test_a_time_in_a_page_means_the_date_that_it_says_and_what_is_struck_out_stays(
    item: str, date: str, said: list[str]
) -> None:
    read = article(MILL.format(item))

    assert [(one.edtf, one.title) for one in read.passages] == [("2021-03-03", "A"), (date, "B"), ("2021-03-05", "C")]
    assert [part.whole for part in read.around] == said


def test_what_is_struck_out_in_markdown_is_an_entry() -> None:
    items = "# x\n\n## y\n\n- 2022-03-13: ten\n- ~~2022-03-14~~ eleven\n- ~~2022-03-15: twelve~~\n"

    assert told(items) == [("2022-03-13", "ten"), ("2022-03-14", "eleven"), ("2022-03-15", "twelve")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("- 2024-03-01 09:15 - A\n- 09:20 - B\n", ["2024-03-01T09:15", "2024-03-01T09:20"]),
        ("- 2024-03-01 09:15 UTC - A\n- 09:20 UTC - B\n", ["2024-03-01T09:15Z", "2024-03-01T09:20Z"]),
        ("- 2024-03-01 23:59 - A\n- 00:10 - B\n", ["2024-03-01T23:59", None]),
        ("**2024-03-01**\n\n- 23:10: A\n- 00:10 (next day): B\n", ["2024-03-01T23:10", "2024-03-02T00:10"]),
        (
            "3 May 2022\n13:00-14:00  A.\n2 pm - 3 pm B.\n",
            [f"2022-05-03T{a}:00/2022-05-03T{a + 1}:00" for a in (13, 14)],
        ),
        ("[2020-10-11 Sun 09:00] A\n<2020-10-12 Mon 10:00> B\n", ["2020-10-11T09:00", "2020-10-12T10:00"]),
        ("<2020-10-12 Mon 09:00> A\n<2020-10-13 Tue> B\n", ["2020-10-12T09:00", "2020-10-13"]),
        ("- 04/2024: A\n- May '24: B\n- 06/2024: C\n", ["2024-04", None, "2024-06"]),
        ("- 2022-03-15 => A\n- 2022-03-16 -> B\n", ["2022-03-15", "2022-03-16"]),
        ("7 May 2022 - 10:15 UTC - A\n8 May 2022: B\n", ["2022-05-07T10:15Z", "2022-05-08"]),
        ("1961: A\n1962: B\nn.d.: C\n1965: D\n", ["1961", "1962", None, "1965"]),
        ("1961: A\n1962: B\nSome time in 1964 – C\n1965: D\n", ["1961", "1962", None, "1965"]),
        (
            "Mill (1989)\n\nMarch 3: A.\n\nDecember 30: B.\n\nJanuary 2: C.\n\nMay 1990: D.\n",
            ["1989-03-03", "1989-12-30", "1990-01-02", "1990-05"],
        ),
        (
            "20 August 2012: A.\n\n2012年7月23日 B。\n\n2012年8月 C。\n\n5 May 2013 d.\n",
            ["2012-08-20", "2012-07-23", "2012-08", "2013-05-05"],
        ),
        ("20. August 2012: A\n5 марта 2024 г. B.\n21. August 2012: C\n", ["2012-08-20", "2024-03-05", "2012-08-21"]),
    ],
)
def test_no_entry_is_swallowed_by_the_one_before_it(text: str, dates: list[str | None]) -> None:
    found = told(text)
    assert [date for date, _ in found] == dates
    assert all(len(title.rstrip(".。")) == 1 for _, title in found)


def test_a_time_that_is_about_right_keeps_its_words_under_the_extra() -> None:
    read = article("- 4 March 2022, circa 16:00: A\n- 5 March 2022 (ca. 5 pm): B\n- c. 1920: C\n- 2023: D\n")

    assert [(one.edtf, one.title, one.extra) for one in read.passages] == [
        ("2022-03-04T16:00", "A", {"time": "circa 16:00"}),
        ("2022-03-05T17:00", "B", {"time": "ca. 5 pm"}),
        ("1920~", "C", {}),
        ("2023", "D", {}),
    ]


@pytest.mark.parametrize("label", ["07/??/97", "3/5/22", "13.5.22"])
def test_figures_of_a_date_that_is_not_understood_need_no_sign(label: str) -> None:
    read = article(f"- 2001: It is built\n- {label} It grinds\n- 2009: It stops\n")

    assert [(one.edtf, one.title) for one in read.passages][1:] == [(None, "It grinds"), ("2009", "It stops")]


@pytest.mark.parametrize("line", ["500 Men came", "1.5 Million came"])
def test_a_number_of_something_is_no_date(line: str) -> None:
    read = article(f"- 2001: It is built\n- {line}\n- 2009: It stops\n")

    assert [(one.edtf, one.summary) for one in read.passages] == [("2001", line), ("2009", "")]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("- 2022-03-06: A\n- [ ] 2022-03-07: B\n- [x] 2022-03-08: C\n", ["2022-03-06", "2022-03-07", "2022-03-08"]),
        ("☐ 2022-03-07: B\n☑ 2022-03-08: C\n", ["2022-03-07", "2022-03-08"]),
        ("On 2 May 2022: A\n3 May 2022: B\n4 May 2022: C\n", ["2022-05-02", "2022-05-03", "2022-05-04"]),
        ("| Date | Event |\n|---|---|\n| -0043-03-15 | Ides |\n| 2021 | B |\n", [None, "2021"]),
    ],
)
def test_no_bullet_hides_a_date_and_no_sign_is_one(text: str, entries: list[str | None]) -> None:
    assert [one.edtf for one in article(text).passages] == entries


def test_a_row_without_a_date_in_a_table_is_an_entry_however_few_rows_there_are() -> None:
    page = "<table><tr><td>3 May 2021</td><td>A</td></tr><tr><td></td><td>B</td></tr></table>"

    passages = read_article(page, form="html").passages
    assert [(one.edtf, one.title, one.summary) for one in passages] == [("2021-05-03", "A", ""), (None, "B", "")]
