"""What changed between two files: events and propositions added, removed, changed, key by key.

Events are paired by id, else by date and words. The exit code is diff's: 0 the same, 1 different, 2 trouble.
"""

from typing import Annotated

import typer

from relations_cli.cli.input import Reading
from relations_cli.cli.options import Shape, shared_options
from relations_cli.cli.output import emit
from relations_cli.cli.streams import write
from relations_cli.errors import ExitCode
from relations_cli.query.diff import DIFFERENCES, differences
from relations_cli.query.query import Query
from relations_cli.readers.loading import load
from relations_cli.readers.notes import Note
from relations_cli.views.difference import difference, markdown

TABLE = DIFFERENCES
MARKDOWN = "markdown"
EXIT_CODES = (("0", "the same"), ("1", "different"), ("2", "a file cannot be read"))
EXAMPLES = """\
timeline diff old.json new.json
timeline diff old.json new.json -o markdown
timeline diff old.json new.json --json id,field,old,new
"""

Old = Annotated[str, typer.Argument(metavar="OLD", help="A chronology.", show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, later.", show_default=False)]


@shared_options
def command(old: Old, new: New, shape: Shape, how: Reading) -> int:
    notes: list[Note] = []
    before, after = (load(path, options=how.options(), notes=notes) for path in (old, new))
    answer = differences(before, after, Query.of(), how.told(tuple(notes)))
    if shape.output == MARKDOWN:
        write(markdown(answer))
    elif answer.rows or answer.notes or shape.output or shape.json or shape.fields:
        emit(answer, shape, view=difference(answer), plain="table")
    return ExitCode.NOTHING if answer.rows else ExitCode.MATCHED
