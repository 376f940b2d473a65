"""What happened shortly before and after a date or an event, with the distance in days."""

from typing import Annotated

import typer

from relations_cli.cli.input import Input
from relations_cli.cli.options import (
    Filters,
    Look,
    Rows,
    Shape,
    completes,
    query_of,
    result_option,
    shared_options,
)
from relations_cli.cli.output import emit
from relations_cli.query.around import NEAR, around

TABLE = NEAR
EXAMPLES = """\
timeline around 2022-05-26
timeline around first-troop-transport --days 10
timeline around 2024-06-18 --before 7 --after 60 --tag treaty
"""
_DAYS = 30

Name = Annotated[
    str,
    typer.Argument(
        metavar="DATE|ID",
        help="A date, an id, or a part of an id.",
        show_default=False,
        autocompletion=completes("events"),
    ),
]
Days = Annotated[int, result_option("--days", metavar="N", help="How far to look either way (30).", least=0)]
Before = Annotated[int | None, result_option("--before", metavar="N", help="How far back.", least=0)]
After = Annotated[int | None, result_option("--after", metavar="N", help="How far ahead.", least=0)]


@shared_options
def command(
    name: Name,
    filters: Filters,
    rows: Rows,
    shape: Shape,
    look: Look,
    source: Input,
    days: Days = _DAYS,
    before: Before = None,
    after: After = None,
) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    answer = around(
        chronology,
        query,
        name,
        before=days if before is None else before,
        after=days if after is None else after,
        notes=notes,
    )
    return emit(answer, shape, look=look)
