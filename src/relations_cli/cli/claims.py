"""Who said what, in the order in which it was said, and what became of it.

A claim is on an event as titled, or on a proposition on which events bear. Filters by date are asked of the claims,
--status of what they are about, the others of the events.
"""

from typing import Annotated

from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import Filters
from relations_cli.cli.input import Input
from relations_cli.cli.options import Rows, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.claims import CLAIMS
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

TABLE = CLAIMS
EXAMPLES = """\
timeline claims --by russia --stance denies
timeline claims --about troops-deployed
timeline claims --since 2024-10 --until 2024-11 -o csv
"""

By = Annotated[
    list[str] | None,
    result_option(
        "--by",
        metavar="ACTOR",
        help="Made by an actor, or by somebody who speaks for it: id, name or alias; a comma is either.",
        values="actors",
    ),
]
Stances = Annotated[
    list[str] | None,
    result_option(
        "--stance",
        metavar="STANCE",
        help="asserts, denies, corroborates or confirms; a comma is either.",
        values="stances",
    ),
]
Ids = Annotated[bool, result_option("--ids", help="In a table, the ids of actor, proposition and event below each.")]


@shared_options
def command(
    filters: Filters,
    rows: Rows,
    shape: Shape,
    source: Input,
    session: Session,
    by: By = None,
    stance: Stances = None,
    ids: Ids = False,
) -> int:
    answer = answer_to("claims", session, source, filters, rows, by=by, stance=stance)

    def view(screen: Screen) -> str:
        return view_named("claims", answer, ids=ids)(screen)

    return emit(answer, shape, session, view=view)
