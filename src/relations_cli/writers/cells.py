"""One value as the text of one cell: what tsv and csv share."""

import msgspec

SEPARATOR = ";"
"""Between several values in one cell."""


def cell(value: object) -> str:
    """The text of a value: nothing for None, values of a list joined by semicolons, JSON for what has parts."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join([one if isinstance(one, str) else cell(one) for one in value])
    if isinstance(value, (int, float)):
        return str(value)
    return msgspec.json.encode(value).decode() if value else ""
