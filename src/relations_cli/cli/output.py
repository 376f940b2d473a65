"""An answer in the form asked for: which format, for whom, where to."""

import os
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from relations_cli.cli.options import Look, Shape
from relations_cli.cli.settings import settings
from relations_cli.cli.streams import complain, screen, write
from relations_cli.errors import ExitCode, UsageError
from relations_cli.escaping import quoted
from relations_cli.query.answer import Answer, Field
from relations_cli.query.fields import chosen
from relations_cli.suggesting import one_of
from relations_cli.views import Screen, View, view_named
from relations_cli.writers import SUFFIXES, WRITERS, default_fields, writer

TABLE = "table"
TIMELINE = "timeline"
SVG = "svg"
_SVG_WIDTH = 100


def emit(
    answer: Answer[Any], shape: Shape, *, view: View | str = TABLE, look: Look | None = None, plain: str = ""
) -> int:
    """Write an answer in the form asked for, say what was left out, and give the exit code.

    Args:
        answer: the rows.
        shape: the options on form.
        view: draws the answer for people, or the name of the view that does.
        look: the options on how events are drawn.
        plain: the format in a pipe; "table" is the view, drawn without colour.

    Raises:
        UsageError: there is no such format or field.
        OutputError: the result could not be written.
    """
    names = shape.json or shape.fields
    if names == "help":
        write(f"{field.name}\t{field.meaning}\n" for field in answer.table.fields.values())
        return ExitCode.MATCHED
    fields = chosen(answer.table, names) if names else None
    target = _target(shape, look)
    drawing = _Drawing(answer, fields, view, look)
    if target.path is not None:
        text = drawing.svg() if target.format == SVG else _whole(answer, target.format, fields)
        from relations_cli.cli.files import write_file

        write_file(target.path, text, force=shape.force)
    else:
        _show(drawing, target, shape, "" if fields else plain)
    for note in answer.notes:
        complain(note)
    _say_left_out(answer)
    return ExitCode.MATCHED if answer.rows and answer.matched else ExitCode.NOTHING


class _Target(NamedTuple):
    format: str
    """Empty: the default of a terminal or a pipe."""
    path: str | None
    """Empty: standard output."""
    drawn: str = ""
    """For svg, which view it holds; empty: the command's own."""


class _Drawing(NamedTuple):
    """What people look at of an answer."""

    answer: Answer[Any]
    fields: Sequence[Field] | None
    view: View | str
    look: Look | None

    def draw(self, name: str, shown: Screen) -> str:
        """The view of that name, or the command's own.

        Raises:
            UsageError: a timeline of what are no events.
        """
        return self._view(name)(shown)

    def svg(self, name: str = "", shown: Screen | None = None) -> str:
        """A view as a picture, as wide as the screen."""
        from relations_cli.views.svg import picture  # Rich: 30 ms

        width = shown.width if shown is not None and shown.terminal else _SVG_WIDTH
        drawn = self.draw(name, Screen(terminal=True, width=width, colour=True))
        return picture(drawn, width, self.answer.chronology.title)

    def _view(self, name: str) -> View:
        lanes = self.look.lanes if self.look else None
        if name == TIMELINE or (lanes and not name):
            if not self.answer.table.whole:
                raise UsageError("-o timeline: draws events only: use it with list, search, around or show")
            return view_named("lanes", self.answer, by=lanes) if lanes else view_named("timeline", self.answer)
        if self.fields is None and callable(self.view):
            return self.view
        if self.fields is None and self.view != TABLE:
            return view_named(str(self.view), self.answer)
        return view_named(TABLE, self.answer, fields=self.fields, long=bool(self.look and self.look.long))


def _target(shape: Shape, look: Look | None) -> _Target:
    """The format and, for a file, the path that ``-o``, ``--to`` and ``--json`` ask for."""
    output = shape.output or ""
    if shape.json is not None:
        if shape.fields is not None:
            raise UsageError("--json, --fields: both name the fields: give one of them")
        output = output or "json"
    if "." in output or "/" in output or os.sep in output:
        return _file(output, shape.to)
    if output:
        one_of("--output", output, (TABLE, TIMELINE, SVG, *WRITERS))
    elif look is not None and look.lanes:
        output = TIMELINE
    if shape.to == SVG and output in ("", TABLE, TIMELINE):
        return _Target(SVG, None, TIMELINE if output == TIMELINE else "")
    if shape.to is not None:
        raise UsageError("--to: says the format of a file: name the file with -o, or the format alone with -o")
    return _Target(output, None)


def _file(path: str, to: str | None) -> _Target:
    if to is not None:
        return _Target(one_of("--to", to, (SVG, *WRITERS)), path)
    suffixes = SUFFIXES | {".svg": SVG}
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in suffixes:
        known = ", ".join(suffixes)
        raise UsageError(f"--output: {quoted(path)}: the suffix says no format: use one of {known}, or --to FORMAT")
    return _Target(suffixes[suffix], path)


def _show(drawing: _Drawing, target: _Target, shape: Shape, plain: str) -> None:
    chosen_settings = settings()
    shown = screen("never" if shape.no_color else shape.color, chosen_settings.color)
    name = target.format or plain or (TABLE if shown.terminal else "tsv")
    text: str | Iterable[str]
    if name == SVG:
        text = drawing.svg(target.drawn, shown)
    elif name in (TABLE, TIMELINE):
        text = drawing.draw(TIMELINE if name == TIMELINE else "", shown)
    else:
        text = writer(name)(drawing.answer, drawing.fields or default_fields(drawing.answer, name))
        if name.startswith("json") and not shown.unicode:
            from relations_cli.escaping import ascii_json

            text = map(ascii_json, text)
    if not shown.terminal:
        write(text)
        return
    from relations_cli.cli.pager import page

    page("".join(text), shown, wanted=not shape.no_pager, configured=chosen_settings.pager)


def _whole(answer: Answer[Any], name: str, fields: Sequence[Field] | None) -> str:
    if name == "json" and fields is None and answer.table.whole:
        from relations_cli.writers.json import write_chronology

        text, lost = write_chronology(answer)
        if lost:
            references = "reference" if lost == 1 else "references"
            complain(f"{lost} {references} to events and sources outside the selection left out of the file")
        return text
    return "".join(writer(name)(answer, fields or default_fields(answer, name)))


def _say_left_out(answer: Answer[Any]) -> None:
    """Say on standard error what a reader of the rows cannot see: undated events, and why there is nothing."""
    out = answer.left_out
    if out.undated:
        complain(f"{out.undated} undated {_events(out.undated)} left out, which no date filter can place")
    if answer.rows or answer.notes or out.limit:
        return
    if out.later and answer.query.as_of:
        complain(f"nothing matched: {out.later} of {answer.searched} events became known later than --as-of")
    else:
        complain(f"nothing matched, of {answer.searched} {_events(answer.searched)} (dates are inclusive)")


def _events(number: int) -> str:
    return "event" if number == 1 else "events"
