"""What people look at: the only folder that knows Rich, which its modules load when they draw."""

from collections.abc import Callable
from typing import Literal, get_args

from relations_cli.screen import Screen
from relations_cli.writers.format import Format

Lane = Literal["type", "tag", "actor", "proposition"]
LANES: tuple[Lane, ...] = get_args(Lane)
"""What may make a lane of events."""

View = Callable[[Screen], str]
"""Draws an answer for a screen."""

FORMATS = (
    Format(
        name="table",
        meaning="on a terminal the default",
        keeps="what a person looks for, as wide as the terminal",
        loses="the other fields",
        home="views.drawing:table",
    ),
    Format(
        name="timeline",
        meaning="drawn",
        takes="events",
        keeps="dates as bars on an axis, with titles",
        loses="the other fields",
        home="views.drawing:timeline",
    ),
    Format(
        name="svg",
        suffixes=(".svg",),
        keeps="the table or the drawn timeline as a picture, light and dark",
        loses="the other fields",
        home="views.drawing:svg",
    ),
)
"""The formats that are drawn."""
