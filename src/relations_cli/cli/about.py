"""What the chronology is about, how fresh and how large it is, its licence, and where its file lies."""

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf
from relations_cli.cli.input import Input
from relations_cli.cli.options import Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.terms import FACTS

TABLE = FACTS
EXAMPLES = """\
timeline about
timeline about -f mine.json
timeline about -o json
"""


@shared_options
def command(shape: Shape, source: Input, session: Session) -> int:
    answer = answer_to("about", session, source, AsOf(), where=source.where(session))
    return emit(answer, shape, session, view="overview")
