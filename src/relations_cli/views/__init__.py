"""What people look at: the only folder that knows Rich, which its modules load when they draw."""

from collections.abc import Callable
from typing import NamedTuple


class Screen(NamedTuple):
    """What the output can show."""

    terminal: bool
    width: int
    """Columns."""
    colour: bool
    unicode: bool
    """Whether it takes every glyph; otherwise their ASCII twins are used."""


View = Callable[[Screen], str]
"""Draws an answer for a screen."""
