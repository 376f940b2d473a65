"""A part of an id in place of the whole: the only one that holds it."""

from collections.abc import Iterable

from relations_cli.errors import UsageError
from relations_cli.escaping import shown_line

_CANDIDATES = 4
"""How many of several candidates a message names."""


def by_part(name: str, ids: Iterable[str]) -> str | None:
    """The id that is the name, blind to case, or the only one that holds it; None where none does.

    Raises:
        UsageError: several do.
    """
    wanted = name.casefold()
    parts = [known for known in ids if wanted and wanted in known.casefold()]
    exact = [known for known in parts if known == name] or [known for known in parts if known.casefold() == wanted]
    if exact or len(parts) == 1:
        return (exact or parts)[0]
    if not parts:
        return None
    first = ", ".join(shown_line(known) for known in parts[:_CANDIDATES])
    more = f" and {len(parts) - _CANDIDATES} more" if len(parts) > _CANDIDATES else ""
    raise UsageError("", name, f"is in {len(parts)} ids: {first}{more}", "give more of one")
