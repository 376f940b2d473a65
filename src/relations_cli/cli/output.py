"""An answer in the form asked for: rendered, sent where it goes, and what was left out said."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack

from msgspec.structs import replace

from relations_cli.cli.destination import Destination, destination
from relations_cli.cli.offered import TABLE, TSV, formats_for
from relations_cli.cli.options import Look, Shape
from relations_cli.cli.session import Session
from relations_cli.cli.streams import complain, say, screen, write
from relations_cli.errors import ExitCode, UsageError, spelt
from relations_cli.query.answer import Answer
from relations_cli.query.fields import chosen
from relations_cli.query.table import Field
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.writers import WHOLE, remarks, rendered
from relations_cli.writers.format import Format, How


class Given(TypedDict, total=False):
    """What a command knows of its answer."""

    view: View | str
    """Draws the answer for people, or the name of the view that does; without it a table."""
    look: Look | None
    """The options on how events are drawn."""
    plain: str
    """The format in a pipe; "table" is the view, drawn without colour."""
    own: Mapping[str, Format]
    """Formats of the command's own, by name."""
    is_search: bool
    """Whether it is worth a word that there are no rows, as it is unless said: it is not of mistakes or differences."""
    detailed: bool
    """Whether a report says everything about each row."""
    histories: Mapping[str, Sequence[Any]] | None
    """With that, by the id of an event how statuses changed."""


def emit(answer: Answer[Any], shape: Shape, session: Session, **given: Unpack[Given]) -> int:
    """Write an answer in the form asked for, say what was left out, and give the exit code.

    Raises:
        UsageError: there is no such format or field.
        OutputError: the result could not be written.
    """
    names = shape.json or shape.fields
    if names == "help":
        return _list_fields(answer, session)
    look, formats = given.get("look") or Look(), formats_for(answer.table, given.get("own"))
    to = destination(shape, look, formats)
    fields = chosen(answer.table, names) if names else None
    answer = _with_gaps(answer, fields, to, look, shape.template)
    how = replace(_how(answer, shape, look, session, given), fields=fields, drawn=to.drawn)
    if to.path is not None and to.format is not None:
        _save(answer, to.format, how, to.path, force=shape.force, described=look.datasette)
    else:
        plain = "" if names else TABLE if look.cite else given.get("plain", "")
        _show(answer, to, how, shape, session, formats, plain)
    _say(answer, session, is_search=given.get("is_search", True))
    return ExitCode.MATCHED if answer.rows and answer.matched else ExitCode.NOTHING


def _how(answer: Answer[Any], shape: Shape, look: Look, session: Session, given: Given) -> How:
    """How the options, and the command, want it rendered, for nobody who looks."""
    view = given.get("view", TABLE)
    if look.cite:
        from relations_cli.views.detail import cited  # only who cites needs it

        view = cited(answer)
    return How(
        screen=Screen(terminal=False, width=80, colour=False, spelling=session.spelling, short=session.short),
        view=view,
        long=look.long,
        lanes=look.lanes,
        template=shape.template or "",
        end="\0" if shape.null else "\n",
        excel=shape.excel,
        numbered=look.numbered,
        detailed=given.get("detailed", False),
        histories=given.get("histories") or {},
    )


def _with_gaps(
    answer: Answer[Any], fields: Sequence[Field] | None, to: Destination, look: Look, template: str | None
) -> Answer[Any]:
    """The answer with the days between its events where the result holds them: of many it takes long."""
    if not answer.table.whole:
        return answer
    is_entry = fields is None and to.format is not None and to.format.name in ("json", "jsonl")
    named = [field.name for field in fields or ()]
    if not (look.gaps or is_entry or "gap" in named or "gap" in (template or "")):
        return answer
    from relations_cli.query.spacing import showing_gaps, with_gaps

    spaced = with_gaps(answer)
    return replace(spaced, table=showing_gaps(spaced.table)) if look.gaps else spaced


def _list_fields(answer: Answer[Any], session: Session) -> int:
    write(f"{field.name}\t{spelt(field.meaning, session.spelling)}\n" for field in answer.table.fields.values())
    return ExitCode.MATCHED


def _save(answer: Answer[Any], format_: Format, how: How, path: str, *, force: bool, described: bool = False) -> None:
    """Write the file; of events with all their fields, a file of json or yaml is a whole chronology.

    Where it is to be described, a file of metadata lies beside it: either both are written or neither.
    """
    if how.fields is None and answer.table.whole:
        format_ = WHOLE.get(format_.name, format_)
    from relations_cli.cli.files import write_file, write_files

    is_pipe = os.path.exists(path) and not os.path.isfile(path)  # or a device, such as standard output by its name
    parts = rendered(format_, answer, replace(how, header=not is_pipe))
    if described:
        write_files({**_description(answer, path), path: parts}, force=force)
    else:
        write_file(path, parts, force=force)
    for remark in remarks(format_, answer, how):
        say(remark, how.screen.spelling)


def _description(answer: Answer[Any], path: str) -> dict[str, list[str]]:
    """What Datasette is told of a database, by the path of the file that has it.

    Raises:
        UsageError: it would be the file of the database.
    """
    from relations_cli.writers.datasette import metadata  # only who asks for it needs it

    folder, name = os.path.split(path)
    beside = os.path.join(folder, "metadata.json")
    if os.path.realpath(beside) == os.path.realpath(path):
        raise UsageError("datasette", None, "writes a file of that name", "name the database otherwise")
    return {beside: [metadata(answer, os.path.splitext(name)[0])]}


def _show(
    answer: Answer[Any],
    to: Destination,
    how: How,
    shape: Shape,
    session: Session,
    formats: Mapping[str, Format],
    plain: str,
) -> None:
    """Write to standard output, through a pager where that is a terminal."""
    shown = screen("never" if shape.no_color else shape.color, session)
    format_ = to.format or formats[plain or (TABLE if shown.terminal else TSV)]
    if shown.terminal and format_.gives == "bytes":
        suffix = format_.suffixes[0] if format_.suffixes else ""
        raise UsageError(
            "output", format_.name, "is no text, and nothing for a terminal", f"name a file: -o out{suffix}"
        )
    parts = rendered(format_, answer, replace(how, screen=shown))
    if not shown.terminal or format_.gives != "text" or shape.null:
        write(parts)
    else:
        from relations_cli.cli.pager import page

        page("".join(map(str, parts)), shown, session, wanted=not shape.no_pager)
    if not format_.columns:  # one with columns has them all, where it is no file
        for remark in remarks(format_, answer, how):
            say(remark, session.spelling)


def _say(answer: Answer[Any], session: Session, *, is_search: bool) -> None:
    """Say on standard error what a reader of the rows cannot see: remarks; undated events, and why there is nothing."""
    for note in answer.notes:
        say(note, session.spelling)
    if not is_search:
        return
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
