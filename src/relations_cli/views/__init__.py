"""What people look at: the only folder that knows Rich, which its modules load when they draw."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal, get_args

from relations_cli.screen import Screen
from relations_cli.writers.format import Format

Lane = Literal["type", "tag", "actor"]
LANES: tuple[Lane, ...] = get_args(Lane)
"""What may make a lane of events."""

View = Callable[[Screen], str]
"""Draws an answer for a screen."""

VIEWS = {
    "table": ("table", "table"),
    "timeline": ("timeline", "drawn"),
    "lanes": ("lanes", "lanes"),
    "counts": ("bars", "counts"),
    "figures": ("ranges", "figures_view"),
    "contested": ("contest", "contested_view"),
    "terms": ("bars", "terms_view"),
}
"""View: the module and the function that make it of an answer."""


FORMATS = (
    Format(name="table", meaning="on a terminal the default", home="views.drawing:table"),
    Format(name="timeline", meaning="drawn", takes="events", home="views.drawing:timeline"),
    Format(name="svg", suffixes=(".svg",), home="views.drawing:svg"),
)
"""The formats that are drawn."""

__all__ = ["FORMATS", "VIEWS", "Screen", "View", "view_named"]


def view_named(name: str, answer: object, **options: Any) -> View:  # noqa: ANN401 -- each view's own
    """The view of that name, of an answer; its module, and Rich, are loaded now."""
    module, function = VIEWS[name]
    made: View = getattr(import_module(f"relations_cli.views.{module}"), function)(answer, **options)
    return made
