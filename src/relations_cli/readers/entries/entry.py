"""What a foreign file says of one event, before its date is read and its id is made."""

from typing import Any

from msgspec import Struct

from relations_cli.model.facts import Source
from relations_cli.readers.located.positions import Position


class Entry(Struct, kw_only=True):
    """The texts of an entry; an empty one is missing."""

    position: Position | None = None
    """Where it stands in the file."""
    date: str = ""
    """As the file has it."""
    end: str = ""
    """The last day, as the file has it."""
    unread: str = ""
    """Of its date as written, what cannot be read, where it has none for that reason."""
    start: str = ""
    """The first day beside a date that may say less: then the end is that of the start."""
    hours: tuple[str, ...] = ()
    """Names under ``extra`` that say nothing more where the date has their times."""
    edtf: str | None = None
    """The date, where the format leaves nothing open about it."""
    title: str = ""
    summary: str = ""
    type: str = ""
    note: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    own: dict[str, Any] = {}
    """Keys of ours with the values of ours, such as claims."""
    extra: dict[str, Any] = {}
    """Keys that are not ours."""
