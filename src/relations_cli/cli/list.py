"""Events in order, oldest first."""

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Look, Rows, Shape, query_of, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.fields import EVENTS
from relations_cli.query.select import select

TABLE = EVENTS
EXAMPLES = """\
timeline list --since 2022
timeline list --tag un,sanctions --until 2017 -o csv
timeline list --actor Pyongyang --year 2024 -r -n 5
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, look: Look, source: Input) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    return emit(select(chronology, query, notes), shape, look=look)


__all__ = ["EXAMPLES", "TABLE", "command"]
