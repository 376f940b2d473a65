"""An article in Markdown (CommonMark with tables): its blocks, with the lines and the links of each."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from relations_cli.model.facts import Source
from relations_cli.readers.prose.blocks import Block, Line, joined, once
from relations_cli.readers.prose.page import Page
from relations_cli.readers.prose.tables import MATRIX, is_matrix, row

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(r"\ufeff?---[ \t]{0,9}\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]{0,9}\n", re.DOTALL)


def page_of_markdown(text: str) -> Page:
    """The page of a text in Markdown; HTML in it is left to its text, comments are none."""
    from markdown_it import MarkdownIt  # 20 ms

    title, skipped = None, 0
    front = _FRONT_MATTER.match(text)
    if front:
        title = _field(front[1], "title")
        skipped = front[0].count("\n")
        text = text[front.end() :]
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table")
    reader = _Reader(parser.parse(text), skipped)
    blocks = list(reader.blocks())
    return Page(blocks=blocks, title=title, said=MATRIX if reader.has_matrix else None)


def _field(front: str, name: str) -> str | None:
    match = re.search(rf"^{name}:[ \t]{{0,9}}(.{{1,300}})$", front, re.MULTILINE)
    return match[1].strip().strip("\"'") if match else None


class _Reader:
    """One walk over the tokens."""

    def __init__(self, tokens: "Sequence[Token]", skipped: int) -> None:
        self.tokens = tokens
        self.skipped = skipped
        self.has_matrix = False

    def blocks(self) -> Iterator[Block]:
        items = 0
        level = 0
        cells: list[tuple[str, tuple[Source, ...]]] = []
        header: list[str] = []
        in_cell = in_matrix = False
        line = 1
        for token in self.tokens:
            if token.map:
                line = token.map[0] + 1 + self.skipped
            match token.type:
                case "list_item_open":
                    items += 1
                case "list_item_close":
                    items -= 1
                case "heading_open":
                    level = int(token.tag[1])
                case "heading_close":
                    level = 0
                case "tr_open":
                    cells = []
                case "tr_close":
                    texts = [cell for cell, _ in cells]
                    header = header or texts
                    in_matrix = in_matrix or is_matrix(texts, is_header=header is texts)
                    self.has_matrix |= in_matrix
                    if not in_matrix:
                        yield row(
                            line, texts, once(one for _, sources in cells for one in sources), is_header=header is texts
                        )
                case "table_close":
                    header, in_matrix = [], False
                case "td_open" | "th_open":
                    in_cell = True
                case "td_close" | "th_close":
                    in_cell = False
                case "inline" if in_cell:
                    lines = list(_lines(token, line))
                    cells.append((" ".join(one.text for one in lines), once(s for one in lines for s in one.sources)))
                case "inline":
                    yield from _of_lines(list(_lines(token, line)), level, is_item=items > 0)
                case "html_block":
                    yield from joined(_bare_lines(_untagged(token.content), line))
                case "code_block" | "fence":
                    yield from joined(_bare_lines(token.content, line))
                case _:
                    pass


def _of_lines(lines: list[Line], level: int, *, is_item: bool) -> Iterator[Block]:
    if level:
        text = " ".join(line.text.strip() for line in lines).strip()
        if text:
            sources = once(source for line in lines for source in line.sources)
            yield Block(line=lines[0].number, text=text, kind="heading", level=level, sources=sources)
        return
    yield from joined(lines, kind="item" if is_item else "paragraph", is_soft=True)


def _lines(token: "Token", line: int) -> Iterator[Line]:
    """The lines of an inline token with the links of each."""
    parts: list[str] = []
    sources: list[Source] = []
    linked: list[str] = []
    plain = ""
    url = ""
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                yield _line(line, parts, sources, plain)
                if child.type == "hardbreak":
                    yield Line(number=line, text="")
                parts, sources, plain = [], [], ""
                line += 1
            case "link_open":
                url, linked = str(child.attrs.get("href", "")), []
            case "link_close":
                if re.match(r"https?://[^\s/]", url):
                    sources.append(Source(url=url, title="".join(linked).strip() or None))
                url = ""
            case "html_inline":
                if re.match(r"<br\b", child.content, re.IGNORECASE):
                    yield _line(line, parts, sources, plain)
                    parts, sources, plain = [], [], ""
            case "image":
                pass
            case _:
                parts.append(child.content)
                if url:
                    linked.append(child.content)
                else:
                    plain += child.content
    yield _line(line, parts, sources, plain)


def _line(number: int, parts: list[str], sources: list[Source], plain: str) -> Line:
    is_link = bool(sources) and not any(sign.isalnum() for sign in plain)
    return Line(number=number, text="".join(parts), sources=tuple(sources), is_link=is_link)


def _bare_lines(text: str, line: int) -> list[Line]:
    return [Line(number=number, text=one) for number, one in enumerate(text.split("\n"), start=line)]


def _untagged(html: str) -> str:
    """The text of HTML in Markdown: tags and comments are blanked, line ends are kept."""
    kept: list[str] = []
    position = 0
    while True:
        start = html.find("<", position)
        if start < 0:
            return "".join((*kept, html[position:]))
        kept.append(html[position:start])
        closing = "-->" if html.startswith("<!--", start) else ">"
        end = html.find(closing, start)
        if end < 0:
            return "".join(kept)
        end += len(closing)
        kept.append("\n" * html.count("\n", start, end) or " ")
        position = end
