"""Every number that somebody gave for a measure, in the order in which it was given.

Without --of, the measures with how often a figure was given for each. Filters by date are asked of the claims.
"""

from typing import Annotated

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Rows, Shape, query_of, result_option, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.figures import FIGURES, figures, measures

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


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input, of: Of = None) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    if of is None:
        return emit(measures(chronology, query, notes), shape)
    return emit(figures(chronology, query, of, notes), shape, view="figures")
