"""JSON lines: an entry a line, the same entries as the JSON array's."""

from collections.abc import Iterator
from typing import Any

from relations_cli.errors import Remark
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.json import entry


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A line a row."""
    fields = how.fields or shown_fields(answer.table, "all")
    for row in answer:
        yield entry(row, fields, how) + "\n"


def left_out(answer: Answer[Any]) -> list[Remark]:
    """How many propositions of a whole file no line of events can hold, since no event bears on them."""
    if not answer.table.whole or len(answer.rows) < len(answer.store):
        return []
    hits: tuple[Hit, ...] = answer.rows
    borne = {name for hit in hits for name in hit.event.propositions}
    lost = len(answer.vocabulary.propositions.keys() - borne)
    what = "1 proposition" if lost == 1 else f"{lost} propositions"
    return [Remark(f"{what} on which no event bears left out of the file")] if lost else []
