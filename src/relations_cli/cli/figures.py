"""Every number that somebody gave for a measure, in the order in which it was given.

Drawn, each proposition or event has its figures on a scale of their own. Without --of, the measures with how often a
figure was given for each. Filters by date are asked of the claims.
"""

from typing import Annotated

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.errors import UsageError, parameter
from relations_cli.query.figures import FIGURES

TABLE = FIGURES
EXAMPLES = """\
timeline figures
timeline figures --of troops
timeline figures --of containers --until 2024 -o csv
"""

Of = Annotated[
    str | None,
    result_option(
        "--of",
        metavar="MEASURE",
        help="Which measure: shells, troops, killed ...",
        values="measures",
    ),
]
OneScale = Annotated[
    bool,
    result_option("--one-scale", help="Drawn, all figures of the measure on one scale, whatever they are about."),
]


@shared_options
def command(
    filters: Filters,
    rows: Rows,
    shape: Shape,
    source: Input,
    session: Session,
    of: Of = None,
    one_scale: OneScale = False,
) -> int:
    if one_scale and of is None:
        raise UsageError("one_scale", None, "draws the figures of one measure", f"give {parameter('of')} too")
    answer = answer_to("figures", session, source, filters, rows, of=of)
    return emit(answer, shape, session, view="table" if of is None else "one scale" if one_scale else "figures")
