"""What people look at: the only folder that knows Rich, which its modules load when they draw."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args


class Screen(NamedTuple):
    """What the output can show."""

    terminal: bool
    width: int
    """Columns."""
    colour: bool
    sixteen: bool = False
    """Whether it has the 16 old colours only, which its user may have chosen."""
    encoding: str = "utf-8"

    @property
    def unicode(self) -> bool:
        """Whether it takes every glyph; otherwise their ASCII twins are used, and escapes for other characters."""
        return self.encoding.lower().replace("-", "").startswith("utf")


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


def view_named(name: str, answer: object, **options: Any) -> View:  # noqa: ANN401 -- each view's own
    """The view of that name, of an answer; its module, and Rich, are loaded now."""
    module, function = VIEWS[name]
    made: View = getattr(import_module(f"relations_cli.views.{module}"), function)(answer, **options)
    return made
