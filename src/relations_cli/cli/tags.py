"""The tags of the chronology, most frequent first: id, how many events name it, and the first and last of them."""

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Rows, Shape, query_of, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.select import select
from relations_cli.query.terms import TAGS, tags

TABLE = TAGS
EXAMPLES = """\
timeline tags
timeline tags --since 2024 -n 10
timeline tags -o tsv | cut -f1
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input) -> int:
    query = query_of(filters, rows)
    chronology, notes = source.load()
    return emit(tags(select(chronology, query, notes, whole=True)), shape, view="terms")
