"""The views that a command or a format names."""

from importlib import import_module
from typing import Any

from relations_cli.views import View

VIEWS = {
    "table": ("table", "table"),
    "timeline": ("timeline", "drawn"),
    "lanes": ("lanes", "lanes"),
    "counts": ("bars", "counts"),
    "cross": ("cross", "cross_view"),
    "figures": ("ranges", "figures_view"),
    "one scale": ("ranges", "one_scale_view"),
    "contested": ("contest", "contested_view"),
    "terms": ("bars", "terms_view"),
    "claims": ("claims", "claims_view"),
    "news": ("news", "news"),
    "tasks": ("tasks", "tasks"),
    "overview": ("overview", "overview"),
    "problems": ("problems", "problems"),
}
"""View: the module and the function that make it of an answer."""


def view_named(name: str, answer: object, **options: Any) -> View:  # noqa: ANN401 -- each view's own
    """The view of that name, of an answer; its module, and Rich, are loaded now."""
    module, function = VIEWS[name]
    made: View = getattr(import_module(f"relations_cli.views.{module}"), function)(answer, **options)
    return made
