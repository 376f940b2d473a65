"""The tags of the chronology, most frequent first: id, how many events name it, and the first and last of them."""

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.terms import TAGS

TABLE = TAGS
EXAMPLES = """\
timeline tags
timeline tags --since 2024 -n 10
timeline tags -o tsv | cut -f1
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input, session: Session) -> int:
    return emit(answer_to("tags", session, source, filters, rows), shape, session, view="terms")
