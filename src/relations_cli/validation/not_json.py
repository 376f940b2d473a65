"""What is no JSON, named for what it is: a trailing comma, a comment, single quotes."""

import json
from typing import Any, NamedTuple

from relations_cli.readers.located.syntax import TOO_DEEP


class NotJson(NamedTuple):
    """The first place where a text is no JSON."""

    offset: int
    reason: str


def decoded(text: str) -> tuple[Any, NotJson | None]:
    """The value of a document, or where and why it is none."""
    try:
        return json.loads(text), None
    except json.JSONDecodeError as error:
        return None, _named(text, error)
    except RecursionError:
        return None, NotJson(0, TOO_DEEP)


def _named(text: str, error: json.JSONDecodeError) -> NotJson:
    if not text.strip():
        return NotJson(0, "the file is empty")
    at, message = error.pos, f"{error.msg[:1].lower()}{error.msg[1:]}"
    found, before = text[at : at + 1], text[:at].rstrip()
    comma = _trailing_comma(text, at, before)
    if comma is not None:
        return NotJson(comma, "a trailing comma: remove it")
    reason = f"no valid JSON: {message}"
    if found == "'":
        reason = "single quotes: JSON strings are in double quotes"
    elif text.startswith(("//", "/*", "#"), at):
        reason = "a comment: JSON has none"
    elif not found:
        reason = f"the file ends too early: {message}"
    elif "control character" in message:
        reason = "a line break or control character inside a string: write it as an escape such as \\n"
    return NotJson(at, reason)


def _trailing_comma(text: str, at: int, before: str) -> int | None:
    """Where the comma before a closing bracket stands, whether a decoder complains of the comma or of the bracket."""
    if text[at : at + 1] == "," and text[at + 1 :].lstrip()[:1] in ("}", "]"):
        return at
    if before.endswith(",") and text[at : at + 1] in ("}", "]"):
        return len(before) - 1
    return None
