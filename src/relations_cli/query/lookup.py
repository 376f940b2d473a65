"""What somebody names: a date, the id of an event or a proposition, or a part of one that no other has."""

import datetime
from collections.abc import Iterable, Sequence

from relations_cli.dates import FuzzyDate, parse_edtf, parse_typed
from relations_cli.errors import DateError, UsageError
from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology, Event
from relations_cli.suggesting import nearest

_CANDIDATES = 4
"""How many of several candidates a message names."""


def ids_named(chronology: Chronology, names: Sequence[str], today: datetime.date) -> tuple[list[str], list[str]]:
    """The ids of the events, and of the propositions, that the names stand for: each once, in the order of the names.

    A date comes first: it stands for the events that begin in it, none where there are none.

    Args:
        chronology: where to look.
        names: dates, ids, or parts of ids.
        today: what "today" means.

    Raises:
        UsageError: a name that is neither a date nor in any id, or that is in several.
    """
    found: dict[str, None] = {}
    ids = (*(event.id for event in chronology.events), *chronology.propositions)
    for name in names:
        date = _date(name, today)
        begun = [] if date is None else _begun(chronology, date)
        part = None if begun else _by_part(name, ids)
        if part is None and date is None:
            raise UsageError(_unknown(name, ids))
        found |= dict.fromkeys(event.id for event in begun)
        if part is not None:
            found[part] = None
    events = {event.id for event in chronology.events}
    return [name for name in found if name in events], [name for name in found if name not in events]


def subject_id(chronology: Chronology, name: str) -> str:
    """The id of the proposition or event of that id, or with that part in its id.

    Raises:
        UsageError: there is none, or there are several.
    """
    ids = (*chronology.propositions, *(event.id for event in chronology.events))
    found = _by_part(name, chronology.propositions) or _by_part(name, ids)
    if found is None:
        raise UsageError(_unknown(name, ids))
    return found


def _begun(chronology: Chronology, date: FuzzyDate) -> list[Event]:
    """The events that begin in the date, in their order in time."""
    begun = [event for event in chronology.events if event.date and parse_edtf(event.date).starts_in(date)]
    return sorted(begun, key=lambda event: parse_edtf(event.date or "").sort_key)


def _by_part(name: str, ids: Iterable[str]) -> str | None:
    """The id that is the name, blind to case, or the only one that holds it."""
    wanted = name.casefold()
    parts = [known for known in ids if wanted and wanted in known.casefold()]
    exact = [known for known in parts if known == name] or [known for known in parts if known.casefold() == wanted]
    if exact or len(parts) == 1:
        return (exact or parts)[0]
    if not parts:
        return None
    first = ", ".join(one_line(known) for known in parts[:_CANDIDATES])
    more = f" and {len(parts) - _CANDIDATES} more" if len(parts) > _CANDIDATES else ""
    raise UsageError(f"{quoted(name)} is in {len(parts)} ids: {first}{more}: give more of one")


def _unknown(name: str, ids: Iterable[str]) -> str:
    known = list(ids)
    starts = nearest(name, {start: start for one in known if (start := one[: len(name)])})
    near = nearest(name, known) or [one for start in starts for one in known if one.startswith(start)]
    hint = (
        f"did you mean {' or '.join(map(one_line, near[:_CANDIDATES]))}?" if near else "`timeline list` shows the ids"
    )
    return f"{quoted(name)} is no date and in no id: {hint}"


def _date(name: str, today: datetime.date) -> FuzzyDate | None:
    try:
        date = parse_typed(name, today=today)
    except DateError:
        return None
    return None if date.undated else date
