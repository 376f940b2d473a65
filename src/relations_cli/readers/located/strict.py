"""Whether bytes are JSON, for everybody who reads or judges it: one decoder's word, no key twice, not too deep."""

from collections.abc import Iterable
from typing import Any

import msgspec

from relations_cli.limits import NESTING
from relations_cli.model.facts import Chronology
from relations_cli.readers.located.faults import DEEPEST_EXTRA


def strict(data: bytes) -> Any:  # noqa: ANN401 -- it is whatever the document holds
    """The value of a document.

    Raises:
        ValueError: it is no JSON, has a key twice, or is nested deeper than NESTING.
        RecursionError: it is nested deeper than any.
    """
    value = msgspec.json.decode(data)
    if not is_shallow([value]) or not (is_whole(data, value) or _has_each_key_once(data)):
        raise ValueError
    return value


def vouch(data: bytes, chronology: Chronology) -> None:
    """Let a chronology pass that was decoded from the bytes at once, which is faster than to see their values.

    Raises:
        ValueError: they have a key twice, or are nested deeper than NESTING.
    """
    extras = [chronology.extra, *[event.extra for event in chronology.events if event.extra]]
    if not (is_shallow(extras, DEEPEST_EXTRA) and is_whole(data, chronology)):
        strict(data)


def is_whole(data: bytes, value: object) -> bool:
    """Whether it is plain that decoding lost nothing: decoders keep the last of two values in silence.

    A key and its colon are in quotes, and a text has as many when it is encoded anew, unless it has one as an escape.
    So no key is lost where there are as many as before; where there are fewer, some may have been.
    """
    if b"\\u0022" in data:
        return False
    again = bytearray(len(data))  # encode() ends the process where memory ends
    msgspec.json.Encoder().encode_into(value, again)
    return again.count(b'"') == data.count(b'"')


def is_shallow(values: Iterable[Any], deepest: int = NESTING) -> bool:
    """Whether no more arrays and objects stand in each other."""
    level = [one for one in values if type(one) is dict or type(one) is list]
    depth = 0
    while level and depth <= deepest:
        depth += 1
        level = [
            inner
            for one in level
            for inner in (one.values() if type(one) is dict else one)
            if type(inner) is dict or type(inner) is list
        ]
    return depth <= deepest


def _has_each_key_once(data: bytes) -> bool:
    import json

    found = []

    def take(pairs: list[tuple[str, Any]]) -> None:
        if len(dict(pairs)) < len(pairs):
            found.append(True)

    json.loads(data.decode(), object_pairs_hook=take, parse_int=str, parse_float=str)
    return not found
