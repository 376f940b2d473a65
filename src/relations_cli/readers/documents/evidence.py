"""What shows that an object of a document is an entry: a date and a text, under names that mean these."""

from collections.abc import Mapping
from typing import Any, Final

from relations_cli.readers.documents.values import is_datable
from relations_cli.readers.entries.computed import COMPUTED, computed_among
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.reading import Reading

_REPORT: Final = frozenset(("failures", "passes", "passed", "failed", "assertions", "suites", "retries", "skipped"))
"""Keys of test reports, of which two show one: a run with a name and a start is no event."""


def is_entry(value: object, reading: Reading) -> bool:
    """Whether it has a date and some text under names that mean these."""
    if not isinstance(value, dict):
        return False
    chosen = reading.options.columns
    if chosen and chosen.get("date") in value:
        return True
    roles = roles_of(names_of(value))
    date = roles.get("date") or roles.get("year")
    has_text = "title" in roles or "summary" in roles or len(roles.get("actors", ())) > 1
    return bool(date) and has_text and len(_REPORT & value.keys()) < 2  # noqa: PLR2004


def names_of(value: Mapping[Any, Any]) -> list[str]:
    """The keys of an entry that can mean something: not those that our writers work out, nor of lists of entries."""
    computed = COMPUTED | computed_among(value)
    return [
        key
        for key, one in value.items()
        if key not in computed and (type(one) is str or one is None or _can_mean(key, one))
    ]


def _can_mean(key: str, value: object) -> bool:
    if not isinstance(value, (dict, list)):
        return True
    roles = roles_of((key,), by_words=False)
    if not {"date", "end", "year"}.isdisjoint(roles):
        return is_datable(value) and not (isinstance(value, list) and "year" in roles)
    has_objects = isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value)
    return not has_objects or {"title", "summary"}.isdisjoint(roles)
