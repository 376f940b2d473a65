"""Keys and columns that our writers work out anew: in what is read they say nothing."""

from collections.abc import Container, Mapping
from typing import Any, Final

COMPUTED: Final = frozenset(
    (
        *("lower", "upper", "lower_kind", "upper_kind", "precision", "status", "denied_by"),
        *("rank", "snippet", "distance", "days", "context", "anchor", "origin", "gap"),
    )
)
_OF_TIMES: Final = COMPUTED | {"time", "zone"}


def computed_among(names: Container[str]) -> frozenset[str]:
    """Those that say nothing beside others: a time of day does where our bounds of its date stand beside it."""
    return _OF_TIMES if "lower_kind" in names or ("lower" in names and "upper" in names) else COMPUTED


def computed_in(entry: Mapping[str, Any]) -> frozenset[str]:
    """The same of an entry of our form, of which any fields may have been chosen: what its date says, or nothing."""
    date = str(entry.get("date"))
    ends = [str(entry[name]).split("/") for name in ("time", "zone") if entry.get(name) is not None]
    return _OF_TIMES if all(end in date for both in ends for end in both) else computed_among(entry)
