"""JSON lines: an entry a line, the same entries as the JSON array's; in a file also what they leave unsaid."""

from collections.abc import Iterator
from typing import Any

from relations_cli.errors import Remark
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.format import How
from relations_cli.writers.json import entry


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A line a row.

    A file of events with all their fields is asked again: a line has ``meanings``, whatever other lines are cut or
    sorted away, and the first has under ``chronology`` what belongs to no event.
    """
    fields = how.fields or shown_fields(answer.table, "all")
    if not (how.header and how.fields is None and answer.table.whole):
        for row in answer:
            yield entry(row, fields, how) + "\n"
        return
    from relations_cli.writers.unsaid import unsaid

    for row, more in zip(answer, unsaid(answer), strict=True):
        yield entry(row, fields, how, more) + "\n"


def left_out(answer: Answer[Any], _how: How) -> list[Remark]:
    """That what belongs to no event has no place in a file without any."""
    if answer.rows or not answer.table.whole:
        return []
    return [Remark("title, licence and vocabulary left out of the file: without an event it has no line for them")]
