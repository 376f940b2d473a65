"""Times of day beside the date with which a text begins: before it, behind it, within it; and what is none."""

import pytest

from relations_cli.dates import leading_date
from relations_cli.errors import DateError

READ = [
    ("09:30, 3 May 2022", "2022-05-03T09:30"),
    ("9:30 am on May 3, 2022", "2022-05-03T09:30"),
    ("10:45 3 May 2022", "2022-05-03T10:45"),
    ("3 May 2022, 07:15", "2022-05-03T07:15"),
    ("3 May 2022 07:15:30", "2022-05-03T07:15:30"),
    ("3 May 2022 (18:40)", "2022-05-03T18:40"),
    ("3 May 2022 at 5 pm EST", "2022-05-03T17:00-05:00"),
    ("3 May 2022, 09:15 UTC+2", "2022-05-03T09:15+02:00"),
    ("3 May 2022 14h30", "2022-05-03T14:30"),
    ("3 May 2022, 14.30 Uhr", "2022-05-03T14:30"),
    ("May 3, 09:30, 2022", "2022-05-03T09:30"),
    ("Tue May 3 09:30:00 2022", "2022-05-03T09:30:00"),
    ("3 May, 9:30 pm", "2022-05-03T21:30"),
    ("2022-05-03 22:10", "2022-05-03T22:10"),
    ("2022-05-03T22:10:05Z", "2022-05-03T22:10:05Z"),
    ("3 May 2022, 09:30–11:00", "2022-05-03T09:30/2022-05-03T11:00"),
    ("3 May 2022, 09:30-11:00 UTC", "2022-05-03T09:30Z/2022-05-03T11:00Z"),
    ("3 May 2022 (Tue), 09:30", "2022-05-03T09:30"),
    ("3 May 2022, Tuesday, 09:30", "2022-05-03T09:30"),
    ("3 May 2022 – 09:30", "2022-05-03T09:30"),
    ("3 May 2022, 2–3:30 PM", "2022-05-03T14:00/2022-05-03T15:30"),
    ("3 May 2022, 09:30-05:00", "2022-05-03T09:30-05:00"),
    ("3 May 2022, 22:00 – 4 May 2022, 02:00", "2022-05-03T22:00/2022-05-04T02:00"),
    ("3 May 2022, 2pm to 4pm", "2022-05-03T14:00/2022-05-03T16:00"),
    ("3 May 2022, from 2 pm until 4:30 pm", "2022-05-03T14:00/2022-05-03T16:30"),
    ("2022-05-03T10:00/12:00", "2022-05-03T10:00/2022-05-03T12:00"),
    ("31 May 2022, 23:50–00:20", "2022-05-31T23:50/2022-06-01T00:20"),
    ("31 December, 23:50 to 00:20", "2022-12-31T23:50/2023-01-01T00:20"),
    ("2001年3月5日下午2时30分", "2001-03-05T14:30"),
    ("2001年3月5日上午12点", "2001-03-05T00:00"),
    ("2001년 3월 5일 오후 2시 30분", "2001-03-05T14:30"),
]


@pytest.mark.parametrize(("text", "edtf"), READ)
@pytest.mark.parametrize("behind", ["", ": The pump", " – The pump", ". The pump"])
def test_a_time_belongs_to_the_date_beside_it(text: str, edtf: str, behind: str) -> None:
    if " – 09:30" in text and behind.startswith("."):
        behind = ""
    date = leading_date(text + behind)

    assert date is not None
    assert (date.edtf(2022), text[date.length :]) == (edtf, "")


@pytest.mark.parametrize(
    ("text", "edtf", "rest"),
    [
        ("3 May 2022 9 people", "2022-05-03", " 9 people"),
        ("3 May 2022, 3:1 win", "2022-05-03", ", 3:1 win"),
        ("3 May 2022: 09:30 – it came", "2022-05-03T09:30", " – it came"),
        ("3 May 2022 – 09:30 came", "2022-05-03", " – 09:30 came"),
        ("3 May 2022: 09:30 came", "2022-05-03", ": 09:30 came"),
        ("3 May 2022 10:30 test of", "2022-05-03T10:30", " test of"),
        ("3 May 2022, 10:30 IN FEBRUARY", "2022-05-03T10:30", " IN FEBRUARY"),
        ("3 May 2022, 10:30 BST: it", "2022-05-03T10:30", " BST: it"),
        ("May 2022, 10:30", "2022-05", ", 10:30"),
        ("c. 3 May 2022, 10:30", "2022-05-03~", ", 10:30"),
        ("3–4 May 2022, 10:30", "2022-05-03/2022-05-04", ", 10:30"),
        ("3 May 2022 (10:30 at sea)", "2022-05-03", " (10:30 at sea)"),
        ("3 May 2022, 10:30) it", "2022-05-03T10:30", ") it"),
    ],
)
def test_what_is_no_time_of_a_day_stays_in_the_text(text: str, edtf: str, rest: str) -> None:
    date = leading_date(text)

    assert date is not None
    assert (date.edtf(), text[date.length :]) == (edtf, rest)


@pytest.mark.parametrize("text", ["10:45 – The gauge", "09:15", "6:30 pm: dinner", "noon on the pier", "12:30 a.m."])
def test_a_time_alone_is_no_date(text: str) -> None:
    assert leading_date(text) is None


@pytest.mark.parametrize("time", ["25:10", "24:00", "23:59:60", "09:15 – 25:10"])
def test_a_time_that_no_day_has_is_refused_where_a_sign_parts_it(time: str) -> None:
    text = f"3 May 2022, {time}"
    date = leading_date(f"{text}: The pump")

    assert date is not None
    assert date.length == len(text)
    with pytest.raises(DateError, match=r"no such time of day|leap second"):
        date.edtf()


@pytest.mark.parametrize("text", ["2022-05-03T25:10", "2022-05-03T24:00Z"])
@pytest.mark.parametrize("rest", [" The pump", "  The pump", ": The pump"])
def test_figures_right_behind_a_t_are_a_time_whatever_follows(text: str, rest: str) -> None:
    date = leading_date(f"{text}{rest}")

    assert date is not None
    assert date.length == len(text)
    with pytest.raises(DateError, match="no such time of day"):
        date.edtf()


@pytest.mark.parametrize("rest", [", 98:95 in overtime", ", 13:30 PM: The pump"])
def test_other_figures_stay_in_the_text(rest: str) -> None:
    date = leading_date(f"3 May 2022{rest}")

    assert date is not None
    assert (date.edtf(), date.length) == ("2022-05-03", len("3 May 2022"))
