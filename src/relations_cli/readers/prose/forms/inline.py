"""The lines of a paragraph in Markdown, with the links of each, and what stands for its pictures."""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from relations_cli.model.facts import Source
from relations_cli.readers.prose.forms.lines import Line
from relations_cli.readers.prose.forms.marks import with_tab

if TYPE_CHECKING:
    from markdown_it.token import Token

_PICTURE: Final = re.compile(r"""<img\b[^<>]*?\balt\s{0,9}=\s{0,9}(["'])(.*?)\1""", re.IGNORECASE | re.DOTALL)


def lines_of(token: "Token", number: int) -> Iterator[Line]:
    """The lines of an inline token with the links of each."""
    text = plain = address = ""
    start, sources = 0, list[Source]()

    def line() -> Line:
        is_link = bool(sources) and not any(map(str.isalnum, plain))
        return Line(number=number, text=text, sources=tuple(sources), is_link=is_link)

    for child in token.children or ():
        is_tag = child.type == "html_inline"
        is_break = is_tag and re.match(r"<br\b", child.content, re.IGNORECASE) is not None
        if is_break or child.type in {"softbreak", "hardbreak"}:
            yield line()
            if child.type != "softbreak":
                yield Line(number=number, text="")
            number += not is_tag
            text, plain, start, sources = "", "", 0, []
        elif child.type == "link_open":
            address, start = str(child.attrs.get("href", "")), len(text)
        elif child.type == "link_close":
            if re.match(r"https?://[^\s/]", address):
                sources.append(Source(url=address, title=text[start:].strip() or None))
            address = ""
        elif child.type in {"strong_close", "em_close", "s_close"}:
            text = with_tab(text)
        elif not is_tag and child.type != "image":
            text += child.content
            plain += "" if address else child.content
    yield line()


def pictures_of(token: "Token") -> Iterator[str]:
    """The words that stand for the pictures of a token."""
    for part in (token, *(token.children or ())):
        is_html = part.type in {"html_block", "html_inline"}
        found = _PICTURE.findall(part.content) if is_html else [("", part.content)] if part.type == "image" else []
        yield from (html.unescape(words) for _, words in found if re.search(r"\w", words))
