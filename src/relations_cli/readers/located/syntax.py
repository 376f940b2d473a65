"""Decoding JSON with errors that name the file, the line and column, and the place in the document."""

import re
from typing import Any

import msgspec

from relations_cli.errors import DataError
from relations_cli.escaping import one_line, quoted
from relations_cli.readers.located.places import Places, path_of
from relations_cli.readers.reading import Position, placed

_TOO_DEEP = "nested too deep to be a chronology"


def decode(data: bytes, name: str, *, line: int = 1) -> Any:  # noqa: ANN401 -- it is whatever the document holds
    """The value of a JSON document that begins on the given line of its file.

    Raises:
        DataError: it is not JSON; with line and column.
    """
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise located(error, data, name, line=line) from None


def located(
    error: Exception, data: bytes, name: str, root: type[msgspec.Struct] | None = None, *, line: int = 1
) -> DataError:
    """The error of a decode as one line: file, line and column where the syntax is wrong, else path and reason."""
    if isinstance(error, RecursionError):
        return DataError(f"{one_line(name)}: {_TOO_DEEP}")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return DataError(f"{one_line(name)}:{line}:1: UTF-16: save it as UTF-8")
    if isinstance(error, msgspec.ValidationError):
        reason, _, place = str(error).partition(" - at ")
        place = place.strip("`") or "$"
        return DataError(f"{placed(name, _position_of(place, data))}: {_plain(reason, root)} @ {place}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as bad:
        row, column = _position(data, bad.start)
        return DataError(
            f"{one_line(name)}:{row + line - 1}:{column}: not UTF-8 (byte 0x{data[bad.start]:02x}): save it as UTF-8"
        )
    return _syntax_error(error, text, name, line)


def _syntax_error(error: Exception, text: str, name: str, line: int) -> DataError:
    import json  # its messages carry line and column; msgspec's only sometimes a byte

    try:
        json.loads(text)
    except json.JSONDecodeError as bad:
        reason = bad.msg[0].lower() + bad.msg[1:]
        return DataError(f"{one_line(name)}:{bad.lineno + line - 1}:{bad.colno}: no valid JSON: {reason}")
    except RecursionError:
        return DataError(f"{one_line(name)}: {_TOO_DEEP}")
    place = re.search(r"\(byte (\d+)\)", str(error))
    row, column = _position(text.encode(), int(place[1])) if place else (1, 1)
    return DataError(f"{one_line(name)}:{row + line - 1}:{column}: no valid JSON: {one_line(str(error)).lower()}")


def key_given_twice(data: bytes) -> tuple[str | int, Position] | None:
    """The first key that an object of a valid document has twice, and where: decoders keep the last in silence."""
    import json

    twice = []

    def take(pairs: list[tuple[str, Any]]) -> None:
        if len(dict(pairs)) < len(pairs):
            twice.append(True)

    try:
        text = data.decode()
        json.loads(text, object_pairs_hook=take, parse_int=str, parse_float=str)
        if not twice:
            return None
        places = Places(text)
    except (ValueError, IndexError, TypeError, RecursionError):
        return None
    first = places.duplicates[0]
    return first.path[-1], places.position(first.offset)


def _position_of(place: str, data: bytes) -> Position | None:
    """Line and column of a value."""
    try:
        places = Places(data.decode())
    except (ValueError, IndexError, TypeError, RecursionError):  # no valid JSON behind the place
        return None
    return places.position(places.offset(path_of(place)))


def _position(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a byte."""
    before = data[:offset]
    last_line = before[before.rfind(b"\n") + 1 :]
    return before.count(b"\n") + 1, len(last_line.decode("utf-8", "replace")) + 1


def _plain(reason: str, root: type[msgspec.Struct] | None) -> str:
    """Msgspec's reason; an unknown key gets the nearest of the keys that the model knows."""
    key = re.fullmatch(r"Object contains unknown field `(.*)`", reason, re.DOTALL)
    if key is None or root is None:
        return one_line(reason[0].lower() + reason[1:]).replace("`", "'")
    from relations_cli.model.facts import Actor, Claim, Event, Figure, Proposition, Source
    from relations_cli.suggesting import nearest

    structs = (root, Event, Proposition, Claim, Source, Actor, Figure)
    known = dict.fromkeys(field.encode_name for struct in structs for field in msgspec.structs.fields(struct))
    near = nearest(key[1], known)
    hint = f"did you mean {' or '.join(near)}?" if near else "put keys of your own under 'extra'"
    return f"unknown key {quoted(key[1])}: {hint}"
