"""The Python API: what the package exports, and that it is what the command line uses."""

import pytest

import relations_cli
from relations_cli.query.select import select


def test_every_public_name_exists_and_is_listed() -> None:
    for name in relations_cli.__all__:
        assert getattr(relations_cli, name) is not None
    assert dir(relations_cli) == sorted(relations_cli.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = relations_cli.nothing


def test_the_example_of_the_docstring() -> None:
    chronology = relations_cli.load()

    answer = relations_cli.select(
        chronology, relations_cli.Query.of(since="2022", tags=["sanctions"], text="satellite OR missile")
    )

    assert relations_cli.select is select
    assert [hit.event.title for hit in answer]
    assert {hit.status for hit in answer} <= {"uncontested", "alleged", "disputed", "corroborated", "confirmed"}


def test_errors_are_what_they_say() -> None:
    assert issubclass(relations_cli.DateError, ValueError)
    for name in ("DataError", "DateError", "OutputError", "UsageError"):
        assert issubclass(getattr(relations_cli, name), relations_cli.TimelineError)
