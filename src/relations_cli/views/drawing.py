"""The formats that are drawn: a command's own view, the timeline, and either of them as a picture."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from relations_cli.query.answer import Answer
from relations_cli.views import View
from relations_cli.views.named import view_named
from relations_cli.writers.format import How

_SVG_WIDTH = 100
"""Columns of a picture that no terminal gives a width."""


def table(answer: Answer[Any], how: How) -> Iterator[str]:
    """The view of the command, or a table of the fields that were asked for."""
    yield _own(answer, how)(how.screen)


def timeline(answer: Answer[Any], how: How) -> Iterator[str]:
    """The events along a line of time, or along several."""
    yield _timeline(answer, how)(how.screen)


def svg(answer: Answer[Any], how: How) -> Iterator[str]:
    """A picture of either, as wide as the screen."""
    from relations_cli.views.svg import picture  # Rich: 30 ms

    view = _timeline(answer, how) if how.drawn else _own(answer, how)
    width = how.screen.width if how.screen.terminal else _SVG_WIDTH
    drawn = view(replace(how.screen, terminal=True, width=width, colour=True, sixteen=False, encoding="utf-8"))
    yield picture(drawn, width, answer.vocabulary.title)


def _timeline(answer: Answer[Any], how: How) -> View:
    return view_named("lanes", answer, by=how.lanes) if how.lanes else view_named("timeline", answer)


def _own(answer: Answer[Any], how: How) -> View:
    if how.lanes:
        return _timeline(answer, how)
    if how.fields is None and callable(how.view):
        return how.view
    if how.fields is None and isinstance(how.view, str) and how.view != "table":
        return view_named(how.view, answer)
    return view_named("table", answer, fields=how.fields, long=how.long)
