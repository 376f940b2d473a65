"""What an editor should do next, a line each.

It looks for single sources, claims without a date or a source, denials never answered, plans whose time has passed,
silences, and events that may be told twice. The exit code is 0 whether or not there is something to do.
"""

from typing import Annotated

import typer
from msgspec.structs import replace

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.input import Input
from relations_cli.cli.options import Filters, Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.errors import ExitCode
from relations_cli.query.audit import TASKS

TABLE = TASKS
EXIT_CODES = (
    ("0", "whether or not there is something to do"),
    ("2", "the request or the data is wrong, or not all files could be read"),
)
EXAMPLES = """\
timeline audit
timeline audit mine.json --silence 90
timeline audit --archive -o csv
"""
_YEAR = 365

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE...]", help="A chronology of yours, as --file takes it.", show_default=False),
]
Silence = Annotated[
    int,
    result_option("--silence", metavar="DAYS", least=1, help="Days without an entry that are a silence (365)."),
]  # fmt: skip
Archive = Annotated[bool, result_option("--archive", help="Name every source without an archived address.")]


@shared_options
def command(
    filters: Filters,
    rows: Rows,
    shape: Shape,
    source: Input,
    session: Session,
    files: Files = None,
    silence: Silence = _YEAR,
    archive: Archive = False,
) -> int:
    source = replace(source, file=[*(source.file or ()), *(files or ())] or None)
    answer = answer_to("audit", session, source, filters, rows, silence=silence, archive=archive)
    if answer.rows or answer.notes or shape.is_asked:
        emit(answer, shape, session)
    return ExitCode.MATCHED
