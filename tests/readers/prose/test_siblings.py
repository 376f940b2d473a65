"""The law of siblings: what stands beside entries, and is set as these are, is an entry, whatever its date is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.readers.prose.article import Passage, read_article
from relations_cli.readers.prose.forms.form import Form

DATED = {
    "2022-03-04": "2022-03-04",
    "4 March 2022": "2022-03-04",
    "March 4, 2022": "2022-03-04",
    "c. 1920": "1920~",
    "before 1990": "[..1989]",
    "1998 or 1999": "[1998,1999]",
    "4. März 2022": "2022-03-04",
    "2012年7月23日": "2012-07-23",
    "May 2004": "2004-05",
    "1935, late": "1935~",
}
LIKE_DATES = ["n.d.", "Possibly 1964", "the winter after the flood", "soon after the war", "Michaelmas", "31st", "????"]
SIGNS = [": ", " – "]
SETTINGS: dict[str, tuple[Form, str, str]] = {
    "items": ("markdown", "- {}\n", "# The mill\n\n{}"),
    "numbered items": ("markdown", "1. {}\n", "# The mill\n\n{}"),
    "bullets": ("text", "• {}\n", "The mill\n\n{}"),
    "lines": ("text", "{}\n", "The mill\n\n{}"),
    "paragraphs": ("text", "{}\n\n", "The mill\n\n{}"),
    "html": ("html", "<li>{}</li>\n", "<html><body><h1>The mill</h1><ul>\n{}</ul></body></html>"),
    "loose items": ("markdown", "- {}\n\n", "# The mill\n\n{}"),
}


def told(setting: str, sign: str, dates: list[str]) -> tuple[Passage, ...]:
    """The entries of a list whose items have these dates; none is a note or glued: each is one entry, or this fails."""
    form, item, page = SETTINGS[setting]
    items = [f"{date}{sign if date else ''}Told as {at}" for at, date in enumerate(dates)]
    passages = read_article(page.format("".join(map(item.format, items))), form=form).passages
    assert [one.title for one in passages] == [f"Told as {at}" for at in range(len(dates))]
    assert not any(one.summary for one in passages)
    return passages


@given(
    st.sampled_from(sorted(SETTINGS)),
    st.sampled_from(SIGNS),
    st.lists(st.sampled_from([*DATED, *LIKE_DATES]), min_size=2, max_size=9),
)
@settings(max_examples=100)
def test_items_that_begin_like_a_date_are_entries_beside_one_that_has_one(
    setting: str, sign: str, dates: list[str]
) -> None:
    passages = told(setting, sign, ["2001", *dates, "2009-05-06"])

    assert [one.edtf for one in passages] == ["2001", *map(DATED.get, dates), "2009-05-06"]
    assert [one.unread for one in passages[1:-1]] == ["" if date in DATED else date for date in dates]


@given(
    st.sampled_from(["items", "numbered items", "bullets", "html", "loose items"]),
    st.permutations([*DATED, "", "n.d.", "", "Possibly 1964"]),
)
@settings(max_examples=50)
def test_items_without_a_date_are_entries_among_twice_as_many_with_one(setting: str, dates: list[str]) -> None:
    passages = told(setting, ": ", ["2001", *dates])

    assert [one.edtf for one in passages[1:]] == [DATED.get(date) for date in dates]
    whys = {one.note for one, date in zip(passages[1:], dates, strict=True) if not date}
    assert whys == {"no date stands before it"}


@pytest.mark.parametrize(
    "text",
    [
        "- 2001: It is built:\n  - of oak\n  - of elm\n- 2004: It grinds\n- 2009: It stops\n",
        "- 2001: It is built\n\n  It is dear.\n- 2004: It grinds\n- 2009: It stops\n",
        "- 2001: It is built\n- of oak\n- of elm\n- 2004: It grinds\n- 2009: It stops\n",
        "- 2001: It is built\n- 17\n- 2004: It grinds\n- 2009: It stops\n",
        "- 2001: It is built\n- Share this\n- 2004: It grinds\n- 2009: It stops\n",
        "2001: It is built\n\n2004: It grinds\n\n2009: It stops\n\n## The ruin\n\nn.d.: The roof is gone\n",
        "2001: It is built\n\n2004: It grinds\n\nIn May 1850 a flood came.\n\n2009: It stops\n",
    ],
)
def test_what_is_no_sibling_of_the_entries_is_no_entry(text: str) -> None:
    assert [one.edtf for one in read_article(text, form="markdown").passages] == ["2001", "2004", "2009"]


def test_a_row_without_a_date_among_dated_rows_is_an_entry() -> None:
    rows = "| Date | Event |\n|---|---|\n| 2001 | Built |\n| | Paid for |\n| 2004 | Grinds |\n| 2009 | Stops |\n"
    passages = read_article(f"# The mill\n\nIt had a loft.\n\n{rows}", form="markdown").passages

    assert [(one.edtf, one.title) for one in passages] == [
        ("2001", "Built"),
        (None, "Paid for"),
        ("2004", "Grinds"),
        ("2009", "Stops"),
    ]


def test_a_paragraph_that_begins_like_a_date_right_above_a_list_of_entries_is_one() -> None:
    passages = read_article(
        "# The mill\n\nn.d.: It is planned\n- 2001: It is built\n- 2004: It grinds\n", form="markdown"
    ).passages

    assert [(one.edtf, one.title) for one in passages] == [
        (None, "It is planned"),
        ("2001", "It is built"),
        ("2004", "It grinds"),
    ]


def test_what_begins_like_a_date_under_dates_that_stand_alone_is_their_text() -> None:
    passages = read_article("2001\n\nn.d.: It is built\n\n2004\n\nIt grinds\n", form="text").passages

    assert [(one.edtf, one.title) for one in passages] == [("2001", "n.d.: It is built"), ("2004", "It grinds")]


def test_an_item_without_a_date_above_the_others_is_an_entry_as_they_are() -> None:
    passages = read_article(
        "- It is planned\n- 2001: It is built\n- 2004: It grinds\n- 2009: Stop\n", form="markdown"
    ).passages

    assert [(one.edtf, one.title) for one in passages][:2] == [(None, "It is planned"), ("2001", "It is built")]
