"""How many events; with --by, how many per year, month, hour, tag, actor, place, type, publisher, language or status.

An event counts in the first year or month that both it and the dates asked for touch; one dated 2022 counts by month
as 2022.
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
from relations_cli.query.facets import facet

TABLE = COUNTS
EXAMPLES = """\
timeline count --since 2022
timeline count --by year --tag sanctions
timeline count --by actor -n 10 -o csv
"""

By = Annotated[
    str | None,
    result_option(
        "--by",
        metavar="FACET",
        help="year, month, hour, tag, actor, place, type, publisher, language or status.",
        values="facets",
    ),
]
Spread = Annotated[
    bool,
    result_option("--spread", help="Count an event in each year or month that it touches."),
]


@shared_options
def command(
    filters: Filters, rows: Rows, shape: Shape, source: Input, session: Session, by: By = None, spread: Spread = False
) -> int:
    facet(by, spread=spread)  # before a file is read for nothing
    answer = answer_to("count", session, source, filters, rows, by=by, spread=spread)
    return emit(answer, shape, session, view="counts")
