"""What changed between two files: events and propositions added, removed, changed, key by key.

Events are paired by id, else by date and words. The exit code is diff's: 0 the same, 1 different, 2 trouble.
"""

from typing import Annotated

import typer

from relations_cli.cli.input import INPUT
from relations_cli.cli.options import Shape, shared_options
from relations_cli.cli.output import emit
from relations_cli.cli.streams import write
from relations_cli.errors import ExitCode
from relations_cli.query.diff import DIFFERENCES, differences
from relations_cli.query.query import Query
from relations_cli.readers import load
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
From = Annotated[
    str | None, typer.Option("--from", metavar="FORMAT", help="Their format, where suffix and content do not say it.",
                             rich_help_panel=INPUT)
]  # fmt: skip


@shared_options
def command(old: Old, new: New, shape: Shape, reader: From = None) -> int:
    answer = differences(load(old, reader=reader), load(new, reader=reader), Query.of())
    if shape.output == MARKDOWN:
        write(markdown(answer))
    elif answer.rows or shape.output or shape.json or shape.fields:
        emit(answer, shape, view=difference(answer), plain="table")
    return ExitCode.NOTHING if answer.rows else ExitCode.MATCHED
