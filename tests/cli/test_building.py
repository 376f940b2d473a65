"""A command with the options that its line names reads the line as the whole command does."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.cli import COMMANDS
from relations_cli.cli.building import for_line, whole
from relations_cli.cli.declaring import options_in
from relations_cli.cli.help import COMMAND_LINE_ERROR
from relations_cli.cli.session import Session
from relations_cli.cli.settings import Settings
from relations_cli.errors import TimelineError

VALUES = [
    "2022",
    "-0043",
    "un,oil",
    "",
    "-",
    "--",
    "title",
    "5",
    "-5",
    "veto",
    "--nothing",
    "-oil",
    "-rn5",
    "--since=2022",
]


HELP = ["-h", "--help"]
SESSION = Session(environment={}, settings=Settings(), completing=lambda *_: [], spelling=str, short=str)


def read(command: Any, words: list[str]) -> dict[str, Any] | str:
    """What the line gives, but for what it leaves out; or what is wrong with it."""
    try:
        params = command.make_context(command.name, list(words), obj=SESSION, help_option_names=HELP).params
    except COMMAND_LINE_ERROR as error:
        return f"{type(error).__name__} {error.format_message()}"  # type: ignore[attr-defined]
    except TimelineError as error:
        return str(error)
    usual = {one.name: one.default for one in whole(command.name).params}
    return {name: value for name, value in params.items() if value not in (None, False, (), usual[name])}


def names_of(command: str) -> Iterator[str]:
    for names in options_in(whole(command).callback).values():
        yield from names


@settings(max_examples=15)
@given(st.data())
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_line_is_read_alike_by_the_command_that_is_built_for_it(command: str, data: st.DataObject) -> None:
    names = sorted(names_of(command)) or ["--since"]
    word = (
        st.sampled_from(names)
        | st.sampled_from(VALUES)
        | st.tuples(st.sampled_from(names), st.sampled_from(VALUES)).map("=".join)
    )
    words = data.draw(st.lists(word, max_size=5))

    assert read(for_line(command, words, ()), words) == read(whole(command), words)


def test_a_line_builds_the_options_that_it_names_and_no_others() -> None:
    built = for_line("list", ["--since=2022", "-rn5", "--", "-t"], ["color"])

    options = {one.name for one in built.params if one.param_type_name == "option"}
    assert options == {"since", "reverse", "limit", "tags", "color"}


@pytest.mark.parametrize("word", ["--snce", "-h", "--help", "-rh"])
def test_a_line_with_a_word_of_no_option_builds_the_whole_command(word: str) -> None:
    assert for_line("list", ["--since", word], ()) is whole("list")
