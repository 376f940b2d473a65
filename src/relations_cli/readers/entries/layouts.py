"""The tables and documents of known programs, and what names mean there that mean something else elsewhere."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

Meaning = Mapping[str, tuple[str, ...]]
"""Role: the names that have it, best first. Under the empty role stand those that have none here."""

_PLASO: Final[Meaning] = {"date": ("datetime",), "title": ("message",), "": ("timestamp", "source", "tag")}
_PLASO_L2T: Final[Meaning] = {
    "title": ("short",),
    "summary": ("desc",),
    "": ("source", "type", "user", "host"),
}
_TASKWARRIOR: Final[Meaning] = {
    "date": ("due", "scheduled", "end", "entry"),
    "title": ("description",),
    "id": ("uuid",),
    "tags": ("tags", "project"),
    "": ("id", "start", "until", "wait", "modified"),
}
_JSON_FEED: Final[Meaning] = {
    "date": ("datepublished",),
    "title": ("title",),
    "summary": ("contenttext", "contenthtml", "summary"),
    "sources": ("url", "externalurl"),
    "": ("datemodified",),
}
_LAYOUTS: Final[tuple[tuple[frozenset[str], Meaning], ...]] = (
    (frozenset(("description", "entry", "uuid")), _TASKWARRIOR),
    (frozenset(("message", "datetime", "timestampdesc")), _PLASO),
    (frozenset(("date", "time", "timezone", "macb", "sourcetype", "short", "desc")), _PLASO_L2T),
    (frozenset(("id", "contenthtml")), _JSON_FEED),
    (frozenset(("id", "contenttext")), _JSON_FEED),
)
"""The names that show a program (Taskwarrior's export, Plaso's and Timesketch's tables, JSON Feed 1.1)."""


def meaning_of(names: AbstractSet[str]) -> Meaning:
    """What the names, folded, mean in the program that they show; empty where they show none."""
    return next((meaning for shown, meaning in _LAYOUTS if shown <= names), {})
