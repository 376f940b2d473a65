"""Keys and columns that our writers work out anew: in what is read they say nothing."""

from collections.abc import Container
from typing import Final

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
