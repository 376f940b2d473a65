"""Every problem of a file, a line each: path:line:column: error: reason @ place.

Errors break a rule of the format; warnings are worth a look, and errors with --strict. The exit code is 2 where there
is an error, or a file could not be read.
"""

from functools import partial
from typing import Annotated

import typer
from msgspec.structs import replace

from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf, query_of
from relations_cli.cli.input import FileForm
from relations_cli.cli.options import Ordered, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.cli.streams import complain, say
from relations_cli.errors import ExitCode
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.memory import Memory
from relations_cli.query.query import Query
from relations_cli.query.questions import answered
from relations_cli.query.table import Table, column
from relations_cli.readers.folders import groups_of
from relations_cli.readers.gathering import files_in
from relations_cli.readers.loading import bytes_of
from relations_cli.readers.notes import Note, counted, unread
from relations_cli.validation import Problem, validate

TABLE = Table.of(
    column("file", "file", "the file"),
    column("line", "line", "line, from 1", "number"),
    column("column", "column", "column, from 1", "number"),
    column("severity", "severity", "error or warning"),
    column("reason", "reason", "what is wrong"),
    column("place", "place", "the way to it in the document"),
    tsv="file line column severity reason place",
)
EXIT_CODES = (("0", "no error"), ("2", "an error, with --strict a warning, or not all files could be read"))
EXAMPLES = """\
timeline validate mine.json
timeline validate --strict *.json
timeline validate mine.json -o json | jq length
"""

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Chronologies of any format; - is standard input.", show_default=False),
]
Strict = Annotated[bool, result_option("--strict", help="Take warnings for errors.")]


@shared_options
def command(files: Files, rows: Ordered, shape: Shape, how: FileForm, session: Session, strict: Strict = False) -> int:
    query = query_of(session, AsOf(), rows)
    options = how.options(session)
    notes: list[Note] = []
    groups = [
        replace(group, is_named=False) for path in files for group in groups_of(path, notes, options.limits)
    ]  # no file hides another
    read = 0
    found: list[Problem] = []
    for path, data, name in files_in(groups, options, notes, partial(bytes_of, limits=options.limits)):
        read += 1
        found += validate(data, name, query.day, path=path, options=options, spelling=session.spelling)
    nothing = Memory(Chronology(title="", events=()))

    def problems(store: Memory, query: Query) -> Answer[Problem]:
        answer: Answer[Problem] = Answer(store=store, query=query, table=TABLE, rows=(), searched=read)
        return answer.with_rows(TABLE, found)

    answer = answered(problems, nothing, query)
    if found or shape.is_asked:
        emit(answer, shape, session, view="problems", plain="table", is_search=False)
    errors = sum(problem.severity == "error" or strict for problem in found)
    unreadable, others = unread(notes)
    for one in unreadable:
        say(one, session.spelling)
    if found or others:
        counts = f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')} in {_count(read, 'file')}"
        complain("; ".join((counts, *counted(others))))
    return ExitCode.TROUBLE if errors or unreadable else ExitCode.MATCHED


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
