"""Every question of the command line has one name, for every front end."""

import inspect
from pathlib import Path

import pytest

import relations_cli
from relations_cli.cli import COMMANDS
from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology, Claim, Event
from relations_cli.query.questions import QUESTIONS, ask, question

SAID = Claim(by="a", stance="asserts", date="2020-02-01")
ONE = Chronology(title="T", events=(Event(id="e", date="2020", title="Once", tags=("x",), claims=(SAID,)),))


def test_every_command_has_a_question_but_those_on_files_and_open_which_asks_what_is_shown() -> None:
    assert set(COMMANDS) - set(QUESTIONS) == {"open", "validate", "schema", "formats"}
    assert set(QUESTIONS) <= set(COMMANDS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_asked_of_something_with_a_query(name: str) -> None:
    parameters = inspect.signature(question(name)).parameters

    assert list(parameters)[:2] in (["asked", "query"], ["old", "query"])
    assert "notes" in parameters


def test_parameters_go_to_the_query_or_to_the_question_itself() -> None:
    assert [row.claim for row in ask("claims", ONE, by="a", since="2020", tags="x")] == [SAID]
    assert [row.claim for row in ask("claims", ONE, by="a", since="2021")] == []
    assert [(row.value, row.n) for row in ask("count", ONE, by="tag")] == [("x", 1)]
    assert [hit.event.id for hit in ask("show", ONE, names="e")] == ["e"]
    assert [hit.distance for hit in ask("around", ONE, names="e")] == ["anchor"]
    assert [hit.event.id for hit in ask("search", ONE, text="once", context=1)] == ["e"]
    assert [row.kind for row in ask("diff", ONE, new=Chronology(title="T", events=()))] == ["removed"]


def test_a_question_or_a_parameter_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="question: there is no 'claim': did you mean claims"):
        ask("claim", ONE)
    with pytest.raises(UsageError, match="parameter: there is no 'sinse': did you mean since"):
        ask("list", ONE, sinse="2020")
    with pytest.raises(UsageError, match="parameter: there is no 'spread'"):
        ask("list", ONE, spread=True)


@pytest.mark.parametrize(("name", "parameter"), [("around", "names"), ("show", "names"), ("diff", "new")])
def test_a_parameter_that_a_question_needs_is_asked_for(name: str, parameter: str) -> None:
    with pytest.raises(UsageError, match=rf"{parameter}: {name} needs it: ask\('{name}', {parameter}="):
        ask(name, ONE)


def test_the_package_asks_the_bundled_chronology_a_file_or_one_that_is_given() -> None:
    assert relations_cli.ask("count", ONE).rows[0].n == 1
    assert relations_cli.ask("count").rows[0].n == len(relations_cli.load().events)
    with pytest.raises(relations_cli.DataError, match="cannot be read"):
        relations_cli.ask("count", "/nonexistent.json")


def test_a_path_may_be_asked_and_what_its_reading_left_out_is_said(tmp_path: Path) -> None:
    mine = tmp_path / "c.csv"
    mine.write_text("date,title\n2020,A\n,B\n", encoding="utf-8")

    answer = relations_cli.ask("list", mine)

    assert [hit.event.title for hit in answer] == ["A", "B"]
    assert [str(note) for note in answer.notes] == [f"{mine}: 1 event has no date (explain lists each)"]
    assert [row.kind for row in relations_cli.ask("diff", str(mine), new=mine)] == []


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("list", {"order": "bogus"}, "order: there is no 'bogus'"),
        ("search", {}, "text: what to look for: give a word"),
    ],
)
def test_what_the_command_line_refuses_python_refuses(name: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        relations_cli.ask(name, ONE, **parameters)

    assert str(raised.value).startswith(message)
