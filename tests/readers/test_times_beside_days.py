"""Times of day that other columns or keys hold than the day."""

import json

import pytest

from readers.reads import from_text, said
from relations_cli.errors import DataError


def dates(text: str, name: str = "a.csv") -> list[str | None]:
    return [event.date for event in from_text(text, name).events]


@pytest.mark.parametrize(
    ("columns", "row", "date", "is_next"),
    [
        ("date,from,to", "2024-03-01,22:00,02:00", "2024-03-01T22:00/2024-03-02T02:00", True),
        ("date,from,to", "2024-03-01,09:00,10:00", "2024-03-01T09:00/2024-03-01T10:00", False),
        ("date,from,to", "2024-03-01,09:00,", "2024-03-01T09:00", False),
        ("date,from,to", "2024-03-01,,10:00", "2024-03-01/2024-03-01T10:00", False),
        ("date,start_time,end_time", "2024-12-31,10 PM,2 AM", "2024-12-31T22:00/2025-01-01T02:00", True),
        ("start,end", "2024-02-29 23:30,00:30", "2024-02-29T23:30/2024-03-01T00:30", True),
        ("date,end_date,from,to", "2024-03-01,2024-03-04,22:00,", "2024-03-01T22:00/2024-03-04", False),
    ],
)
def test_an_end_at_an_earlier_time_is_on_the_next_day(columns: str, row: str, date: str, *, is_next: bool) -> None:
    chronology, line = said(f"{columns},title\n{row},A", "a.csv")
    (event,) = chronology.events

    assert event.date == date
    assert "from" not in event.extra
    assert "to" not in event.extra
    assert ("on the next day" in line) == is_next


@pytest.mark.parametrize(
    ("time", "date", "extra"),
    [
        ("22:00-02:00", "2024-03-01T22:00/2024-03-02T02:00", {}),
        ("22:00–02:00", "2024-03-01T22:00/2024-03-02T02:00", {}),
        ("22:00-02:00 UTC", "2024-03-01T22:00Z/2024-03-02T02:00Z", {}),
        ("09:15-10:00", "2024-03-01T09:15/2024-03-01T10:00", {}),
        ("09:30-05:00", "2024-03-01T09:30-05:00", {}),
        ("ca. 16:00", "2024-03-01T16:00", {"time": "ca. 16:00"}),
        ("(circa 16:00)", "2024-03-01T16:00", {"time": "circa 16:00"}),
        ("circa 4 pm", "2024-03-01T16:00", {"time": "circa 4 pm"}),
        ("um 16 Uhr", "2024-03-01T16:00", {}),
        ("16h30", "2024-03-01T16:30", {}),
        ("16.30 Uhr", "2024-03-01T16:30", {}),
        ("à 16 h 30", "2024-03-01T16:30", {}),
    ],
)
@pytest.mark.parametrize("day", ["2024-03-01", "1 March 2024"])
def test_a_column_of_times_may_say_two_or_no_exact_one(day: str, time: str, date: str, extra: dict[str, str]) -> None:
    chronology, line = said(f"date,time,title\n{day},{time},A\n", "a.csv")

    assert [(event.date, event.extra) for event in chronology.events] == [(date, extra)]
    assert ("on the next day" in line) == ("03-02" in date)


def test_a_time_that_no_half_of_the_day_has_is_refused() -> None:
    with pytest.raises(DataError, match="no such time of day"):
        dates("date,time,title\n2024-03-01,13:30 PM,A")


def test_a_night_under_its_day_in_an_article() -> None:
    text = "# 1 March 2024\n\n- 22:00-02:00: The raid\n- 23:30: It ends\n"

    assert dates(text, "a.md") == ["2024-03-01T22:00/2024-03-02T02:00", "2024-03-01T23:30"]


def test_an_end_that_would_last_more_than_half_a_day_is_kept_and_said() -> None:
    chronology, line = said("date,end,title\n2024-03-01 19:05,13:30,A", "a.csv")

    assert [(event.date, event.extra) for event in chronology.events] == [("2024-03-01T19:05", {"end": "13:30"})]
    assert "kept under extra: 'end'" in line


def test_the_same_holds_of_keys() -> None:
    entries = [{"date": "2024-03-01", "from": "22:00", "to": "02:00", "title": "A"}]

    assert dates(json.dumps(entries), "a.json") == ["2024-03-01T22:00/2024-03-02T02:00"]


def test_an_end_that_is_no_time_of_day_is_refused() -> None:
    with pytest.raises(DataError, match="no such time of day as 24:00"):
        dates("date,from,to,title\n2024-03-01,22:00,24:00,A")


@pytest.mark.parametrize(
    ("columns", "row", "date"),
    [
        ("date,time,tz", "2024-03-01,09:15,CET", "2024-03-01T09:15+01:00"),
        ("date,time,tz", "2024-03-01,09:15,UTC+5:30", "2024-03-01T09:15+05:30"),
        (
            "start,end,timezone",
            "2024-03-01 09:00,2024-03-01 10:00,JST",
            "2024-03-01T09:00+09:00/2024-03-01T10:00+09:00",
        ),
        ("date,start_time,end_time,tz", "2024-03-01,09:00,10:00,Z", "2024-03-01T09:00Z/2024-03-01T10:00Z"),
        ("Date,Start time (UTC),End time (UTC)", "2024-03-01,09:00,10:00", "2024-03-01T09:00Z/2024-03-01T10:00Z"),
        ("Date,Time (EST)", "2024-03-01,09:00", "2024-03-01T09:00-05:00"),
        ("timestamp_utc", "2024-03-01 09:00:10", "2024-03-01T09:00:10Z"),
        ("Date (UTC)", "2024-03-01", "2024-03-01"),
        ("timestamp_utc", "2024-03-01 09:00+02:00", "2024-03-01T09:00+02:00"),
    ],
)
def test_a_zone_in_another_column_or_in_a_name_is_that_of_the_times(columns: str, row: str, date: str) -> None:
    chronology, line = said(f"{columns},title\n{row},A", "a.csv")

    assert [(event.date, event.extra) for event in chronology.events] == [(date, {})]
    assert "extra" not in line


@pytest.mark.parametrize("zone", ["Europe/Berlin", "local", "Eastern Time", "PKT"])
def test_a_zone_whose_offset_nobody_knows_is_kept(zone: str) -> None:
    chronology, line = said(f"date,time,tz,title\n2024-03-01,09:15,{zone},A", "a.csv")

    assert [(event.date, event.extra) for event in chronology.events] == [("2024-03-01T09:15", {"tz": zone})]
    assert "'tz'" in line


def test_a_column_that_our_csv_works_out_is_kept_where_the_table_is_not_ours() -> None:
    chronology, line = said("date,title,origin,anchor,gap\n2024-03-01,A,Lisbon,2 t,2 mm\n", "a.csv")

    assert [event.extra for event in chronology.events] == [{"origin": "Lisbon", "anchor": "2 t", "gap": "2 mm"}]
    assert "kept under extra: 'origin', 'anchor', 'gap'" in line
    ours = "date,title,lower,upper,precision,origin,gap\n2024-03-01,A,2024-03-01,2024-03-01,day,b.csv,3\n"
    assert [event.extra for event in from_text(ours, "a.csv").events] == [{}]


@pytest.mark.parametrize(
    ("columns", "time"),
    [
        ("Datum,Uhrzeit,Titel", "9.15 Uhr"),
        ("Datum,Zeit,Titel", "9:15"),
        ("Date,Heure,Titre", "9h15"),
        ("Fecha,Hora,Título", "09:15"),
        ("Data,Hora,Título", "09h15"),
        ("Data,Ora,Titolo", "9:15"),
        ("Дата,Время,Событие", "9:15"),
        ("Дата,Час,Подія", "9:15"),
        ("日期,时间,标题", "上午9点15分"),
        ("日期,時間,標題", "09:15"),
        ("日付,時刻,タイトル", "9時15分"),
        ("날짜,시간,제목", "오전 9:15"),
        ("날짜,시각,제목", "9시 15분"),
        ("Datum,Tijd,Gebeurtenis", "9:15"),
        ("Data,Godzina,Wydarzenie", "9:15"),
        ("Datum,Tid,Händelse", "9:15"),
        ("Datum,Čas,Událost", "9:15"),
    ],
)
def test_a_column_of_times_has_names_in_other_languages(columns: str, time: str) -> None:
    chronology, line = said(f"{columns}\n2024-03-05,{time},A\n2024-03-06,,B\n", "a.csv")

    assert [event.date for event in chronology.events] == ["2024-03-05T09:15", "2024-03-06"]
    assert not line


@pytest.mark.parametrize(("time", "date"), [("下午2:30", "14:30"), ("오후 2시 30분", "14:30"), ("午前12時", "00:00")])
def test_half_of_the_day_is_said_in_other_languages(time: str, date: str) -> None:
    text = f"日期,时间,标题\n2024-03-05,{time},A\n2024-03-05,9:01,B"

    assert f"2024-03-05T{date}" in dates(text)


def test_a_number_of_a_thread_is_no_time() -> None:
    (event,) = from_text("date,tid,title\n2024-03-05,1043,A", "a.csv").events

    assert (event.date, event.extra) == ("2024-03-05", {"tid": "1043"})
