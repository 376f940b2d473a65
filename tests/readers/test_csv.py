"""Tables: columns by name, cells as they were written, and nothing of them lost unsaid."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Inline, Write
from readers.reads import from_text, said, told
from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers.loading import load

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
TITLES = CELLS.filter(lambda text: bool(one_line(text).strip()) and not text.startswith("'"))
DAYS = st.dates().map(str)
ROWS = st.lists(st.tuples(DAYS, TITLES, CELLS), min_size=1, max_size=12, unique_by=lambda row: one_line(row[1]).strip())
# Before Python 3.13 the writer leaves the other line break of a cell unquoted, where lines end in only one of both.
DIALECTS = st.builds(
    lambda delimiter, ends: {"delimiter": delimiter, "quoting": ends[0], "lineterminator": ends[1]},
    st.sampled_from(",;\t|"),
    st.sampled_from(
        [
            (csv.QUOTE_MINIMAL, "\r\n"),
            (csv.QUOTE_NONNUMERIC, "\r\n"),
            (csv.QUOTE_ALL, "\r\n"),
            (csv.QUOTE_ALL, "\n"),
            (csv.QUOTE_ALL, "\r"),
        ]
    ),
)


def table(rows: list[Any], dialect: dict[str, Any], header: tuple[str, ...] = ("date", "title", "colour")) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, **dialect)
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue()


@given(ROWS, DIALECTS)
def test_any_table_that_python_writes_gives_exactly_its_rows(rows: list[Any], dialect: dict[str, Any]) -> None:
    events = from_text(table(rows, dialect), "a.csv").events

    assert [(event.date, event.title) for event in events] == [(day, one_line(text).strip()) for day, text, _ in rows]
    assert [event.extra.get("colour", "") for event in events] == [
        cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r")) else cell
        for _, _, cell in rows
    ]


@given(ROWS, DIALECTS, st.data())
def test_ids_survive_deleting_adding_and_reordering_rows(rows: list[Any], dialect: dict[str, Any], data: Any) -> None:
    ids = {event.title: event.id for event in from_text(table(rows, dialect), "a.csv").events}
    shuffled = data.draw(st.permutations(rows))
    kept = shuffled[: data.draw(st.integers(1, len(rows)))]

    events = from_text(table([*kept, ("1066-10-14", "A row that was not there", "")], dialect), "a.csv").events

    assert [event.title for event in events[:-1]] == [one_line(text).strip() for _, text, _ in kept]
    assert {event.title: event.id for event in events[:-1]}.items() <= ids.items()


def test_our_own_csv_is_read_back(bundled: Chronology, inline: Inline, write: Write) -> None:
    path = write("own.csv", inline("list", "-o", "csv").out)

    back = {event.id: event for event in load(path).events}

    assert set(back) == {event.id for event in bundled.events}
    for event in bundled.events:
        other = back[event.id]
        for name in ("date", "title", "summary", "type", "tags", "actors", "places"):
            assert getattr(event, name) == getattr(other, name), (event.id, name)
        # Several sources may share an address, and some have none
        addresses = [source.url for source in event.sources if source.url]
        assert [source.url for source in other.sources] == list(dict.fromkeys(addresses)), event.id


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1), min_size=1, max_size=5))
def test_our_own_csv_keeps_titles_that_look_like_formulas(titles: list[str]) -> None:
    from relations_cli.escaping import csv_text

    rows = [(f"{number:04d}", csv_text(f"={title}")) for number, title in enumerate(titles, 1)]

    events = from_text(table(rows, {}, ("date", "title")), "a.csv").events

    assert [event.title for event in events] == [one_line(f"={title}").strip() for title in titles]


@pytest.mark.parametrize(
    ("header", "row", "event"),
    [
        ("Date,Title", "2020-01-02,A", ("2020-01-02", "A")),
        ("EVENT_DATE,Event Name", "2020-01-02,A", ("2020-01-02", "A")),
        ("Start Date,End Date,Headline", "2020-01-02,2020-01-05,A", ("2020-01-02/2020-01-05", "A")),
        ("main_date,end_date,title", "1873/12/23,Present,A", ("1873-12-23/..", "A")),
        ("Date (UTC),Mission", "2020-01-02,A", ("2020-01-02", "A")),
        ("Launch Date,Mission Name", "2020-01-02,A", ("2020-01-02", "A")),
        ("created_at,start_date,name", "2021-01-01,2020-05-05,A", ("2020-05-05", "A")),
        ("Date of attack,Last updated date,Description", "2 May 2003,2020-01-01,A", ("2003-05-02", "A")),
        ("Year,Month,Day,Name", "1902,May,8,A", ("1902-05-08", "A")),
        ("Day,Month,Year,Event", "2,Feb,2020,A", ("2020-02-02", "A")),
        ("Year,Date,Event", "1914,28 June,A", ("1914-06-28", "A")),
        ("Year,Date,Event", "1914,6/28,A", ("1914-06-28", "A")),
        ("Year,Event", "-551,A", ("-0550", "A")),
        ("year,month,event", "-44,3,A", ("-0043-03", "A")),
        ("Years,Event", "1990,A", ("1990", "A")),
        ("Datum;Titel", "25.12.2020;A", ("2020-12-25", "A")),
        ("Дата;Событие", "2020-01-02;A", ("2020-01-02", "A")),
        (",date,description,,", ",2022-02-01,A,,", ("2022-02-01", "A")),
        ("date,event,date", "2020,A,2021", ("2020", "A")),
    ],
)
def test_columns_are_known_by_their_names(header: str, row: str, event: tuple[str, str]) -> None:
    assert told(from_text(f"{header}\n{row}\n", "a.csv")) == [event]


def test_cells_that_say_there_is_nothing_give_nothing() -> None:
    (event,) = from_text("date,title,source,tags\nn/a,A,N/A,\n", "a.csv").events

    assert (event.date, event.sources, event.tags) == (None, (), ())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (",", "a.csv: is empty"),
        (" \n \n", "a.csv: is empty"),
        ("Country,Population\nChad,1\n", "a.csv:1: no column of dates among 'Country', 'Population'"),
        ("Birth date,Death date\n1,2\n", "a.csv:1: no column of dates"),
        ("Start date A,Start date B,title\n1,2,x\n", "a.csv:1: several columns of dates, 'Start date A', 'Start"),
        ("Date,Price\n2020-01-01,1.5\n", "a.csv:1: no column of titles or texts among 'Date', 'Price'"),
        ("date,title\n2020-01-01,A, and B\n", "a.csv:2: 3 cells under a header of 2"),
        ("date,title\n2020-01-01,A\nTotal,3\n", "a.csv:3: 'Total': this is no date"),
        ('date,title\n2020-01-01,"A\n2020-01-02,B\n', "a.csv:2: a quotation mark is opened"),
        ('date,title\n2020-01-01,"A\n2020-01-02,"B"\n', "a.csv:2: a quotation mark is opened"),
        ("date,title\n1/2/2020,A\n", "a.csv:2: '1/2/2020' could be day first or month first"),
        ("date,title\n13/2/2020,A\n2/13/2020,B\n", "a.csv:3: '2/13/2020' begins with the month, '13/2/2020' on line 2"),
        ("date,title\n11-Mar-15,A\n", "which century? give pivot YEAR"),
        ("date,title\n2020-01-05/2020-01-02,A\n", "a.csv:2:"),
    ],
)
def test_what_is_no_chronology_is_refused_with_its_line(content: str, says: str) -> None:
    with pytest.raises(DataError) as error:
        from_text(content, "a.csv")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_quotation_mark_within_a_cell_is_only_a_mark() -> None:
    events = from_text('date\ttitle\n2020-01-01\tHe said "no\n2020-01-02\tA 5" gun\n\n', "a.tsv").events

    assert [event.title for event in events] == ['He said "no', 'A 5" gun']


def test_what_stands_above_the_header_is_left_out_and_counted() -> None:
    chronology, line = said("Wars\nDate,2020-05-05\n\nDate,Event,Notes\n1914-07-28,War,\n , \n", "a.csv")

    assert told(chronology) == [("1914-07-28", "War")]
    assert "2 parts left out" in line


def test_skipped_rows_are_counted() -> None:
    chronology, line = said("date,title\n2020,A\nTotal,3\n2021,a,b\n2022,C\n", "a.csv", skip_bad=True)

    assert told(chronology) == [("2020", "A"), ("2022", "C")]
    assert "2 entries skipped" in line


def test_the_order_is_decided_before_the_first_row() -> None:
    assert told(from_text("date,title\n1/2/2020,A\n13/2/2020,B\n", "a.csv"))[0] == ("2020-02-01", "A")
    assert told(from_text("date,title\n1/2/2020,A\n2/13/2020,B\n", "a.csv"))[0] == ("2020-01-02", "A")
    assert told(from_text("date,end,title\n1/2/2020,,A\n,13/2/2020,B\n", "a.csv"))[0] == ("2020-02-01", "A")


def test_the_whole_file_says_what_a_bare_number_is() -> None:
    ancient, line = said("date,title\n-551,A\n224,B\n476,C\n", "a.csv")
    padded = from_text("date,title\n-0551,A\n", "a.csv")
    months = from_text("date,title\n1868/09/17,A\n1869/12,B\n", "a.csv")

    assert [event.date for event in ancient.events] == ["-0550", "0224", "0476"]
    assert "negative years are years BC: -551 is 551 BC" in line
    assert [event.date for event in padded.events] == ["-0551"]
    assert [event.date for event in months.events] == ["1868-09-17", "1869-12"]


def test_a_mapped_column_is_blind_to_case_and_a_wrong_one_names_the_nearest() -> None:
    text = "Tag,Ereignis\n2020-01-01,A\n"

    assert told(from_text(text, "a.csv", columns={"date": "tag", "title": "ereignis"})) == [("2020-01-01", "A")]
    with pytest.raises(DataError, match="there is no column 'Tagg': did you mean 'Tag'"):
        from_text(text, "a.csv", columns={"date": "Tagg"})


def test_a_table_of_actors_gets_titles_of_them_and_says_so_once() -> None:
    chronology, line = said("date,actor1,event_type,actor2\n2020,A,visit,B\n2021,A,threat,\n", "a.csv")

    assert [event.title for event in chronology.events] == ["A — visit — B", "A — threat"]
    assert line.count("actor — relation — actor") == 1


GDELT = {0: "410", 1: "20130401", 6: "RUSSIA", 16: "UKRAINE", 26: "042", 28: "04"}


@pytest.mark.parametrize(("width", "place"), [(58, 50), (61, 52)])
def test_gdelt_is_known_by_its_width(width: int, place: int) -> None:
    cells = {**GDELT, place: "Kyiv, Ukraine", width - 1: "http://a.example/1"}
    row = "\t".join(cells.get(at, "") for at in range(width))

    (event,) = from_text(f"{row}\n", "20130401.export.CSV").events

    assert (event.id, event.date, event.places) == ("410", "2013-04-01", ("Kyiv, Ukraine",))
    assert event.title == "RUSSIA — consults (CAMEO 042) — UKRAINE"
    assert [source.url for source in event.sources] == ["http://a.example/1"]


def test_quadruples_without_a_suffix_that_says_so_are_known() -> None:
    text = "Barack_Obama\tMake_a_visit\tIraq\t2014-01-01\nA\tConsult\tB\t2014-01-02\n"

    assert told(from_text(text, "train.txt"))[0] == ("2014-01-01", "Barack_Obama — Make a visit — Iraq")


def test_acled_says_about_of_what_it_knows_to_the_week() -> None:
    header = (
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,location,country,source,notes"
    )
    row = 'ALG1,02-January-1997,2,Battles,Armed clash,GIA,Police,Blida,Algeria,"X; Y",Five were killed. More.'

    (event,) = from_text(f"{header}\n{row}\n", "a.csv").events

    assert (event.id, event.date, event.title) == ("ALG1", "1997-01-02~", "Five were killed")
    assert [source.publisher for source in event.sources] == ["X", "Y"]
    assert event.extra["time_precision"] == "2"


def test_ucdp_gives_the_days_between_which_it_happened() -> None:
    header = "id,date_prec,date_start,date_end,side_a,side_b,best,where_coordinates,country"
    row = "9,4,2017-07-01 00:00:00.000,2017-07-31 00:00:00.000,Government of Iraq,IS,4,Mosul,Iraq"

    (event,) = from_text(f"{header}\n{row}\n", "a.csv").events

    assert (event.date, event.places) == ("2017-07-01/2017-07-31", ("Mosul", "Iraq"))
    assert event.title == "Government of Iraq — violence — IS, Mosul: 4 deaths"
    assert event.extra["date_prec"] == "4"


def test_gtd_knows_unknown_days_and_rows_without_a_summary() -> None:
    header = "eventid,iyear,imonth,iday,country_txt,city,attacktype1_txt,target1,gname,summary"
    rows = [
        "1,1970,0,0,Mexico,Mexico city,Kidnapping,A man,Unknown,",
        "2,1970,7,2,X,Y,Bombing,A bank,Z,It blew up. More.",
    ]

    events = from_text("\n".join([header, *rows]), "a.csv").events

    assert [(event.id, event.date, event.title) for event in events] == [
        ("1", "1970", "Unknown — Kidnapping — A man"),
        ("2", "1970-07-02", "It blew up"),
    ]
    assert events[0].places == ("Mexico city", "Mexico")


ACLED = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,location,notes,tags\n"


def test_a_coded_table_that_r_wrote_has_no_actor_na() -> None:
    event = from_text(
        ACLED + "BEN1,28 December 2022,2022,1,Riots,Mob,Farmers,NA,NA,A crowd gathers.,NA\n", "a.csv"
    ).events[0]

    assert (event.actors, event.places) == (("Farmers",), ())
    assert event.extra["actor2"] == "NA"


def test_two_figures_of_a_year_get_the_century_of_the_year_beside_them() -> None:
    acled = (
        ACLED
        + "ISR1,9-May-20,2020,1,Protests,Peaceful,A,,B,They march.,\nISR2,9-May-20,2020,2,Riots,Mob,A,,B,They riot.,\n"
    )

    assert [event.date for event in from_text(acled, "a.csv").events] == ["2020-05-09", "2020-05-09~"]
    assert [event.date for event in from_text("year,date,title\n1920,5/13/20,A\n", "a.csv").events] == ["1920-05-13"]
    with pytest.raises(DataError):
        from_text("year,date,title\n2021,9-May-20,A\n", "a.csv")


def test_a_dash_beside_a_year_is_no_day_of_it() -> None:
    table = "year\tdate\twhat\n1882\t22 February\tHe is born\n1882\t-\tThe book is begun\n"

    assert told(from_text(table, "a.tsv")) == [("1882-02-22", "He is born"), ("1882", "The book is begun")]


def test_a_row_of_data_is_no_header_though_a_cell_names_a_role() -> None:
    table = "Airport,Flight Date,Time of day,Event\nA,1990-01-08,Day,Gull\nB,1990-01-09,Night,Owl\n"

    assert told(from_text(table, "a.csv")) == [("1990-01-08", "Gull"), ("1990-01-09", "Owl")]


def test_columns_in_japanese_and_chinese_are_known() -> None:
    japanese = "年\t月\t分類\t内容\n1969\t10\tworld\tARPANET\n1973\t\tworld\tTLCS\n"

    assert told(from_text(japanese, "a.tsv")) == [("1969-10", "ARPANET"), ("1973", "TLCS")]
    assert told(from_text("日期,事件\n2020-01-02,A\n", "a.csv")) == [("2020-01-02", "A")]


def test_a_day_that_is_nil_is_none_and_an_ordinal_with_its_month_is_one() -> None:
    table = "YEAR,DAY,EVENT\n1791,Nil,A yard is founded\n1910,20th Oct,A ship is launched\n"

    assert told(from_text(table, "a.csv")) == [("1791", "A yard is founded"), ("1910-10-20", "A ship is launched")]


def test_of_titles_in_several_languages_the_first_is_taken_and_the_others_are_kept() -> None:
    event = from_text("date,title_kr,title_en\n2026-02-16,Ipguk,Return\n", "a.csv").events[0]

    assert (event.title, event.extra) == ("Ipguk", {"title_en": "Return"})
