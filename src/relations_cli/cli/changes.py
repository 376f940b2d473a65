"""What became known, and who took which stance, since a day: whenever the events themselves lie.

--since and --until are asked of the day from which a thing could be known, the other filters of the events.
"""

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Rows, Shape, query_of, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.changes import CHANGES, changes

TABLE = CHANGES
EXAMPLES = """\
timeline changes --since '3 months ago'
timeline changes --since 2024-10 --until 2024-10
timeline changes --since 2025 --tag troops -o jsonl
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    return emit(changes(chronology, query, notes), shape)
