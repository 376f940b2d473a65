"""What happened shortly before and after dates or events, with the distance in days.

- reads ids from standard input, the first cell of each line that is one.
"""

from typing import Annotated

import typer

from relations_cli.cli.ancient import behind_options
from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import completes, shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Look, Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.around import NEAR_SEVERAL

TABLE = NEAR_SEVERAL
ARGUMENTS = behind_options
EXAMPLES = """\
timeline around 2022-05-26
timeline around first-troop-transport --days 10
timeline search veto --fields id | timeline around - --before 30 --after 0
timeline around 2024-06-18 --before 7 --after 60 --tag treaty
"""
_DAYS = 30

Anchors = Annotated[
    list[str],
    typer.Argument(
        metavar="DATE|ID...",
        help="Dates, ids, or parts of ids; of several, each with its neighbours.",
        show_default=False,
        autocompletion=completes("events"),
    ),
]
Days = Annotated[int, result_option("--days", metavar="N", help="How far to look either way (30).", least=0)]
Before = Annotated[int | None, result_option("--before", metavar="N", help="How far back.", least=0)]
After = Annotated[int | None, result_option("--after", metavar="N", help="How far ahead.", least=0)]


@shared_options
def command(
    names: Anchors,
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
    answer = answer_to("around", session, source, filters, rows, names=names, days=days, before=before, after=after)
    return emit(answer, shape, session, look=look)
