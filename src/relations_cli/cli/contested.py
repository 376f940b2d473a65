"""Propositions and contested events: status, since when, the last change, who denies; the latest change first.

The lags are days from the first assertion to the first corroboration and to the first admission.
"""

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.contested import CONTESTED

TABLE = CONTESTED
EXAMPLES = """\
timeline contested --status disputed,alleged
timeline contested --as-of 2024-10-20
timeline contested --json id,status,lag_admitted
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input, session: Session) -> int:
    return emit(answer_to("contested", session, source, filters, rows), shape, session, view="contested")
