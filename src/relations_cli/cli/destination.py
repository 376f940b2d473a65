"""Where a result goes, and in which format: what -o, --to and --json say, decided once."""

import os
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.cli.offered import EVERY, SVG, TABLE, TIMELINE, TSV, for_files
from relations_cli.cli.options import Look, Shape
from relations_cli.errors import VALUE, UsageError
from relations_cli.suggesting import one_of
from relations_cli.writers import FEEDS, TEMPLATE
from relations_cli.writers.format import Format


class Destination(Struct, frozen=True, kw_only=True):
    """Where to, and as what."""

    format: Format | None
    """None: a terminal's or a pipe's own."""
    path: str | None = None
    """None: standard output."""
    drawn: bool = False
    """Of a picture: whether it is of the drawn timeline."""


_HINTS = {
    ".html": "a page comes later; --to html-fragment writes a list for a page of yours",
    ".atom": "a feed is of what became known: timeline changes --since DATE",
}
_DATABASE = ".sqlite"
_OF_EVENTS = "use it with list, search, around or show"
_STDOUT = "-"
"""A file that is standard output (POSIX, utility syntax guideline 13)."""


def destination(shape: Shape, look: Look | None, formats: Mapping[str, Format]) -> Destination:
    """Where the options send a result that can be given in these formats.

    Raises:
        UsageError: there is no such format, or the options contradict each other.
    """
    if shape.template is not None:
        _refuse_other_forms(shape, look)
        return Destination(format=TEMPLATE)
    to = _asked(shape, look, formats)
    _refuse_options_of_others(shape, look, to, formats)
    _refuse_columns(shape, to)
    if not shape.null:
        return to
    other = to.format.name if to.format is not None else "--cite" if look is not None and look.cite else TSV
    if other != TSV:
        what = f"ends rows of tsv with NUL, and none of {other}"
        raise UsageError("null", None, what, "leave one of them out, or write -o tsv")
    return replace(to, format=formats[TSV])


def _refuse_options_of_others(shape: Shape, look: Look | None, to: Destination, formats: Mapping[str, Format]) -> None:
    """Refuse options that only another format understands.

    Raises:
        UsageError: one is given.
    """
    for one in formats.values():
        for name in one.options:
            if (getattr(shape, name, False) or getattr(look, name, False)) and to.format is not one:
                raise UsageError(name, None, f"is of {one.name} only", f"write -o {one.name}, or leave it out")
    if look is not None and look.cite and to.format is not None and to.format.name not in {TABLE, TSV}:
        what = f"words the sources as lines of text, and {to.format.name} is none"
        raise UsageError("cite", None, what, "leave one of them out, or write -o bibtex")
    if look is not None and look.datasette and to.path is None:
        raise UsageError("datasette", None, "writes a file beside another", f"name that one: -o out{_DATABASE}")


def _refuse_columns(shape: Shape, to: Destination) -> None:
    """Refuse fields that are asked of a format that has none to choose.

    Raises:
        UsageError: some are.
    """
    if shape.fields and to.format is not None and not to.format.columns:
        what = f"choose columns, and {to.format.name} has none to choose"
        raise UsageError("fields", None, what, "leave them out, or write csv, tsv, json or jsonl")


def _refuse_other_forms(shape: Shape, look: Look | None) -> None:
    """Refuse what says the form of a row beside a template.

    Raises:
        UsageError: something does.
    """
    others = {
        "--fields": shape.fields, "--json": shape.json, "-o": shape.output, "--to": shape.to,
        "--lanes": look.lanes if look is not None else None, "--cite": (look is not None and look.cite) or None,
    }  # fmt: skip
    for name, value in others.items():
        if value is not None:
            raise UsageError("", None, f"--template, {name}: both say what the result is like", "give one of them")
    if not shape.template:
        raise UsageError("template", None, "there is nothing in it", "write fields in braces: '{date} {title}'")


def _asked(shape: Shape, look: Look | None, formats: Mapping[str, Format]) -> Destination:
    """Where the options send it that take a format.

    Raises:
        UsageError: there is no such format, or the options contradict each other.
    """
    output = shape.output or ""
    if shape.json is not None:
        if shape.fields is not None:
            raise UsageError("", None, "--json, --fields: both name the fields", "give one of them")
        output = output or "json"
    if output == _STDOUT:
        if shape.to is None:
            return Destination(format=None)
        in_files = for_files(formats)
        return Destination(format=in_files[one_of("to", shape.to, in_files)])
    if "." in output or "/" in output or os.sep in output:
        return _file(output, shape.to, formats)
    if output:
        output = _named(output, formats)
    elif look is not None and look.lanes:
        output = TIMELINE
    if shape.to == SVG and output in ("", TABLE, TIMELINE):
        return Destination(format=formats[SVG], drawn=output == TIMELINE)
    if shape.to is not None:
        hint = "name the file with -o, or the format alone with -o"
        raise UsageError("to", None, "says the format of a file", hint)
    return Destination(format=formats[output] if output else None)


def _named(name: str, formats: Mapping[str, Format]) -> str:
    """The name of one of the formats.

    Raises:
        UsageError: there is none of that name, or it takes other rows.
    """
    wanted = name.casefold()
    if wanted not in formats and wanted in EVERY:
        raise UsageError("output", wanted, "takes events only", _OF_EVENTS)
    if wanted not in formats and wanted in {one.name for one in FEEDS}:
        raise UsageError("output", wanted, "is a feed of what became known", "use it with changes")
    return one_of("output", name, formats)


def _file(path: str, to: str | None, formats: Mapping[str, Format]) -> Destination:
    """A file, which holds what programs read, or a picture."""
    in_files = for_files(formats)
    if to is not None:
        return Destination(format=in_files[one_of("to", to, in_files)], path=path)
    by_suffix = {suffix: one for one in in_files.values() for suffix in one.suffixes}
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in by_suffix:
        other = next((one.name for one in for_files(EVERY).values() if suffix in one.suffixes), None)
        if other is not None:
            raise UsageError("output", path, f"{VALUE}: {other} takes events only", _OF_EVENTS)
        hint = _HINTS.get(suffix) or f"use one of {', '.join(by_suffix)}, or --to FORMAT"
        raise UsageError("output", path, f"{VALUE}: the suffix says no format", hint)
    return Destination(format=by_suffix[suffix], path=path)
