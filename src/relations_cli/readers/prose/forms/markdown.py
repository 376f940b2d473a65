"""An article in Markdown (CommonMark with tables): its blocks, with the lines and the links of each."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from relations_cli.readers.cited.footnotes import LABEL, footnotes
from relations_cli.readers.cited.notes import without_notes
from relations_cli.readers.fences import front_matter
from relations_cli.readers.prose.block import LeftOut, Manuscript
from relations_cli.readers.prose.forms.elements import Walk
from relations_cli.readers.prose.forms.tree import LINES, Piece, Whereabouts

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST: Final = 20
"""Levels of lists and quotations: the library's time grows with each, for every line."""
_LINES: Final = 10_000
"""Lines up to which that many are looked at; of more, fewer, but never less than the next."""
_FEWEST: Final = 8
_BRACKETS: Final = 1_000
"""Brackets of a paragraph in which links are looked for: the library's time grows with the square of their number."""
_BRACKET: Final = re.compile(rf"(?!{LABEL})\[")
_KINDS: Final[Mapping[int, Literal["open", "close", "text"]]] = {1: "open", -1: "close", 0: "text"}
_MARK: Final = "\ufdd0"
"""No character: no text has it."""
_MARKERS: Final = re.compile(r"(?:[\s>*+-]|\d+[.)])*")
_BREAK: Final = re.compile(r"<br\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<!--.*?(?:-->|$)|<[^>]*(?:>|$)", re.DOTALL)
_PICTURE: Final = re.compile(r"""<img\b[^<>]*?\balt\s{0,9}=\s{0,9}(["'])(.*?)\1""", re.IGNORECASE | re.DOTALL)


def manuscript_of_markdown(text: str) -> Manuscript:
    """The manuscript of a text in Markdown; HTML in it is left to its text, comments are none."""
    from markdown_it import MarkdownIt  # 20 ms

    front = front_matter(text)
    text = "\n" * text.count("\n", 0, front.end) + text[front.end :]
    deepest = max(_FEWEST, min(_DEEPEST, _DEEPEST * _LINES // (text.count("\n") + 1)))
    options = {"html": True, "maxNesting": deepest}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).use(footnotes)
    env: dict[str, Any] = {}
    tokens = parser.parse(_marked(text), env)
    for token in tokens:
        for part in (token, *(token.children or ())):
            part.content = part.content.replace(_MARK, "[")
    walk, pieces = Walk(Whereabouts("")), list(_pieces(tokens))
    notes = list(without_notes(pieces, Whereabouts("")))
    blocks = list(walk.blocks(pieces, range(len(pieces))))
    fields = (LeftOut(at, line, "a field of the page") for at, line in front.fields)
    around = (*fields, *notes, *_unused(env, tokens), *walk.left_out)
    said = "; ".join(filter(None, (walk.tables.said, *_too_deep(tokens, text, deepest))))
    return Manuscript(blocks=blocks, title=front.title, around=around, said=said or None)


def _marked(text: str) -> str:
    """The text with a mark in place of each bracket of a paragraph that has too many: none opens a link."""
    if text.count("[") <= _BRACKETS:
        return text
    parts = re.split(r"(\n[ \t]*\n)", text)
    return "".join(_BRACKET.sub(_MARK, part) if len(_BRACKET.findall(part)) > _BRACKETS else part for part in parts)


def _unused(env: Mapping[str, Any], tokens: "Sequence[Token]") -> Iterator[LeftOut]:
    """The references, which the library takes out of the text, that nothing links to: ``[2003-05-04]: departure``."""
    links = {child.attrs.get("href") for token in tokens for child in token.children or ()}
    references = [(one.get("label") or label, one) for label, one in env.get("references", {}).items()]
    for label, one in (*references, *((one["label"], one) for one in env.get("duplicate_refs", ()))):
        if one["href"] not in links:
            text = " ".join(filter(None, (f"[{label}]: {one['href']}", one["title"])))
            yield LeftOut(one["map"][0] + 1, text, "a reference that nothing links to")


def _too_deep(tokens: "Sequence[Token]", text: str, deepest: int) -> Iterator[str]:
    """A word on what lies deeper than the library looks, which it passes over in silence."""
    lines: list[str] = []
    for token in tokens:
        if token.level == deepest - 1 and token.map and token.type in {"list_item_open", "blockquote_open"}:
            lines = lines or text.split("\n")
            for at, line in enumerate(lines[slice(*token.map)], start=token.map[0] + 1):
                if not _MARKERS.fullmatch(line):
                    where = f"line {at} lies more than {deepest} levels deep in lists and quotations"
                    yield f"{where}, and is not read: indent it less"
                    return


def _numbered(tokens: "Sequence[Token]") -> set[int]:
    """The items, by identity, whose numbers do not count them: years, and days, which to Markdown are numbers, too."""
    found: set[int] = set()
    opened: list[list[Token]] = []
    for token in tokens:
        if token.type == "list_item_open":
            opened[-1].append(token)
        elif token.tag in {"ol", "ul"} and token.nesting > 0:
            opened.append([])
        elif token.tag in {"ol", "ul"}:
            items = opened.pop()
            numbers = [item.info for item in items]
            first = int(numbers[0] or 1)
            counted = [str(first + at) for at in range(len(numbers))]
            if first > 1 or len(numbers) == 1 or numbers not in (counted, [str(first)] * len(numbers)):
                found.update(map(id, items))
    return found


def _pieces(tokens: "Sequence[Token]") -> Iterator[Piece]:
    """The pieces of a page that says the same, with their lines."""
    numbered = _numbered(tokens)
    number, line = "", 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.nesting:
            number = token.info if id(token) in numbered else "" if token.tag == "li" else number
            tag = LINES if token.tag == "p" else token.tag
            yield Piece(_KINDS[token.nesting], tag, name=str(token.attrs.get("id", "")))
        elif token.type == "inline":
            if number:
                yield Piece("text", f"{number}. ", line=line)
                number = ""
            yield from _inline(token, line)
        elif token.content:
            is_html = token.type == "html_block"
            text = _TAG.sub(lambda tag: "\n" * tag[0].count("\n") or " ", token.content) if is_html else token.content
            yield from _pictures_of(token, line) if is_html else ()
            yield from (Piece("open", "pre"), Piece("text", text, line=line), Piece("close", "pre"))


def _inline(token: "Token", line: int) -> Iterator[Piece]:
    """The pieces of a text, in which only links that lead to the web are any."""
    is_web = False
    for child in token.children or ():
        if child.type == "softbreak":
            yield Piece("text", "\n", line=line)
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
            yield Piece("open", "br")
        elif child.type in {"image", "html_inline"}:
            yield from _pictures_of(child, line)
        elif child.type == "link_open":
            url = str(child.attrs.get("href", ""))
            is_web = url.startswith(("http://", "https://", "#^"))
            yield from [Piece("open", "a", attribute=url)] if is_web else []
        elif child.type != "link_close" or is_web:
            yield Piece(_KINDS[child.nesting], child.tag if child.nesting else child.content, line=line)
        line += child.type in {"softbreak", "hardbreak"}


def _pictures_of(token: "Token", line: int) -> Iterator[Piece]:
    """The words that stand for the pictures of a token."""
    found = [("", token.content)] if token.type == "image" else _PICTURE.findall(token.content)
    return (Piece("picture", html.unescape(words), line=line) for _, words in found)
