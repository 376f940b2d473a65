"""Everything about some events: claims, sources, what they bear on, related events.

A date shows the events that begin in it; an id, or a part of one that no other has, shows that event, or the whole
history of that proposition. - reads ids from standard input, the first cell of each line that is one.
"""

from typing import Annotated

from relations_cli.cli.ancient import behind_options
from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf, Names
from relations_cli.cli.input import Input
from relations_cli.cli.options import Cited, Look, Ordered, Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.query.contested import histories
from relations_cli.query.fields import EVENTS
from relations_cli.views.detail import detailed
from relations_cli.views.proposition import with_history

TABLE = EVENTS
ARGUMENTS = behind_options
EXAMPLES = """\
timeline show 2022-05-26
timeline show first-troop-transport --history
timeline show troops-deployed --as-of 2024-10-20
timeline show 2024-06-18-putin-visits-north-korea --cite
timeline list --tag un --fields id | timeline show - -o json
"""

History = Annotated[
    bool,
    result_option("--history", help="How the status changed, a line a day on which it did."),
]


@shared_options
def command(
    names: Names,
    as_of: AsOf,
    rows: Ordered,
    shape: Shape,
    look: Cited,
    source: Input,
    session: Session,
    history: History = False,
) -> int:
    answer = answer_to("show", session, source, as_of, rows, names=names)
    is_of_events = answer.table is EVENTS
    cites = Look(cite=look.cite and is_of_events)  # a proposition is shown whole
    changes = histories(answer) if history and is_of_events else None
    view = detailed(answer, changes) if is_of_events else with_history(answer)
    return emit(answer, shape, session, view=view, look=cites, plain="table", detailed=True, histories=changes)
