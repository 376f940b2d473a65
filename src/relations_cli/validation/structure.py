"""Whether a document has the shape of a chronology: keys, required ones, and the type of each value."""

import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from relations_cli.escaping import quoted
from relations_cli.readers.located.mismatch import mismatch_of
from relations_cli.readers.located.places import Path
from relations_cli.suggesting import nearest
from relations_cli.validation.problems import Finding


def misshapen(value: Any, type_: Any, path: Path = ()) -> Iterator[Finding]:  # noqa: ANN401 -- any JSON, any type
    """Everything below a value that is not as its type says, by the rules of the readers, which stop at the first."""
    origin = get_origin(type_)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(type_) if option is not type(None)]
        if value is None and len(options) < len(get_args(type_)):
            return
        if len(options) == 1:
            type_, origin = options[0], get_origin(options[0])
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        yield from _struct(value, type_, path)
    elif origin is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            yield from misshapen(item, get_args(type_)[0], (*path, index))
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from misshapen(item, get_args(type_)[1], (*path, key))
    else:
        yield from _scalar(value, type_, path)


def _struct(value: Any, type_: type[msgspec.Struct], path: Path) -> Iterator[Finding]:  # noqa: ANN401
    if not isinstance(value, dict):
        yield Finding(path, f"expected an object, got {_kind(value)}")
        return
    known = {field.encode_name: field for field in fields(type_)}
    for key, item in value.items():
        field = known.get(key)
        if field is None:
            yield Finding((*path, key), _unknown(key, known), at_key=True)
        elif item is None and not field.required and type(None) not in get_args(field.type):
            yield Finding((*path, key), "null: leave the key out where there is no value")
        else:
            yield from misshapen(item, field.type, (*path, key))
    for name, field in known.items():
        if field.required and name not in value:
            yield Finding(path, f"the required key '{name}' is missing")


def _unknown(key: str, known: dict[str, FieldInfo]) -> str:
    near = nearest(key, known)
    own = "; keys of your own go under 'extra'" if "extra" in known else ""
    meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    return f"unknown key {quoted(key)}: {meant}{own}"


def _scalar(value: Any, type_: Any, path: Path) -> Iterator[Finding]:  # noqa: ANN401
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        reason = mismatch_of(error).reason
        choices = [option for option in get_args(type_) if isinstance(option, str)]
        if choices and isinstance(value, str):
            near = nearest(value, choices, most=1)
            meant = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(choices)}"
            reason = f"there is no {quoted(value)}: {meant}"
        yield Finding(path, reason)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
