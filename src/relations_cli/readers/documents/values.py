"""Values of a decoded document as texts: of dates, of titles, and of lists of either."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from relations_cli.readers.entries.cell_values import SEPARATORS, several
from relations_cli.readers.entries.date_parts import joined_date
from relations_cli.readers.entries.roles import folded

_DATES: Final = ("datetime", "date", "value", "time", "iso", "timestamp", "seconds", "start", "from", "displaydate")
"""Keys under which an object holds its date."""
_TEXTS: Final = ("rendered", "headline", "en", "value", "text", "name", "title", "label", "content")
"""Keys under which an object holds its text, the likeliest first."""
_NAMES: Final = ("name", "title", "label", "tag", "key", "text", "value", "headline")
_MOST_DAYS: Final = 31


def text_of(value: object) -> str:
    """A single value as text, a list as paragraphs; an object as the text it holds, empty where it holds none."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        parts = {folded(str(key)): one for key, one in value.items() if isinstance(one, str) and one.strip()}
        found = next((parts[key] for key in _TEXTS if key in parts), "")
        return found or (next(iter(parts.values())) if parts and all(len(key) <= len("enus") for key in parts) else "")
    if isinstance(value, list):
        return "\n\n".join(part for part in map(text_of, value) if part)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def date_in(value: object) -> str:
    """A date as text, of a text or a number, of ``{year, month, day}`` or of an object that holds one.

    What is none of these comes out as JSON, so that it is refused where dates are read, not lost.
    """
    if isinstance(value, dict):
        parts = {folded(str(key)): one for key, one in value.items()}
        if parts.get("year") is not None:
            return joined_date(*(text_of(parts.get(key)) for key in ("year", "month", "day")))
        held = next((parts[key] for key in _DATES if parts.get(key) is not None), None)
        return "" if not value else date_in(held) if held is not None else json_of(value)
    if isinstance(value, list):
        if len(value) == 1:
            return date_in(value[0])
        if len(value) > 1 and all(type(one) is int for one in value) and value[0] > _MOST_DAYS:
            return joined_date(*[*map(str, value[:3]), "", ""][:3])
        return json_of(value) if value else ""
    return text_of(value)


def end_in(value: object) -> str:
    """The end that a date as an object may hold beside its start."""
    if not isinstance(value, dict):
        return ""
    parts = {folded(str(key)): one for key, one in value.items()}
    has_start = any(parts.get(key) is not None for key in ("start", "from"))
    held = next((parts[key] for key in ("end", "to", "until") if parts.get(key) is not None), None)
    return date_in(held) if has_start and held is not None else ""


def is_datable(value: object) -> bool:
    """Whether a value can be a date: a text, a number or nothing, or an object that holds one."""
    if isinstance(value, bool):
        return False
    if isinstance(value, dict):
        return bool(value) and not date_in(value).startswith("{")
    return not isinstance(value, list) or not any(isinstance(one, (dict, list)) for one in value)


def texts_of(value: object, *, commas: bool) -> Iterator[str]:
    """The single texts in a value: of a list, of a cell that holds several, of objects that have a name."""
    if isinstance(value, list):
        for one in value:
            yield from texts_of(one, commas=False)
    elif isinstance(value, dict):
        parts = {folded(str(key)): one for key, one in value.items()}
        yield from [name for key in _NAMES if (name := text_of(parts.get(key)))][:1]
    elif isinstance(value, str):
        yield from several(value, marks=f"{SEPARATORS}," if commas else SEPARATORS)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def json_of(value: Any) -> str:  # noqa: ANN401 -- any JSON
    """The value as JSON."""
    return msgspec.json.encode(value).decode()
