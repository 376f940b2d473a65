"""Texts of the data as Markdown that says just them: CommonMark, GitHub's and pandoc's."""

import re

from relations_cli.escaping import shown_line, web_address

_MEANS = re.compile(
    r"[\\`*\[\]<|~^$@{]"  # emphasis, code, links, HTML, tables, raised and lowered, mathematics, citations
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, but within words
    r"|&(?=#?\w{1,40};)"  # an entity
    r"|(?<=:)/(?=/)|(?<=[Ww]{3})\."  # what GitHub makes a link
)
_AT_START = re.compile(r"(\(?(?:[0-9]{1,20}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}|#))([.)])(?=\s|$)|([-+=#>:%])")
"""What begins a list, a heading, a quotation, a rule or a definition."""


def plain(text: str) -> str:
    """The text on one line, in which nothing is markup; to stand behind other text of its line."""
    return _MEANS.sub(r"\\\g<0>", shown_line(text).strip())


def paragraph(text: str) -> str:
    """The same, to begin a line."""
    escaped = plain(text)
    found = _AT_START.match(escaped)
    return escaped if found is None else f"{found[1] or ''}\\{found[2] or found[3]}{escaped[found.end() :]}"


def link(address: str) -> str:
    """A web address as a link to itself; any other text as text."""
    is_link = web_address(address) is not None and not re.search(r"[<>\\]", address)  # these would end it
    return f"<{address.strip(' ')}>" if is_link else plain(address)
