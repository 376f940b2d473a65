"""Propositions and contested events: status, since when, the last change, who denies; the latest change first.

The lags are days from the first assertion to the first corroboration and to the first admission.
"""

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Rows, Shape, query_of, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.contested import CONTESTED, contested

TABLE = CONTESTED
EXAMPLES = """\
timeline contested --status disputed,alleged
timeline contested --as-of 2024-10-20
timeline contested --json id,status,lag_admitted
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    return emit(contested(chronology, query, notes), shape, view="contested")
