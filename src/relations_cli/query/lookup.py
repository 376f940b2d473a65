"""What somebody names: a date, the id of an event or a proposition, or a part of one that no other has."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from relations_cli.dates import FuzzyDate
from relations_cli.errors import UsageError
from relations_cli.query.parsing import date_named, misdated
from relations_cli.query.parts import by_part
from relations_cli.query.query import Query
from relations_cli.query.resolved import Dates, Resolved
from relations_cli.suggesting import did_you_mean, nearest

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_CANDIDATES = 4
"""How many of several candidates a message names."""


class Exact(str):
    """The id of an event or a proposition, as the chronology has it: neither a date nor a part of other ids."""

    __slots__ = ()


def ids_named(store: "Store", names: Sequence[str], query: Query) -> tuple[list[str], list[str]]:
    """The ids of the events, and of the propositions, that the names stand for: each once, in the order of the names.

    A date comes first: it stands for the events that begin in it, none where there are none. Where there are no events,
    a name that is in no id stands for nothing.

    Args:
        store: where to look.
        names: dates, ids, or parts of ids; an ``Exact`` one is taken as it is.
        query: what "today" means.

    Raises:
        DateError: a name in figures that is no day and no month, or could be two, and is in no id.
        UsageError: another name that is neither a date nor in any id, or that is in several.
    """
    found: dict[str, None] = {}
    ids = (*store.ids(), *store.vocabulary.propositions)
    for name in names:
        if isinstance(name, Exact):
            found[str(name)] = None
            continue
        date = date_named(name, query.today)
        begun = [] if date is None or date.undated else _begun(store, date, query)
        part = None if begun else by_part(name, ids)
        if part is None and (date is None or date.undated) and len(store):
            raise misdated(name, query.today) or _unknown(name, ids)
        found |= dict.fromkeys(begun)
        if part is not None:
            found[part] = None
    events = set(store.ids())
    return [name for name in found if name in events], [name for name in found if name not in events]


def subject_id(store: "Store", name: str) -> str:
    """The id of the proposition or event of that id, or with that part in its id; the name where there are no events.

    Raises:
        UsageError: there is none, or there are several.
    """
    propositions = store.vocabulary.propositions
    ids = (*propositions, *store.ids())
    found = by_part(name, propositions) or by_part(name, ids)
    if found is None and len(store):
        raise _unknown(name, ids)
    return found or name


def _begun(store: "Store", date: FuzzyDate, query: Query) -> list[str]:
    """The ids of the events that begin in the date, in their order in time."""
    asked = Resolved(day=query.day, dates=Dates(window=date, starts=True))
    return [hit.event.id for hit in store.events(asked, fields=("id", "date"), order="date").hits]


def _unknown(name: str, ids: Iterable[str]) -> UsageError:
    known = list(ids)
    starts = nearest(name, {start: start for one in known if (start := one[: len(name)])})
    near = nearest(name, known) or [one for start in starts for one in known if one.startswith(start)]
    hint = did_you_mean(near[:_CANDIDATES]) or "`timeline list` shows the ids"
    return UsageError("", name, "is no date and in no id", hint)
