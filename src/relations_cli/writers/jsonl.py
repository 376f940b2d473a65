"""JSON lines: an entry a line, the same entries as the JSON array's."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from relations_cli.escaping import json_text
from relations_cli.query.answer import Answer, Field
from relations_cli.writers.json import entry


def write(answer: Answer[Any], fields: Sequence[Field]) -> Iterator[str]:
    """A line a row."""
    for row in answer:
        yield json_text(msgspec.json.encode(entry(row, fields)).decode()) + "\n"
