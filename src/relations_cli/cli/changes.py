"""What became known, and who took which stance, since a day: whenever the events themselves lie.

--since and --until are asked of the day from which a thing could be known, the other filters of the events.
"""

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.changes import CHANGES
from relations_cli.writers import FEEDS

TABLE = CHANGES
FORMATS = {one.name: one for one in FEEDS}
EXAMPLES = """\
timeline changes --since '3 months ago'
timeline changes --since 2024-10 --until 2024-10
timeline changes --since 2025 --tag troops -o jsonl
timeline changes --since 2026 -o atom > news.atom
"""


@shared_options
def command(filters: Filters, rows: Rows, shape: Shape, source: Input, session: Session) -> int:
    answer = answer_to("changes", session, source, filters, rows)
    return emit(answer, shape, session, view="news", own=FORMATS)
