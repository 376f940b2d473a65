"""What changed between two files: events and propositions added, removed, changed, key by key.

Events are paired by id, else by date and words. The exit code is diff's: 0 the same, 1 different, 2 trouble.
"""

from typing import Annotated

import typer

from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf, query_of
from relations_cli.cli.input import Handling
from relations_cli.cli.options import Ordered, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.errors import ExitCode
from relations_cli.query.diff import DIFFERENCES
from relations_cli.query.memory import Memory
from relations_cli.query.questions import answer_to
from relations_cli.readers.loading import load
from relations_cli.readers.notes import Note
from relations_cli.views.difference import difference
from relations_cli.writers.format import Format

TABLE = DIFFERENCES
FORMATS = {
    "markdown": Format(name="markdown", suffixes=(".md", ".markdown"), columns=False, home="views.difference:markdown")
}
EXIT_CODES = (("0", "the same"), ("1", "different"), ("2", "a file cannot be read"))
EXAMPLES = """\
timeline diff old.json new.json
timeline diff old.json new.json -o markdown
timeline diff old.json new.json --json id,field,old,new
"""

Old = Annotated[str, typer.Argument(metavar="OLD", help="A chronology.", show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, later.", show_default=False)]


@shared_options
def command(old: Old, new: New, rows: Ordered, shape: Shape, how: Handling, session: Session) -> int:
    notes: list[Note] = []
    before, after = (Memory(load(path, options=how.options(session), notes=notes)) for path in (old, new))
    query = query_of(session, AsOf(), rows)
    answer = answer_to("diff", before, query, new=after, notes=how.said(how.told(notes), session))
    if answer.rows or answer.notes or shape.is_asked:
        emit(answer, shape, session, view=difference(answer), plain="table", own=FORMATS, is_search=False)
    return ExitCode.NOTHING if answer.rows else ExitCode.MATCHED
