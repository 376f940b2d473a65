"""Addresses on the web: links where the terminal has them (OSC 8), however they break."""

from typing import TYPE_CHECKING

from relations_cli.escaping import web_address

if TYPE_CHECKING:
    from rich.style import Style


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    return web_address(text) is not None


def linked(address: str, style: str) -> "Style":
    """The style, which also links the address, in characters that an escape sequence may hold."""
    from rich.style import Style

    return Style.parse(style) + Style(link=web_address(address))
