"""Decoding JSON with errors that name the file, the line and column, and the place in the document."""

import json
import re
from typing import Any, Final

import msgspec

from relations_cli.errors import DataError
from relations_cli.escaping import one_line, quoted
from relations_cli.readers.located.mismatch import Mismatch, mismatch_of
from relations_cli.readers.located.places import Places, path_of
from relations_cli.readers.located.positions import Position, in_bytes

TOO_DEEP: Final = "nested too deep to be a chronology"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


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
    """The error of a decode: with line and column where the syntax is wrong, else with the place too."""
    if isinstance(error, RecursionError):
        return DataError(TOO_DEEP, file=name)
    if isinstance(error, msgspec.ValidationError) and not is_utf_16(data):
        wrong = mismatch_of(error)
        row, column = _position_of(wrong.place, data) or (None, None)
        return DataError(_reason(wrong, root), file=name, line=row, column=column, place=wrong.place)
    try:
        return _syntax_error(error, text_of(data, name, line=line), name, line)
    except DataError as bad:
        return bad


def is_utf_16(data: bytes) -> bool:
    """Whether the bytes begin with its mark."""
    return data[:2] in _UTF_16


def text_of(data: bytes, name: str, *, line: int = 1) -> str:
    """The text of a JSON document that begins on the given line of its file.

    Raises:
        DataError: it is not in UTF-8; with line and column.
    """
    if is_utf_16(data):
        raise DataError("UTF-16: save it as UTF-8", file=name, line=line, column=1)
    try:
        return data.decode()
    except UnicodeDecodeError as bad:
        row, column = in_bytes(data, bad.start)
        reason = f"not UTF-8 (byte 0x{data[bad.start]:02x}): save it as UTF-8"
        raise DataError(reason, file=name, line=row + line - 1, column=column) from None


def _syntax_error(error: Exception, text: str, name: str, line: int) -> DataError:
    try:
        json.loads(text)  # its errors carry line and column; msgspec's only sometimes a byte
    except json.JSONDecodeError as bad:
        reason, row, column = f"{bad.msg[0].lower()}{bad.msg[1:]}", bad.lineno, bad.colno
    except RecursionError:
        return DataError(TOO_DEEP, file=name)
    else:
        byte = re.search(r"\(byte (\d+)\)", str(error))
        row, column = in_bytes(text.encode(), int(byte[1])) if byte else (1, 1)
        reason = one_line(str(error)).lower()
    return DataError(f"no valid JSON: {reason}", file=name, line=row + line - 1, column=column)


def key_given_twice(data: bytes) -> tuple[str | int, Position] | None:
    """The first key that an object of a valid document has twice, and where: decoders keep the last in silence."""
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


def _reason(wrong: Mismatch, root: type[msgspec.Struct] | None) -> str:
    """Msgspec's reason; an unknown key gets the nearest of the keys that the model knows."""
    if wrong.unknown_key is None or root is None:
        return wrong.reason
    from relations_cli.model.facts import Actor, Claim, Event, Figure, Proposition, Source
    from relations_cli.suggesting import did_you_mean, nearest

    structs = (root, Event, Proposition, Claim, Source, Actor, Figure)
    known = dict.fromkeys(field.encode_name for struct in structs for field in msgspec.structs.fields(struct))
    hint = did_you_mean(nearest(wrong.unknown_key, known)) or "put keys of your own under 'extra'"
    return f"unknown key {quoted(wrong.unknown_key)}: {hint}"
