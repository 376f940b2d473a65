"""Terminal or pipe, which format, where to: the only place that writes to standard output."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TextIO

from relations_cli.cli.options import Shape
from relations_cli.errors import ExitCode, OutputError, UsageError
from relations_cli.escaping import one_line, quoted
from relations_cli.query.answer import Answer, Field
from relations_cli.query.fields import chosen
from relations_cli.views import Screen, View
from relations_cli.writers import SUFFIXES, WRITERS, default_fields, writer

TABLE = "table"
_DEFAULT_WIDTH = 80
_ASCII_TWINS = str.maketrans({"–": "-", "—": "-", "…": "...", "·": "-", "‘": "'", "’": "'", "“": '"', "”": '"'})


def screen() -> Screen:
    """The standard output, as the environment describes it (no-color.org, force-color.org)."""
    out = _stdout()
    terminal = out.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    forced = bool(os.environ.get("FORCE_COLOR"))
    return Screen(
        terminal=terminal,
        width=_width(out, terminal=terminal),
        colour=(terminal or forced) and not plain,
        unicode=_is_unicode(out),
    )


def _width(out: TextIO, *, terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(out.fileno()).columns or _DEFAULT_WIDTH if terminal else _DEFAULT_WIDTH
    except OSError:
        return _DEFAULT_WIDTH


def _is_unicode(out: TextIO) -> bool:
    return (out.encoding or "").lower().replace("-", "").startswith("utf")


def _stdout() -> TextIO:
    """Standard output in UTF-8 whatever the locale, unless PYTHONIOENCODING says otherwise.

    Raises:
        OutputError: it is closed.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed: nowhere to write the result to")
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a test's stand-in may have none
        reconfigure(encoding=encoding, errors="backslashreplace", newline="")
    return sys.stdout


def write(text: str | Iterable[str]) -> None:
    """Write a result to standard output. A reader that has gone away is no error: the process ends with code 0.

    Raises:
        OutputError: the write failed.
    """
    out = _stdout()
    try:
        for part in (text,) if isinstance(text, str) else text:
            out.write(part)
        out.flush()
    except OSError as error:
        # What is still buffered would fail once more at exit: send it nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            sys.exit(ExitCode.MATCHED)
        raise OutputError(f"standard output: the result could not be written: {error.strerror}") from None


def complain(message: str) -> None:
    """Write one line to standard error, if there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"timeline: {one_line(message)}\n")
        sys.stderr.flush()
    except OSError:  # nobody is listening; the exit code says it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def emit(answer: Answer[Any], shape: Shape, *, view: View | None = None, plain: str = "") -> int:
    """Write an answer in the form asked for, say what was left out, and give the exit code.

    Args:
        answer: the rows.
        shape: the options on form.
        view: draws the answer for a terminal; a table of the fields where it is not given.
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
    target = _target(shape)
    if target.path is not None:
        _write_file(target.path, _whole(answer, target.format, fields), force=shape.force)
    else:
        _show(answer, fields, target.format or ("" if fields else plain), view)
    for note in answer.notes:
        complain(note)
    _say_left_out(answer)
    return ExitCode.MATCHED if answer.rows and answer.matched else ExitCode.NOTHING


class _Target(NamedTuple):
    format: str
    """Empty: the default of a terminal or a pipe."""
    path: str | None


def _target(shape: Shape) -> _Target:
    """The format and, for a file, the path that ``-o``, ``--to`` and ``--json`` ask for."""
    output = shape.output or ""
    if shape.json is not None:
        if shape.fields is not None:
            raise UsageError("--json, --fields: both name the fields: give one of them")
        output = output or "json"
    is_file = "." in output or "/" in output or os.sep in output
    if not is_file:
        if shape.to is not None:
            raise UsageError("--to: says the format of a file: name the file with -o, or the format alone with -o")
        return _Target(_known(output, "--output", (TABLE, *WRITERS)) if output else "", None)
    if shape.to is not None:
        return _Target(_known(shape.to, "--to", WRITERS), output)
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise UsageError(f"--output: {quoted(output)}: the suffix says no format: use one of {known}, or --to FORMAT")
    return _Target(SUFFIXES[suffix], output)


def _known(name: str, option: str, formats: Iterable[str]) -> str:
    known = list(formats)
    if name in known:
        return name
    from relations_cli.model.vocabulary import nearest

    near = nearest(name, known)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}; a file needs its suffix"
    raise UsageError(f"{option}: there is no format {quoted(name)}: {hint}")


def _show(answer: Answer[Any], fields: Sequence[Field] | None, name: str, view: View | None) -> None:
    shown = screen()
    name = name or (TABLE if shown.terminal else "tsv")
    if name == TABLE:
        if view is None or fields is not None:
            from relations_cli.views.table import table  # Rich: 30 ms

            view = table(answer, fields)
        text = view(shown)
        write(text if shown.unicode else text.translate(_ASCII_TWINS))
        return
    text_parts = writer(name)(answer, fields or default_fields(answer, name))
    if name.startswith("json") and not shown.unicode:
        from relations_cli.escaping import ascii_json

        text_parts = map(ascii_json, text_parts)
    write(text_parts)


def _whole(answer: Answer[Any], name: str, fields: Sequence[Field] | None) -> str:
    if name == "json" and fields is None and answer.table.whole:
        from relations_cli.writers.json import write_chronology

        text, lost = write_chronology(answer)
        if lost:
            references = "reference" if lost == 1 else "references"
            complain(f"{lost} {references} to events that are not in the selection left out of the file")
        return text
    return "".join(writer(name)(answer, fields or default_fields(answer, name)))


def _write_file(path: str, text: str, *, force: bool) -> None:
    """Write the whole file or nothing of it: a reader never sees half a file.

    Raises:
        OutputError: it exists and is not to be overwritten, or it could not be written.
    """
    exists = os.path.exists(path)
    if exists and os.path.isfile(path) and not force:
        raise OutputError(f"{one_line(path)}: exists: --force overwrites it")
    try:
        if exists and not os.path.isfile(path):  # a device or a pipe: replacing it would be a disaster
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        else:
            _replace(os.path.realpath(path), text)  # a link is written through, so that it stays one
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"{one_line(path)}: could not be written: {reason}") from None


def _replace(path: str, text: str) -> None:
    """Write beside the file, then take its place; its permissions stay."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.write(text)
        if os.path.exists(path):
            os.chmod(beside, os.stat(path).st_mode & 0o7777)
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):
            os.remove(beside)


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
