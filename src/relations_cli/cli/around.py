"""What happened shortly before and after a date or an event, with the distance in days."""

from typing import Annotated

import typer

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import completes, shared_options
from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Look, Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.around import NEAR

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
    session: Session,
    days: Days = _DAYS,
    before: Before = None,
    after: After = None,
) -> int:
    answer = answer_to("around", session, source, filters, rows, name=name, days=days, before=before, after=after)
    return emit(answer, shape, session, look=look)
