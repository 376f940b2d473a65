"""Every number that somebody gave for a measure, in the order in which it was given.

Without --of, the measures with how often a figure was given for each. Filters by date are asked of the claims.
"""

from typing import Annotated

import typer

from relations_cli.cli.options import RESULT, Filters, Input, Rows, Shape, completes, query_of, shared_options
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
    typer.Option(
        "--of",
        metavar="MEASURE",
        help="Which measure: shells, troops, killed ...",
        autocompletion=completes("measures"),
        rich_help_panel=RESULT,
    ),
]


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input, of: Of = None) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    if of is None:
        return emit(measures(chronology, query, notes), shape)
    return emit(figures(chronology, query, of, notes), shape, view="figures")
