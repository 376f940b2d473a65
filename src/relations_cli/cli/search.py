"""Full text over titles, summaries, actors, places, tags, notes, propositions and sources, best first.

All words must match. AND, OR, NOT in capitals, parentheses, -word (without it), "a phrase", pre* and title:word
work; in the shell, quote them. Words that begin with - stand in quotes behind another, or behind --.
"""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.excluding import behind_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Look, Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.context import neighbours_of
from relations_cli.query.fields import SEARCHED
from relations_cli.query.query import order_of

if TYPE_CHECKING:
    from relations_cli.query.query import Asked

TABLE = SEARCHED
ARGUMENTS = behind_options
EXAMPLES = """\
timeline search sanctions veto
timeline search 'satellite OR missile' --since 2023
timeline search 'missile -sanctions'
timeline search '"rail trolley"' --json id,title,snippet
timeline search veto -C 2
"""

Words = Annotated[list[str], typer.Argument(metavar="WORD...", help="What to look for.", show_default=False)]
Context = Annotated[
    int | None,
    result_option("-C", metavar="N", least=0, help="N neighbours in time of every hit, too."),
]
Before = Annotated[int | None, result_option("-B", metavar="N", least=0, help="The N before every hit.")]
After = Annotated[int | None, result_option("-A", metavar="N", least=0, help="The N after every hit.")]


@shared_options
def command(
    words: Words,
    filters: Filters,
    rows: Rows,
    shape: Shape,
    look: Look,
    source: Input,
    session: Session,
    context: Context = None,
    before: Before = None,
    after: After = None,
) -> int:
    in_context = neighbours_of(context, before, after) is not None
    rows = replace(rows, order=order_of(rows.order, in_context=in_context))
    asked: Asked = {"text": " ".join(words)}
    own = {"context": context, "before": before, "after": after, "no_limits": source.no_limits}
    return emit(answer_to("search", session, source, filters, rows, asked=asked, **own), shape, session, look=look)
