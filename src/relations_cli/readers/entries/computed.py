"""Keys and columns that our writers work out anew: in what is read they say nothing."""

from typing import Final

COMPUTED_BY_US: Final = frozenset(("lower", "upper", "precision"))
"""What of it shows that a table or an entry is ours: others may know a status or a rank of their own."""
COMPUTED: Final = frozenset(
    (
        *("lower", "upper", "lower_kind", "upper_kind", "precision", "status", "denied_by"),
        *("rank", "snippet", "distance", "days", "context", "anchor", "origin"),
    )
)
