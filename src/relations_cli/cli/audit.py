"""What an editor should do next, the worst first.

It looks for single sources (a checklist is none), claims without a date or a source, denials never answered, plans
whose time has passed, silences, events that may be told twice, sources that pass on what another has published, and
http addresses; it counts sources without an archived one. The exit code is 0 whether or not there is something to do.
"""

from typing import Annotated

import typer
from msgspec.structs import replace

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import EventFilters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape, result_option
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
timeline audit --language ru,ko --since 2024
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

Languages = Annotated[
    list[str] | None,
    result_option(
        "--language",
        metavar="LANGUAGE",
        help=(
            "Also name each event without a source in a language: ru,ko asks for both. "
            "(Of other commands, --language keeps the events that have one.)"
        ),
        values="languages",
    ),
]


@shared_options
def command(
    filters: EventFilters,
    rows: Rows,
    shape: Shape,
    source: Input,
    session: Session,
    files: Files = None,
    silence: Silence = _YEAR,
    archive: Archive = False,
    languages: Languages = None,
) -> int:
    source = replace(source, file=[*(source.file or ()), *(files or ())] or None)
    wanted = tuple(languages or ())
    answer = answer_to("audit", session, source, filters, rows, silence=silence, archive=archive, languages=wanted)
    if answer.rows or answer.notes or shape.is_asked:
        emit(answer, shape, session, view="tasks")
    return ExitCode.MATCHED
