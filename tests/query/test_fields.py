"""The table of fields: which are chosen by which names, and what each gives of a row."""

from typing import Any

import pytest

from relations_cli.model.facts import Chronology, Event
from relations_cli.query.around import NEAR
from relations_cli.query.context import IN_CONTEXT
from relations_cli.query.fields import EVENTS, SEARCHED, chosen, shown_fields
from relations_cli.query.hit import Hit
from relations_cli.query.select import select
from small import asked, refused


def hit(chronology: Chronology, name: str, **question: Any) -> Hit:
    return next(one for one in select(chronology, asked(**question)) if one.event.id == name)


def values(row: Hit, names: str) -> list[Any]:
    return [field.get(row) for field in chosen(EVENTS, names)]


def test_fields_are_chosen_by_name_in_the_order_asked_for() -> None:
    assert [field.name for field in chosen(EVENTS, "title, id,sources.url")] == ["title", "id", "sources.url"]
    assert [field.name for field in chosen(EVENTS, ["id", "date"])] == ["id", "date"]
    assert chosen(EVENTS, "all") == tuple(EVENTS.fields.values())
    assert [field.name for field in chosen(EVENTS, "id,all")][:2] == ["id", "id"]


def test_the_kind_and_meaning_of_an_inner_field_say_what_it_gives() -> None:
    url, claims = chosen(EVENTS, "sources.url,propositions.claims")

    assert (url.kind, url.meaning) == ("texts", "url of each of sources")
    assert (claims.kind, claims.meaning) == ("objects", "claims of each of propositions")


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("titel", f"there is no field 'titel': did you mean title or time? There are {', '.join(EVENTS.fields)}"),
        ("qqq", f"there is no field 'qqq': There are {', '.join(EVENTS.fields)}"),
        ("id,", f"there is no field '': There are {', '.join(EVENTS.fields)}"),
        ("sourcs.url", f"there is no field 'sourcs.url': did you mean sources? There are {', '.join(EVENTS.fields)}"),
        (
            "sources.uri",
            "there is no 'uri' in 'sources': there are publisher, title, url, date, kind, language, archived, accessed",
        ),
        ("id.x", "there is no 'x' in 'id': it has no parts"),
        ("sources.url.x", "there is no 'x' in 'sources.url': it has no parts"),
        ("claims.figures.x", "there is no 'x' in 'claims.figures': there are of, low, high"),
        (
            "propositions.claims.figures.lo",
            "there is no 'lo' in 'propositions.claims.figures': there are of, low, high",
        ),
    ],
)
def test_a_field_that_does_not_exist_is_refused_with_all_that_there_are(names: str, reason: str) -> None:
    with refused(reason, parameter="fields"):
        chosen(EVENTS, names)


def test_what_an_event_says_stands_in_its_fields(small: Chronology) -> None:
    row = hit(small, "opening")

    assert values(row, "id,date,lower,upper,lower_kind,upper_kind,precision") == [
        "opening", "1930-06-01", "1930-06-01", "1930-06-01", "day", "day", "day",
    ]  # fmt: skip
    assert values(row, "title,summary,type,tags,actors,places,landmark") == [
        "The bridge opens", "A band plays at both ends.", "opening", ("bridge", "trade"), ("north", "south"),
        ("Northgate", "Southgate"), True,
    ]  # fmt: skip
    assert values(row, "known,related,sources,note,extra,propositions") == [
        None, ("survey", "collapse"), row.event.sources, None, {}, (),
    ]  # fmt: skip
    assert values(hit(small, "mines"), "known") == ["1989"]
    assert values(hit(small, "speeches"), "note") == ["The date is the programme's."]
    assert values(hit(small, "inquiry"), "extra") == [{"pages": 12}]


def test_status_and_those_who_deny_are_worked_out(small: Chronology) -> None:
    assert values(hit(small, "reopening"), "status,denied_by") == ["planned", ("south",)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("old-road", ["../1850", None, "1850-12-31", "open", "day", "interval"]),
        ("ferry-starts", ["/1870", None, "1870-12-31", "unknown", "day", "interval"]),
        ("ferry-again", ["1920/", "1920-01-01", None, "day", "unknown", "interval"]),
        ("toll", ["1930-06-01/..", "1930-06-01", None, "day", "open", "interval"]),
        ("winter", ["1940-24", "1940-12-01", "1941-02-28", "day", "day", "season"]),
        ("plans", [None, None, None, None, None, None]),
    ],
)
def test_a_date_is_its_days_and_the_kinds_of_its_ends(small: Chronology, name: str, expected: list[str | None]) -> None:
    assert values(hit(small, name), "date,lower,upper,lower_kind,upper_kind,precision") == expected


@pytest.mark.parametrize(
    ("date", "lower", "upper"),
    [
        ("9999", "9999-01-01", "9999-12-31"),
        ("Y10000", "+10000-01-01", "+10000-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0001", "-0001-01-01", "-0001-12-31"),
        ("0044", "0044-01-01", "0044-12-31"),
        ("Y-12345", "-12345-01-01", "-12345-12-31"),
    ],
)
def test_days_are_written_as_iso_8601_with_a_sign_beyond_four_digits(date: str, lower: str, upper: str) -> None:
    far = Chronology(title="T", events=(Event(id="e", date=date, title="E"),))

    assert values(hit(far, "e"), "lower,upper") == [lower, upper]


def test_an_inner_field_is_taken_of_each_entry_however_deep(small: Chronology) -> None:
    row = hit(small, "collapse")

    assert values(row, "sources.date") == [["2001-05-03", "2001-05-04", "2001-05-10"]]
    assert values(row, "claims.by") == [["herald", "olaf-berg", "north"]]
    assert values(row, "propositions.id") == [["toll-of-dead", "sabotage"]]
    assert values(row, "propositions.claims.by") == [
        ["ana-sur", "herald", "north", "north-roads", "ana-sur", "olaf-berg", "observers"]
    ]
    assert values(row, "propositions.claims.figures.low") == [[40, 3, None]]
    assert values(row, "propositions.denied_by") == [["north"]]
    assert values(row, "who.name") == [
        ["Ana Sur", "The Herald", "Northland", "Roads Office", "The Observers", "Olaf Berg", "Southland"]
    ]
    assert values(row, "who.aliases")[0][:2] == ["south", "Roads Office"]
    assert values(hit(small, "hearsay"), "sources.url,who.name") == [[], []]


def test_a_search_has_a_rank_and_a_snippet_without_marks(small: Chronology) -> None:
    row = hit(small, "opening", text="band")
    rank, snippet, title = chosen(SEARCHED, "rank,snippet,title")

    assert (rank.get(row), snippet.get(row), title.get(row)) == (1, "A band plays at both ends.", "The bridge opens")
    inside = hit(small, "mines", text="divers")
    assert snippet.get(inside) is None


def test_what_an_output_shows_are_fields_of_the_table() -> None:
    for table in (EVENTS, SEARCHED):
        assert set(table.tsv) <= table.fields.keys()
        assert {name.partition(".")[0] for name in table.csv} <= table.fields.keys()


def test_tsv_leaves_the_status_of_what_nobody_contests_empty_unless_it_is_asked_for(small: Chronology) -> None:
    for table in (EVENTS, SEARCHED, IN_CONTEXT, NEAR):
        status = shown_fields(table, "tsv")[-1]
        assert status.name == "status"
        assert [status.get(hit(small, name)) for name in ("opening", "reopening")] == [None, "planned"]
        (by_name,) = chosen(table, "status")
        assert by_name.get(hit(small, "opening")) == "uncontested"
        assert table.fields["status"] in shown_fields(table, "all")
