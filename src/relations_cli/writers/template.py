"""A text of the reader's own a row, with values of fields in braces: ``{date} {title}``, as Python's format strings.

No more of these is taken than fields and how wide they are: nothing is looked up in a value, and nothing is called.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from relations_cli.errors import VALUE, UsageError
from relations_cli.escaping import shown_line, visible
from relations_cli.query.answer import Answer
from relations_cli.query.fields import field_of
from relations_cli.query.table import Field, Table
from relations_cli.writers.cells import cell
from relations_cli.writers.format import How

_WIDEST = 1000
"""Columns of a value: more is a slip, and a number of many digits would fill the memory."""
_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_SPEC = re.compile(r"(?:(.)?([<>^=]))?([-+ ]?)(0?)(\d*)([,_]?)(?:\.(\d+))?([sdefg]?)", re.DOTALL)


class Value(Struct, frozen=True):
    """A field in braces."""

    field: Field
    spec: str
    """Python's format specification of it."""

    def of(self, row: object) -> str:
        """Its value in a row, on one line and as wide as it is to be."""
        value = self.field.get(row)
        if value is None or self.field.kind != "number":
            return _set(cell(value), self.spec if self.field.kind != "number" else f"{_width(self.spec) or ''}")
        try:
            return visible(format(value, self.spec))
        except (OverflowError, ValueError):  # a number that is no such number, or too large for one
            return cell(value)


Part = str | Value


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A text a row, with values as tsv shows them."""
    parts = parsed(how.template, answer.table)
    for row in answer:
        yield "".join([part if isinstance(part, str) else part.of(row) for part in parts]) + how.end


def parsed(template: str, table: Table) -> list[Part]:
    r"""The parts of a template: texts as they are written, with ``\t`` and ``\n`` for what they stand for, and fields.

    Raises:
        UsageError: a brace that stands alone, with its place; a field that the table does not have, with the nearest; a
            width or a form that the field cannot have.
    """
    parts: list[Part] = []
    for match in _PART.finditer(template):
        text, place = match[0], match.start() + 1
        if text in ("{", "}"):
            hint = f"write {text * 2} for a brace, and {{title}} for a field"
            raise UsageError("template", text, f"{VALUE} at character {place} has no other brace", hint)
        if match[1] is not None:
            parts.append(_value(match[1], place, table))
        else:
            parts.append(text[0] if text in ("{{", "}}") else _literal(text))
    return parts


def _literal(text: str) -> str:
    meant = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}
    return visible(re.sub(r"\\[tn\\]", lambda match: meant[match[0]], text))


def _value(text: str, place: int, table: Table) -> Value:
    name, _, spec = text.partition(":")
    name, bang, conversion = name.partition("!")
    field = field_of(table, name.strip(), "template")
    if bang and conversion != "s":
        raise _wrong(f"!{conversion}", place, "leave it out")
    found = _SPEC.fullmatch(spec)
    sizes = [size for size in (found[5], found[7]) if size] if found is not None else ["9" * 9]
    if any(len(size) > len(str(_WIDEST)) or int(size) > _WIDEST for size in sizes):
        raise _wrong(spec, place, f"write a width up to {_WIDEST:,}, as in {{title:<40}} or {{n:>5}}")
    try:
        format(0 if field.kind == "number" else "", spec)
    except ValueError:
        kind = "a number" if field.kind == "number" else "a text"
        raise _wrong(spec, place, f"{field.name} is {kind}: as in {{title:<40}} or {{n:>5}}") from None
    return Value(field, spec)


def _wrong(what: str, place: int, hint: str) -> UsageError:
    return UsageError("template", what, f"{VALUE} in the braces at character {place} is no form of a field", hint)


def _width(spec: str) -> int:
    found = _SPEC.fullmatch(spec)
    return int(found[5] or 0) if found else 0


def _set(text: str, spec: str) -> str:
    """The text on one line, cut and filled as the specification says; its width is that of the cells of a terminal."""
    found = _SPEC.fullmatch(spec)
    shown = shown_line(text)
    if found is None or not spec:
        return shown
    if found[7] is not None:
        shown = shown_line(shown[: int(found[7])])
    fill, align = found[1] or found[4] or " ", found[2] or "<"
    free = max(int(found[5] or 0) - _cells(shown), 0)
    before = {"<": 0, ">": free, "^": free // 2}[align]
    return visible(fill) * before + shown + visible(fill) * (free - before)


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(unicodedata.category(one) in ("Mn", "Me", "Cf") for one in text)
