"""Errors are values: what a caller reads of them, and how they are told to whom."""

import pickle

import pytest

from relations_cli.errors import (
    VALUE,
    DataError,
    DateError,
    OutputError,
    Remark,
    TimelineError,
    UsageError,
    marked_line,
    parameter,
    placed,
    spelt,
)


def dashed(name: str) -> str:
    return f"--{name}"


SINCE = parameter("since")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (UsageError("since", None, "is missing", "give it"), "<since>: is missing: give it"),
        (UsageError("", "x", "is in 2 ids"), "'x' is in 2 ids"),
        (UsageError("on", "x", f"there is no {VALUE}", SINCE), "<on>: there is no 'x': <since>"),
        (UsageError("on", f"{VALUE}\x1b", "is odd"), r"<on>: '\x0e\x0f\x1b' is odd"),
        (DateError("5 Foo", "is no date"), "'5 Foo': is no date"),
        (DateError("é", "is no date", "write YYYY"), "'é': is no date; write YYYY"),
        (DateError(None, "is missing", "write YYYY"), "is missing: write YYYY"),
        (DateError("x", f"{VALUE} is no year", SINCE).of("on"), "<on>: 'x' is no year: <since>"),
        (DateError("٢٠٢٢", f"{VALUE} is no year"), "'٢٠٢٢' is no year"),
        (DataError("is empty"), "is empty"),
        (DataError("is empty", file="a\nb"), "a b: is empty"),
        (DataError(f"give {SINCE}", file="a", line=3), "a:3: give <since>"),
        (DataError("is odd", file="a", line=3, column=7, place="$.x"), "a:3:7: is odd @ $.x"),
        (OutputError("is full"), "standard output: is full"),
        (OutputError("is full", file="a\tb"), "a b: is full"),
        (TimelineError("odd"), "odd"),
    ],
)
def test_an_error_is_one_line_of_its_fields(error: TimelineError, text: str) -> None:
    assert str(error) == text.replace("<", "").replace(">", "")
    assert error.told(dashed) == text.replace("<", "--").replace(">", "")


def test_the_fields_of_an_error_are_there_to_read() -> None:
    usage = UsageError("since", "x", "is odd", "leave it out")
    data = DataError("is odd", file="a.json", line=3, column=7, place="$.x")
    date = DateError("x", "is odd", "leave it out")

    assert (usage.parameter, usage.value, usage.reason, usage.hint) == ("since", "x", "is odd", "leave it out")
    assert (data.reason, data.file, data.line, data.column, data.place) == ("is odd", "a.json", 3, 7, "$.x")
    assert (date.value, date.reason, date.hint, date.parameter) == ("x", "is odd", "leave it out", "")
    assert date.of("since").parameter == "since"


def test_a_remark_names_parameters_as_an_error_does() -> None:
    assert str(Remark(f"{SINCE} helps")) == "since helps"
    assert Remark(f"{SINCE} helps").told(dashed) == "--since helps"


def test_only_what_the_program_marks_is_a_parameter() -> None:
    assert spelt(f"a {SINCE} b {parameter('on')}", dashed) == "a --since b --on"
    assert spelt("since \x0f on", dashed) == "since \x0f on"
    assert marked_line(f"a\n{SINCE}\tb\x1b") == f"a {SINCE} b\\x1b"


def test_a_place_is_written_as_compilers_do() -> None:
    assert [placed("a"), placed("a", 3), placed("a", 3, 7), placed("a\nb", 3)] == ["a", "a:3", "a:3:7", "a b:3"]


@pytest.mark.parametrize(
    "error",
    [
        DateError("x", "is odd", SINCE),
        DataError("is odd", file="a", line=3, column=7, place="$.x"),
        UsageError("since", "x", "is odd", "leave it out"),
        OutputError("is full", file="a"),
    ],
)
def test_an_error_can_be_sent_to_another_process(error: TimelineError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own

    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
