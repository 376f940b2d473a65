"""Keys and columns that our writers work out anew: in what is read they say nothing."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

COMPUTED_BY_US: Final = frozenset(("lower", "upper", "precision"))
"""What of it shows that a table or an entry is ours: others may know a status or a rank of their own."""
COMPUTED: Final = frozenset(
    (
        *("lower", "upper", "lower_kind", "upper_kind", "precision", "status", "denied_by"),
        *("rank", "snippet", "distance", "days", "context", "anchor", "origin", "gap"),
    )
)
_OURS: Final = COMPUTED | {"time", "zone"}


def computed_among(names: Iterable[str]) -> frozenset[str]:
    """What says nothing among the names of a table or an entry: nothing, unless it is ours."""
    return _OURS if set(names) >= COMPUTED_BY_US else frozenset()


def computed_in(entry: Mapping[str, Any]) -> frozenset[str]:
    """The same of an entry of our form, of which any fields may have been chosen; a time that its date lacks stays."""
    date = str(entry.get("date"))
    ends = [str(entry[name]).split("/") for name in ("time", "zone") if entry.get(name) is not None]
    is_said = set(entry) >= COMPUTED_BY_US or all(end in date for both in ends for end in both)
    return _OURS if is_said else COMPUTED
