"""A JSON array whose entries stand alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from relations_cli.escaping import ascii_json, json_text
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.query.table import Field
from relations_cli.writers.format import How


def entry(row: object, fields: Sequence[Field], how: How, more: Mapping[str, Any] | None = None) -> str:
    """The values of a row by the names of the fields, as an object on a line; in ASCII for an output without more.

    Args:
        row: of the answer.
        fields: its columns.
        how: what the output can show.
        more: what else is to be said under names of its own; it counts where a field has the name.
    """
    values = {field.name: field.get(row) for field in fields}
    return _text({**values, **(more or {})}, how)


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """The array, an entry a line, so that it diffs and streams; facts by their names are one object."""
    if answer.table.keyed and how.fields is None:
        yield _object(answer, how)
        return
    fields = how.fields or shown_fields(answer.table, "all")
    yield "["
    for index, row in enumerate(answer):
        yield (",\n" if index else "\n") + entry(row, fields, how)
    yield "\n]\n" if answer.rows else "]\n"


def _object(answer: Answer[Any], how: How) -> str:
    """The facts of an answer by their names, a line each."""
    name, value = answer.table.fields.values()
    pairs = [(name.get(row), value.get(row)) for row in answer]
    lines = [f"{_text(key, how)}:{_text(one, how)}" for key, one in pairs]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def _text(value: object, how: How) -> str:
    text = json_text(msgspec.json.encode(value).decode())
    return text if how.screen.unicode else ascii_json(text)
