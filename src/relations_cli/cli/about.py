"""What the chronology is about, how fresh and how large it is, its licence, and where its file lies."""

from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Shape, query_of, shared_options
from relations_cli.cli.output import emit
from relations_cli.query.select import select
from relations_cli.query.terms import FACTS, about

TABLE = FACTS
EXAMPLES = """\
timeline about
timeline about -f mine.json
timeline about -o json
"""


@shared_options
def command(shape: Shape, source: Input) -> int:
    chronology, notes = source.load()
    answer = select(chronology, query_of(Filters()), notes)
    return emit(about(chronology, answer, source.where()), shape)
