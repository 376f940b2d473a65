"""Everything about some events, or some propositions, by their ids, parts of them, or dates."""

from collections.abc import Iterable

from relations_cli.errors import VALUE, Told, UsageError
from relations_cli.escaping import shown_line
from relations_cli.query.answer import Answer
from relations_cli.query.contested import Contested, propositions
from relations_cli.query.hit import Hit
from relations_cli.query.lookup import ids_named
from relations_cli.query.parsing import Names, each
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, answer_of, store_of


def show(asked: Askable, query: Query, *, names: Names, notes: Iterable[Told] = ()) -> Answer[Hit] | Answer[Contested]:
    """The events that the names stand for, in their order or its reverse; or the propositions with their histories.

    Args:
        asked: where to look.
        query: on which day.
        names: dates, ids, or parts of ids.
        notes: what the reader should be told besides.

    Raises:
        UsageError: a name that stands for nothing or for several, or events and propositions at once.
    """
    store = store_of(asked)
    events, others = ids_named(store, each(names), query)
    if events and others:
        hint = "show them one by one"
        raise UsageError("", others[0], f"show: {VALUE} is a proposition and '{shown_line(events[0])}' an event", hint)
    if others:
        return propositions(store, query, others)
    return answer_of(store, query, events[::-1] if query.reverse else events, notes)
