"""What each command's rows hold: the fields in the order of json, and which of them tsv and csv show."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from relations_cli.errors import Remark
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.around import around
from relations_cli.query.audit import audit
from relations_cli.query.changes import changes
from relations_cli.query.claims import claims
from relations_cli.query.contested import contested, propositions
from relations_cli.query.context import search
from relations_cli.query.count import count
from relations_cli.query.diff import differences
from relations_cli.query.fields import shown_fields
from relations_cli.query.figures import figures
from relations_cli.query.hit import Hit
from relations_cli.query.select import answer_of, select
from relations_cli.query.table import Field, Table, column
from relations_cli.query.terms import about, actors, tags
from small import NOTE, asked

EVENT = (
    "id date lower upper lower_kind upper_kind precision time zone title summary type tags actors places landmark known"
    " status denied_by claims propositions related sources note extra origin gap who"
)
EVENT_CSV = "id date lower upper precision title summary type tags actors places status sources.url"
CLAIM = "date by by_name party stance about text event note quote figures source locator now"
CONTESTED = "id kind status since changed denied_by text corroborated lag_corroborated admitted lag_admitted claims"
FIGURE = "date by by_name low high of about text stance event note source"


def everything(small: Chronology) -> Answer[Hit]:
    return select(small, asked(), whole=True)


ANSWERS: dict[str, Callable[[Chronology], Answer[Any]]] = {
    "list": everything,
    "show": lambda small: answer_of(small, asked(), ["opening"]),
    "search": lambda small: select(small, asked(text="ferry")),
    "context": lambda small: search(small, asked(text="ferry", order="date"), context=1),
    "around": lambda small: around(small, asked(), names="opening", days=1),
    "claims": lambda small: claims(small, asked()),
    "contested": lambda small: contested(small, asked()),
    "propositions": lambda small: propositions(small, asked(), ["sabotage"]),
    "changes": lambda small: changes(small, asked(since="2001")),
    "figures": lambda small: figures(small, asked(), of="killed"),
    "measures": lambda small: figures(small, asked()),
    "count": lambda small: count(small, asked()),
    "count by": lambda small: count(small, asked(), by="tag"),
    "count by two": lambda small: count(small, asked(), by="tag,year"),
    "tags": lambda small: tags(small, asked()),
    "actors": lambda small: actors(small, asked()),
    "about": lambda small: about(small, asked(), where="x"),
    "audit": lambda small: audit(small, asked(), silence=1, archive=True),
    "diff": lambda small: differences(small, asked(), new=small),
}


TABLES = {
    "list": (EVENT, "id date title tags status", EVENT_CSV),
    "show": (EVENT, "id date title tags status", EVENT_CSV),
    "search": (f"{EVENT} rank snippet", "id date title tags status", f"{EVENT_CSV} rank snippet"),
    "context": (
        f"{EVENT} rank snippet context",
        "id date title tags context status",
        f"{EVENT_CSV} rank snippet context",
    ),
    "around": (f"distance days {EVENT}", "distance id date title status", f"distance days {EVENT_CSV}"),
    "claims": (
        CLAIM,
        "date by stance about event note now",
        "date by by_name party stance about text event note quote source locator now",
    ),
    "contested": (CONTESTED, "id status since changed denied_by text", CONTESTED.removesuffix(" claims")),
    "propositions": (CONTESTED, "id status since changed denied_by text", CONTESTED.removesuffix(" claims")),
    "changes": ("date kind id text event note source", "date kind id text", "date kind id text event note source"),
    "figures": (FIGURE, "date by low high about event", "date by by_name low high of about text event note source"),
    "measures": ("id n meaning", "id n meaning", "id n meaning"),
    "count": ("n", "n", "n"),
    "count by": ("value n", "value n", "value n"),
    "count by two": ("value value2 n", "value value2 n", "value value2 n"),
    "tags": ("id n first last meaning", "id n first last meaning", "id n first last meaning"),
    "actors": ("id name n first last kind parent aliases", "id name n first last", "id name n first last"),
    "about": ("name value", "name value", "name value"),
    "audit": ("check id date text other", "check id text", "check id date text other"),
    "diff": (
        "kind id date title field old new", "kind id field old new title", "kind id date title field old new",
    ),
}  # fmt: skip


@pytest.mark.parametrize("command", list(TABLES))
def test_the_fields_of_a_command_and_what_tsv_and_csv_show(small: Chronology, command: str) -> None:
    table = ANSWERS[command](small).table

    assert (" ".join(table.fields), " ".join(table.tsv), " ".join(table.csv)) == TABLES[command]


@pytest.mark.parametrize("command", list(TABLES))
def test_every_field_can_be_got_of_every_row_and_is_of_its_kind(small: Chronology, command: str) -> None:
    kinds = {
        "text": (str,), "texts": (tuple, list), "number": (int, float), "flag": (bool,), "object": (dict,),
        "objects": (tuple, list), "value": (str, int),
    }  # fmt: skip

    answer = ANSWERS[command](small)
    for row in answer:
        for field in answer.table.fields.values():
            value = field.get(row)
            assert value is None or isinstance(value, kinds[field.kind]), (command, field.name)
    for field in answer.table.fields.values():
        assert field.meaning == field.meaning.strip() != ""


def test_a_table_shows_in_csv_what_it_shows_in_tsv_where_nothing_else_is_said() -> None:
    one, two = (Field(name, "text", str, f"the {name}") for name in ("one", "two"))

    assert Table.of(one, two, tsv="two one") == Table({"one": one, "two": two}, ("two", "one"), ("two", "one"))
    assert Table.of(one, two, tsv="one", csv="one two.x") == Table({"one": one, "two": two}, ("one",), ("one", "two.x"))
    assert Table.of(one, tsv="one", csv="").csv == ()
    assert (Table.of(one, tsv="one").whole, Table.of(one, tsv="one", whole=True).whole) == (False, True)


def test_a_column_is_an_attribute_however_deep_or_what_a_function_gives() -> None:
    made = column("text", str, "its text")
    day = datetime.datetime(2001, 5, 3, tzinfo=datetime.UTC)

    assert (made.name, made.kind, made.meaning, made.get(7)) == ("text", "text", "its text", "7")
    year = column("year", "year", "its year", "number")
    assert (year.kind, year.get(day)) == ("number", 2001)
    assert column("zone", "tzinfo.utc", "its zone").get(day) == datetime.UTC


def test_a_form_shows_the_few_of_tsv_those_of_csv_or_every_field() -> None:
    one, two, three = (Field(name, "text", str, f"the {name}") for name in ("one", "two", "three"))
    table = Table.of(one, two, three, tsv="two", csv="three one")

    assert shown_fields(table, "tsv") == (two,)
    assert shown_fields(table, "csv") == (three, one)
    assert shown_fields(table, "all") == (one, two, three)


def test_other_rows_are_an_answer_to_the_same_question(small: Chronology) -> None:
    one = Table.of(Field("one", "text", str, "the row"), tsv="one")
    asked_first = select(small, asked(since="2001", limit=2), [NOTE], whole=True)

    another = Remark("another")
    other = asked_first.with_rows(one, "abc", [another])

    for name in set(asked_first.__struct_fields__) - {"table", "rows", "notes", "left_out"}:
        assert getattr(other, name) == getattr(asked_first, name)
    assert (other.table, other.rows, list(other), len(other)) == (one, ("a", "b"), ["a", "b"], 2)
    assert other.notes == (NOTE, another)
    assert (other.left_out.limit, other.left_out.undated) == (1, 3)
    assert select(small, asked(reverse=True), whole=True).with_rows(one, "abc").rows == ("c", "b", "a")
    assert select(small, asked(), whole=True).with_rows(one, "abc").notes == ()
