"""Rows as YAML (https://yaml.org/spec/1.2.2/): maps by the names of their fields; events as a whole chronology.

A text stands plain where every reader takes it for that text, as several lines where it has them, else in quotes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import msgspec
from msgspec.structs import fields as struct_fields

from relations_cli.escaping import ascii_json, json_text
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.fields import shown_fields
from relations_cli.writers.chronology import left_out, selection
from relations_cli.writers.format import How

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ,.()/'’%&;!?+=@$<>–—-]|:(?=[\w/]))*")
_IN_A_LINE: Final = re.compile(r"[^\W\d_][\w.-]*(?: [\w.-]+)*")
"""What is plain in a list on one line, where commas part and brackets end."""
_KEY: Final = re.compile(r"[A-Za-z_$][\w$.-]*", re.ASCII)
_WORDS: Final = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
"""Words that YAML 1.1 or 1.2 takes for something else."""
_WIDTH: Final = 100
_LONGEST_KEY: Final = 900
"""A key in front of its colon ends within 1,024 characters (section 7.4.2)."""
_ESCAPE: Final = re.compile(r"\\u(d[89ab]..)\\u(d[c-f]..)|\\.|[\ufffe\uffff]")


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """A list of maps, a row each; of facts by their names one map, of events with all their fields a chronology."""
    writer = _Writer(is_unicode=how.screen.unicode)
    if answer.table.whole and how.fields is None:
        yield from _chronology(selection(answer), writer)
        return
    fields = how.fields or shown_fields(answer.table, "all")
    if answer.table.keyed and how.fields is None:
        name, value = answer.table.fields.values()
        facts = {name.get(row): msgspec.to_builtins(value.get(row)) for row in answer}
        yield writer.document(facts)
        return
    for row in answer:
        yield writer.item(msgspec.to_builtins({field.name: field.get(row) for field in fields}))
    if not answer.rows:
        yield "[]\n"


def _chronology(whole: Chronology, writer: "_Writer") -> Iterator[str]:
    """The chronology, an event after the other; what is empty is not said."""
    for field in struct_fields(Chronology):
        value = getattr(whole, field.name)
        if field.name == "events":
            yield "events:\n" if value else "events: []\n"
            for event in value:
                yield writer.item(msgspec.to_builtins(event))
        elif value is not None and value != {}:
            yield writer.document({field.encode_name: msgspec.to_builtins(value)})


class _Writer:
    """Values as lines."""

    def __init__(self, *, is_unicode: bool) -> None:
        """For an output that takes every character, or ASCII alone."""
        self._is_unicode = is_unicode

    def document(self, value: Mapping[str, Any]) -> str:
        """A map at the left."""
        return "".join(self._map(value, "")) if value else "{}\n"

    def item(self, value: Mapping[str, Any]) -> str:
        """A map as an entry of a list at the left."""
        return "".join(self._entry(value, ""))

    def _map(self, value: Mapping[str, Any], indent: str) -> Iterator[str]:
        for name, one in value.items():
            key = name if _is_plain_key(name) else self._quoted(name)
            before = f"{indent}? {key}\n{indent}:" if len(key) > _LONGEST_KEY else f"{indent}{key}:"
            yield from self._value(one, before, indent)

    def _value(self, value: Any, before: str, indent: str) -> Iterator[str]:  # noqa: ANN401 -- any value of JSON
        """A value behind what stands before it on its line."""
        if isinstance(value, dict) and value:
            yield f"{before}\n"
            yield from self._map(value, f"{indent}  ")
        elif isinstance(value, list | tuple) and value:
            line = self._line(value)
            if line is not None and len(before) + len(line) < _WIDTH:
                yield f"{before} {line}\n"
                return
            yield f"{before}\n"
            for one in value:
                yield from self._entry(one, indent)
        else:
            yield f"{before} {self._scalar(value, indent)}\n"

    def _entry(self, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
        """An entry of a list, whose first line begins with its dash."""
        if isinstance(value, dict) and value:
            first, *others = self._map(value, f"{indent}  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from others
        elif isinstance(value, list | tuple) and value:
            yield f"{indent}-\n"
            for one in value:
                yield from self._entry(one, f"{indent}  ")
        else:
            yield f"{indent}- {self._scalar(value, indent)}\n"

    def _line(self, values: Sequence[Any]) -> str | None:
        """A list on one line; None where its entries are not all short texts."""
        if not all(isinstance(one, str) for one in values):
            return None
        return f"[{', '.join(self._text(one, _IN_A_LINE) for one in values)}]"

    def _scalar(self, value: Any, indent: str) -> str:  # noqa: ANN401
        if isinstance(value, str):
            return ("\n" in value and self._lines(value, indent)) or self._text(value, _PLAIN)
        if isinstance(value, float):  # YAML 1.1 wants a point
            return re.sub(r"^(-?\d+)e", r"\1.0e", repr(value)) if value == value else "null"  # noqa: PLR0124
        return msgspec.json.encode(value).decode()

    def _text(self, text: str, plain: re.Pattern[str]) -> str:
        if not plain.fullmatch(text) or text[-1] == " " or text.lower() in _WORDS:
            return self._quoted(text)
        if text.isascii():  # nothing that is plain and ASCII has an escape
            return text
        quoted = self._quoted(text)
        return text if quoted == f'"{text}"' else quoted

    def _quoted(self, text: str) -> str:
        """The text in double quotes, which are JSON's but for a code of its own for what lies beyond four digits."""
        encoded = json_text(msgspec.json.encode(text).decode())
        if not self._is_unicode:
            encoded = ascii_json(encoded)
        return encoded if "\\" not in encoded and encoded.isprintable() else _ESCAPE.sub(_escape, encoded)

    def _lines(self, text: str, indent: str) -> str:
        """A text of several lines as it stands there; empty where it needs quotes."""
        first, *others = text.split("\n")
        if not text[-1].strip() or first[:1].isspace() or not first:
            return ""
        if any(line and not line.strip() for line in others) or self._quoted(text) != _with_breaks(text):
            return ""
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in (first, *others))


@lru_cache(512)
def _is_plain_key(name: str) -> bool:
    return _KEY.fullmatch(name) is not None and name.lower() not in _WORDS


def _with_breaks(text: str) -> str:
    """In double quotes, where nothing has to be escaped but quotes, backslashes and line breaks."""
    return '"' + text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") + '"'


def _escape(match: re.Match[str]) -> str:
    """What JSON says with two codes, and YAML with one; characters that YAML does not allow as they are."""
    if match[1]:
        high, low = int(match[1], 16), int(match[2], 16)
        return f"\\U{0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF):08x}"
    return match[0] if match[0].startswith("\\") else f"\\u{ord(match[0]):04x}"


__all__ = ["left_out", "write"]
