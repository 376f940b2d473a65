"""Addresses on the web: links where the terminal has them (OSC 8), however they break."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import Style


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else, in characters that an escape sequence may hold."""
    return re.fullmatch(r"https?://[!-~]+", text) is not None


def linked(address: str, style: str) -> "Style":
    """The style, which also links the address."""
    from rich.style import Style

    return Style.parse(style) + Style(link=address)
