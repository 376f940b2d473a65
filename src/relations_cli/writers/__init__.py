"""An answer as text or bytes for programs: the registry of what writes it, and never a print."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from relations_cli.errors import Remark
from relations_cli.query.answer import Answer
from relations_cli.writers.format import Format, How, Parts

_FORMATS = (
    Format(name="tsv", suffixes=(".tsv",), meaning="in a pipe", home="writers.tsv:write"),
    Format(name="csv", suffixes=(".csv",), home="writers.csv:write"),
    Format(name="json", suffixes=(".json",), home="writers.json:write"),
    Format(name="jsonl", suffixes=(".jsonl", ".ndjson"), home="writers.jsonl:write", left_out="left_out"),
)
WRITERS = {one.name: one for one in _FORMATS}
"""Every format for programs, by name."""
CHRONOLOGY = Format(
    name="chronology",
    suffixes=(".json",),
    meaning="what a file of json is, where the rows are events with all their fields",
    takes="chronology",
    home="writers.chronology:write",
    left_out="left_out",
)
"""Never asked for by its name."""
TEMPLATE = Format(name="template", meaning="a row as the reader words it", home="writers.template:write")
"""Nor is this."""


def rendered(format_: Format, answer: Answer[Any], how: How) -> Parts:
    """The answer in the format, part by part; the module that renders it is imported now."""
    render: Callable[[Answer[Any], How], Parts] = _function(format_, format_.home.partition(":")[2])
    return render(answer, how)


def remarks(format_: Format, answer: Answer[Any]) -> Iterable[Remark]:
    """What of the answer the format leaves out."""
    said: Iterable[Remark] = _function(format_, format_.left_out)(answer) if format_.left_out else ()
    return said


def _function(format_: Format, name: str) -> Any:  # noqa: ANN401 -- any function of the format's module
    return getattr(import_module(f"relations_cli.{format_.home.partition(':')[0]}"), name)
