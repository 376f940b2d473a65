"""Keys and columns that our writers work out anew: in what is read they say nothing."""

from typing import Final

COMPUTED: Final = frozenset(
    (
        *("lower", "upper", "lower_kind", "upper_kind", "precision", "status", "denied_by"),
        *("rank", "snippet", "distance", "days", "context", "anchor", "origin", "gap"),
    )
)
