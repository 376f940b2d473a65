"""Keys and columns that our writers work out anew: in what is read they say nothing."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from relations_cli.model.bundled import BUNDLED
from relations_cli.model.facts import Event
from relations_cli.model.status import STATUSES
from relations_cli.readers.reading import suffix_of

COMPUTED_BY_US: Final = frozenset(("lower", "upper", "precision"))
"""What of it shows that a table or an entry is ours: others may know a status or a rank of their own."""
COMPUTED: Final = frozenset(
    (
        *("lower", "upper", "lower_kind", "upper_kind", "precision", "status", "denied_by"),
        *("rank", "snippet", "distance", "days", "context", "anchor", "origin", "gap"),
    )
)
_OF_BOOKS: Final = frozenset(("lower", "upper", "date in words"))
"""What shows that a table is a sheet of ours."""
_SUFFIX: Final = re.compile(r"\.[a-z]{2,8}")
_FIELDS: Final = frozenset(field.encode_name for field in msgspec.structs.fields(Event))
_OURS: Final = COMPUTED | {"time", "zone"}


def computed_among(names: Iterable[str]) -> frozenset[str]:
    """What says nothing among the names of a table or an entry: nothing, unless it is ours."""
    given = set(names)
    return _OURS | _OF_BOOKS if given >= COMPUTED_BY_US or given >= _OF_BOOKS else frozenset()


def may_be_ours(names: Iterable[str]) -> bool:
    """Whether a table may be one of ours of which fields were chosen, so that an origin in it is worked out."""
    return {"id", "date", "title"} <= set(names) <= _OURS | _FIELDS


def computed_in(entry: Mapping[str, Any]) -> frozenset[str]:
    """The same of an entry of our form, of which any fields may have been chosen; a time that its date lacks stays.

    So does a status that is none of ours, and an origin without a suffix.
    """
    if set(entry) >= COMPUTED_BY_US:
        return _OURS
    date = str(entry.get("date"))
    ends = [str(entry[name]).split("/") for name in ("time", "zone") if entry.get(name) is not None]
    others = {"origin"} if not names_file(entry.get("origin")) else set()
    others |= {"status"} if entry.get("status") not in (None, *STATUSES) else set()
    return (_OURS if all(end in date for both in ends for end in both) else COMPUTED) - others


def names_file(origin: object) -> bool:
    """Whether an origin may be one that we worked out: a file, or none."""
    return origin in {None, "", BUNDLED, "-"} or (
        isinstance(origin, str) and _SUFFIX.fullmatch(suffix_of(origin)) is not None
    )
