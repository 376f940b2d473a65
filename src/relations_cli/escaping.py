"""What text may reach a terminal, tsv, csv and json: data is hostile until it has passed here."""

import re

# C0 and C1 controls, DEL, the bidi controls U+202A-E and U+2066-9, and lone surrogates, which UTF-8 cannot carry.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_BREAKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_SHOWN = 60
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004


def _json_named(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def visible(text: str) -> str:
    r"""The text with every control character but line feed and tab shown as ``\x1b`` or ``\u202e``."""
    if text.isprintable():
        return text
    return re.sub(f"(?![\n\t])[{_CONTROLS}]", _named, text)


def one_line(text: str) -> str:
    """The text on one line of every tool: each tab and line break becomes a space, other controls are shown."""
    if text.isprintable():
        return text
    return visible(re.sub(f"[{_BREAKS}]", " ", text))


def quoted(value: str, longest: int = 60) -> str:
    """A value as an error message repeats it: on one line, cut where it is long, in single quotes."""
    cut = value if len(value) <= longest else value[: longest - 1] + "…"
    return f"'{one_line(cut)}'"


def shown(text: str) -> str:
    """A date as an error repeats it: quoted, in ASCII, so that no terminal takes it for a command, and cut."""
    return ascii(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")


def csv_text(text: str) -> str:
    """The text as a spreadsheet may open it: what would start a formula is prefixed with an apostrophe.

    A text that starts with an apostrophe itself before such a character gets one more, so that a reader that takes
    one off has the original again. Line feeds, carriage returns and tabs stay, since RFC 4180 quotes them.
    """
    shown = text if text.isprintable() else re.sub(f"(?![\r\n\t])[{_CONTROLS}]", _named, text)
    return "'" + shown if shown.lstrip("'").startswith(_FORMULA_STARTS) else shown


def json_text(encoded: str) -> str:
    r"""An encoded JSON document with every control and bidi character as ``\uXXXX``: it decodes to the same value."""
    return re.sub("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", _json_named, encoded)


def ascii_json(encoded: str) -> str:
    r"""An encoded JSON document in ASCII: it decodes to the same value (RFC 8259, section 7)."""

    def pair(match: re.Match[str]) -> str:
        units = match[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return re.sub(r"[^\x00-\x7f]", pair, encoded)
