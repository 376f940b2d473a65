"""How many events; with --by, how many in each period of time, or of each tag, actor, place, status and the like.

Two facets make a table: --by year --by tag. An event counts in the first period that both it and the dates asked for
touch; one dated 2022 counts by month or week as 2022, and has no weekday.
"""

from typing import Annotated

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.count import COUNTS
from relations_cli.query.facets import FACETS, facets

TABLE = COUNTS
EXAMPLES = """\
timeline count --since 2022
timeline count --by year --tag sanctions
timeline count --by year,status -o csv
timeline count --by actor -n 10 -o csv
"""

_FACETS = tuple(FACETS)
By = Annotated[
    list[str] | None,
    result_option(
        "--by",
        metavar="FACET",
        help=f"{', '.join(_FACETS[:-1])} or {_FACETS[-1]}; two, repeated or with a comma, are rows by columns.",
        values="facets",
    ),
]
Spread = Annotated[
    bool,
    result_option("--spread", help="Count an event in each year, month, week ... that it touches."),
]


@shared_options
def command(
    filters: Filters, rows: Rows, shape: Shape, source: Input, session: Session, by: By = None, spread: Spread = False
) -> int:
    chosen = facets(by, spread=spread)  # before a file is read for nothing
    answer = answer_to("count", session, source, filters, rows, by=by, spread=spread)
    return emit(answer, shape, session, view="cross" if len(chosen) > 1 else "counts")
