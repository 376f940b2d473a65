"""Decoding JSON with errors that name the file, the line and column, and the place in the document."""

from typing import Any, get_args, get_origin

import msgspec

from relations_cli.errors import DataError
from relations_cli.escaping import one_line, quoted
from relations_cli.readers.located.faults import TOO_DEEP, parsed
from relations_cli.readers.located.mismatch import Mismatch, mismatch_of
from relations_cli.readers.located.places import Locate, Path, Place, Places, path_of, place_text
from relations_cli.readers.located.positions import in_bytes, in_text
from relations_cli.readers.located.strict import strict


def decode(data: bytes, name: str, *, line: int = 1) -> Any:  # noqa: ANN401 -- it is whatever the document holds
    """The value of a JSON document that begins on the given line of its file.

    Raises:
        DataError: it is no JSON, has a key twice, or is nested too deep; with line and column.
    """
    try:
        return strict(data)
    except (ValueError, RecursionError) as error:
        raise refusal_of(data, name, line=line, said=str(error)) from None


def refusal_of(data: bytes, name: str, *, line: int = 1, said: str = "") -> DataError:
    """Why a document that begins on the given line of its file is refused as JSON: the first of its faults."""
    try:
        text = text_of(data, name, line=line)
    except DataError as bad:
        return bad
    places, faults = parsed(text)
    if faults:
        fault = faults[0]
        row, column = in_text(text, fault.offset)
        place = place_text(fault.path) if fault.path is not None else ""
        return DataError(fault.told, file=name, line=row + line - 1, column=column, place=place)
    if places is not None and places.duplicates:
        twice = places.duplicates[0]
        row, column = places.position(twice.offset)
        return DataError(key_stands_twice(twice), file=name, line=row + line - 1, column=column)
    return DataError(f"no valid JSON: {one_line(said).lower()}", file=name, line=line, column=1)


def key_stands_twice(twice: Place) -> str:
    """Why a document is refused in which an object has had a key already."""
    return f"the key {quoted(str(twice.path[-1]))} stands twice"


def mistyped(error: msgspec.ValidationError, data: bytes, name: str, root: type[msgspec.Struct]) -> DataError:
    """The error of a document that is JSON and not as its type says: with line and column, and the way to the value."""
    wrong = mismatch_of(error)
    try:
        places = Places(data.decode())
    except RecursionError:
        return DataError(TOO_DEEP, file=name)
    path = _way_to(wrong, places.value, root)
    at = path if wrong.unknown_key is None else (*path, wrong.unknown_key)
    row, column = places.position(places.offset(at, at_key=wrong.unknown_key is not None))
    return DataError(_reason(wrong, path, root), file=name, line=row, column=column, place=wrong.place)


def mismatched(
    error: msgspec.ValidationError,
    document: Any,  # noqa: ANN401 -- any JSON
    name: str,
    root: type[msgspec.Struct],
    locate: Locate,
) -> DataError:
    """The same of a document that is no JSON and was decoded by another."""
    wrong = mismatch_of(error)
    path = _way_to(wrong, document, root)
    at = path if wrong.unknown_key is None else (*path, wrong.unknown_key)
    line, column = locate(at) or (None, None)
    return DataError(_reason(wrong, path, root), file=name, line=line, column=column, place=wrong.place)


def text_of(data: bytes, name: str, *, line: int = 1) -> str:
    """The text of a JSON document that begins on the given line of its file.

    Raises:
        DataError: it is not in UTF-8; with line and column.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as bad:
        row, column = in_bytes(data, bad.start)
        reason = f"not UTF-8 (byte 0x{data[bad.start]:02x}): save it as UTF-8"
        raise DataError(reason, file=name, line=row + line - 1, column=column) from None


def _way_to(wrong: Mismatch, document: Any, root: type[msgspec.Struct]) -> Path:  # noqa: ANN401 -- any JSON
    """The way to a value that is wrong; of those under the keys of a vocabulary, which msgspec does not name."""
    path = path_of(wrong.place)
    if "[...]" not in wrong.place:
        return path
    types = {field.encode_name: field.type for field in msgspec.structs.fields(root)}
    for key, value in document[path[0]].items():
        try:
            msgspec.convert({key: value}, types[str(path[0])])
        except msgspec.ValidationError as error:
            rest = mismatch_of(error).place.removeprefix("$[...]")
            return (*path, key, *path_of(f"${rest}"))
    return path


def _reason(wrong: Mismatch, path: Path, root: type[msgspec.Struct]) -> str:
    """Msgspec's reason; an unknown key gets the nearest of the keys that its object may have."""
    if wrong.unknown_key is None:
        return wrong.reason
    from relations_cli.suggesting import did_you_mean, nearest

    type_ = _type_at(path, root)
    is_object = isinstance(type_, type) and issubclass(type_, msgspec.Struct)
    known = [field.encode_name for field in msgspec.structs.fields(type_ if is_object else root)]
    others = "put keys of your own under 'extra'" if "extra" in known else f"there are {', '.join(known)}"
    return f"unknown key {quoted(wrong.unknown_key)}: {did_you_mean(nearest(wrong.unknown_key, known)) or others}"


def _type_at(path: Path, root: type[msgspec.Struct]) -> Any:  # noqa: ANN401 -- types are loose
    """What the object at the end of a way has to be: entries of arrays and of vocabularies are of one type each."""
    type_: Any = root
    for step in path:
        inner = get_args(type_)
        if inner:
            type_ = inner[-1] if get_origin(type_) is dict else inner[0]
        else:
            type_ = next(field.type for field in msgspec.structs.fields(type_) if field.encode_name == step)
    return type_
