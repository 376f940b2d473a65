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
    """How many propositions no line holds: of a whole file those on which no event bears, and those without a text."""
    if not answer.table.whole:
        return []
    hits: tuple[Hit, ...] = answer.rows
    borne = {name for hit in hits for name in hit.event.propositions}
    declared = answer.vocabulary.propositions.keys()
    said = []
    if lost := len(declared - borne) if len(hits) == len(answer.store) else 0:
        said.append(Remark(f"{_count(lost)} on which no event bears left out of the file"))
    if lost := len(borne - declared):
        said.append(Remark(f"{_count(lost)} that the file names and does not have left out"))
    return said


def _count(number: int) -> str:
    return "1 proposition" if number == 1 else f"{number} propositions"
