"""Events in order, oldest first."""

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Look, Rows, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.fields import EVENTS

TABLE = EVENTS
EXAMPLES = """\
timeline list --since 2022
timeline list --tag un,sanctions --until 2017 -o csv
timeline list --actor Pyongyang --year 2024 -r -n 5
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, look: Look, source: Input, session: Session) -> int:
    return emit(answer_to("list", session, source, filters, rows), shape, session, look=look)


__all__ = ["EXAMPLES", "TABLE", "command"]
