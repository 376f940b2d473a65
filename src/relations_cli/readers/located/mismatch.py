"""What msgspec says of a value that is not as its type says, in our words and apart."""

import re
from typing import NamedTuple

import msgspec

from relations_cli.escaping import one_line


class Mismatch(NamedTuple):
    """Why a value is not as its type says, and which."""

    reason: str
    """On one line, as the middle of a sentence."""
    place: str
    """The way to it, as ``$.events[3].date``; a key of an object is ``[...]``."""
    unknown_key: str | None
    """The key that the type does not have, where that is the reason."""


def mismatch_of(error: msgspec.ValidationError) -> Mismatch:
    """The reason and the place in an error of msgspec, which has them in one text."""
    text, mark, place = str(error).rpartition(" - at `")
    text = text if mark else str(error)
    unknown = re.fullmatch("Object contains unknown field `(.*)`", text, re.DOTALL)
    reason = one_line(text[:1].lower() + text[1:]).replace("`", "'")
    return Mismatch(reason, place.removesuffix("`") if mark else "$", unknown[1] if unknown else None)
