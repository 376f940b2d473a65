"""Whether decoded JSON is, or means to be, of our own form: then what is wrong in it is a mistake, not another form."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from relations_cli.dates import is_ambiguous, parse_edtf, parse_tabular
from relations_cli.errors import DateError
from relations_cli.model.facts import VOCABULARIES, Event
from relations_cli.readers.entries.computed import COMPUTED_BY_US
from relations_cli.readers.entries.role_names import OF_TIMES, ROLES
from relations_cli.readers.entries.roles import folded

_OF_DAYS: Final = (*OF_TIMES, "end_time", "date")
_OF_OURS: Final = frozenset(("claims", "propositions", "who", "meanings", "chronology", "landmark", "known"))
_EVENT_KEYS: Final = frozenset(field.encode_name for field in msgspec.structs.fields(Event))


def is_own_entry(entry: object) -> bool:
    """Whether a value has what an event of ours must have, in our form, or dates that are in none."""
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("id"), str)
        and isinstance(entry.get("title"), str)
        and "date" in entry
        and _is_own_date(entry["date"])
    )


def are_own_entries(entries: Iterable[object]) -> bool:
    """Whether all are entries of ours, none with another name for what a key of ours means, such as ``url``.

    What has parts that only our form has is ours, whatever else somebody put beside them.
    """
    return all(isinstance(one, dict) and is_own_entry(one) and _is_all_ours(one) for one in entries)


def _is_all_ours(entry: dict[str, Any]) -> bool:
    is_sure = not _OF_OURS.isdisjoint(entry) or entry.keys() >= COMPUTED_BY_US
    return is_sure or not (speaks_otherwise(entry) or _times_otherwise(entry))


def means_to_be_ours(document: object) -> bool:
    """Whether a document is a chronology of ours, or one with a mistake that an editor of ours can make.

    It is where it names its schema or declares a vocabulary. Otherwise its events have our keys, in our types, and no
    other names for what ours mean, such as ``category`` for ``tags``.
    """
    if not isinstance(document, dict) or not isinstance(document.get("events"), list):
        return False
    if "$schema" in document or any(isinstance(document.get(name), dict) for name in VOCABULARIES):
        return True
    if not isinstance(document.get("title"), str):
        return False
    events: list[Any] = document["events"]
    return all(isinstance(event, dict) and _has_own_types(event) and not speaks_otherwise(event) for event in events)


def _has_own_types(event: dict[str, Any]) -> bool:
    return (
        isinstance(event.get("id"), str)
        and isinstance(event.get("title", ""), str)
        and _is_own_date(event.get("date"))
        and bool({"date", "title"} & event.keys())
    )


def _is_own_date(value: object) -> bool:
    """Whether it is null or EDTF, or a text that is no date in any form."""
    if not isinstance(value, str):
        return value is None
    try:
        parse_edtf(value)
    except DateError:
        return not _is_date_of_tables(value)
    return True


def _is_date_of_tables(text: str) -> bool:
    try:
        parse_tabular(text)
    except DateError:
        return is_ambiguous(text)
    return True


def speaks_otherwise(event: dict[str, Any]) -> bool:
    """Whether a key that is not ours is a name for what no key of ours says in the event."""
    return any(
        folded(key) in names and role not in event
        for key in event.keys() - _EVENT_KEYS
        for role, names in ROLES.items()
        if role not in OF_TIMES
    )


def _times_otherwise(event: dict[str, Any]) -> bool:
    """Whether a time of day, or a zone, stands beside a date that does not have it."""
    times = {key for key in event.keys() - _EVENT_KEYS if any(folded(key) in ROLES[role] for role in _OF_DAYS)}
    date = str(event.get("date"))
    return any(event[key] is not None and not all(end in date for end in str(event[key]).split("/")) for key in times)
