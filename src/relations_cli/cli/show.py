"""Everything about some events: claims, what they bear on, related events, sources.

A date shows the events that begin in it; an id, or a part of one that no other has, shows that event, or the whole
history of that proposition.
"""

from typing import Annotated

import typer

from relations_cli.cli.input import Input
from relations_cli.cli.options import AsOf, Shape, completes, query_of, result_option, shared_options
from relations_cli.cli.output import emit
from relations_cli.errors import UsageError
from relations_cli.query.contested import histories, propositions
from relations_cli.query.fields import EVENTS
from relations_cli.query.lookup import ids_named
from relations_cli.query.select import answer_of
from relations_cli.views.detail import cited, detailed
from relations_cli.views.proposition import with_history

TABLE = EVENTS
EXAMPLES = """\
timeline show 2022-05-26
timeline show first-troop-transport --history
timeline show troops-deployed --as-of 2024-10-20
timeline show 2024-06-18-putin-visits-north-korea --cite
"""

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="DATE|ID...",
        help="A date, an id, or a part of an id.",
        show_default=False,
        autocompletion=completes("ids"),
    ),
]
Cite = Annotated[bool, result_option("--cite", help="One line a source: publisher, title, date, address.")]
History = Annotated[
    bool,
    result_option("--history", help="How the status changed, a line a day on which it did."),
]


@shared_options
def command(
    names: Names, as_of: AsOf, shape: Shape, source: Input, cite: Cite = False, history: History = False
) -> int:
    query = query_of(as_of)
    chronology, notes = source.load()
    events, asked = ids_named(chronology, names, query.today)
    if events and asked:
        raise UsageError(f"show: '{asked[0]}' is a proposition and '{events[0]}' an event: show them one by one")
    if asked:
        answer = propositions(chronology, query, asked)
        return emit(answer, shape, view=with_history(answer), plain="table")
    found = answer_of(chronology, query, events, notes)
    return emit(
        found,
        shape,
        view=cited(found) if cite else detailed(found, histories(found) if history else None),
        plain="table",
    )
