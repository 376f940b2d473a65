"""Footnotes of Markdown (GitHub's, pandoc's), which CommonMark has not: ``[^1]``, and ``[^1]: where it is said``."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

LABEL: Final = r"\[\^[^\]\[\s]{1,99}\]"
_NOTE: Final = re.compile(rf"({LABEL}):")
_REFERENCE: Final = re.compile(LABEL)
_WRITTEN: Final = re.compile(r"<(https?://[^\s<>]+)>", re.IGNORECASE)
_CODE: Final = 4
"""Blanks before a line of code."""


def footnotes(parser: "MarkdownIt") -> None:
    """Teach the library footnotes: a note is a paragraph with an id, what refers to it a link that leads there."""
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note", _reference)
    parser.core.ruler.push("note", _as_written)


def _note(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- as the library calls it
    """A note with the lines that go on with it."""
    begin = state.bMarks[start] + state.tShift[start]
    match = _NOTE.match(state.src[begin : state.eMarks[start]])
    if match is None or state.sCount[start] - state.blkIndent >= _CODE:
        return False
    if silent:
        return True
    rules, parent, state.parentType = state.md.block.ruler.getRules("paragraph"), state.parentType, "paragraph"
    after = start + 1
    while after < end and not state.isEmpty(after) and not any(rule(state, after, end, True) for rule in rules):  # noqa: FBT003
        after += 1
    state.parentType = parent
    opening = state.push("paragraph_open", "p", 1)
    opening.map, opening.attrs = [start, after], {"id": match[1][1:-1]}
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, after, state.blkIndent, False).strip()  # noqa: FBT003
    inline.map, inline.children = [start, after], []
    state.push("paragraph_close", "p", -1)
    state.env.setdefault("notes", set()).add(match[1])
    state.line = after
    return True


def _reference(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 -- as the library calls it
    """What refers to a note that there is; at the beginning of a note that is its own label."""
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or match[0] not in state.env.get("notes", ()):
        return False
    is_label = state.pos == 0 and state.src.startswith(":", match.end())
    if not silent:
        if not is_label:
            state.push("link_open", "a", 1).attrs = {"href": f"#{match[0][1:-1]}"}
        state.push("text", "", 0).content = match[0]
        if not is_label:
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _as_written(state: "StateCore") -> None:
    """Addresses of notes as they are written: the library names some of their characters in per cent."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "paragraph_open" or "id" not in opening.attrs:
            continue
        children = inline.children or []
        links = [at for at, child in enumerate(children) if child.type == "link_open" and child.markup == "autolink"]
        written = _WRITTEN.findall(inline.content)
        for at, address in zip(links, written if len(written) == len(links) else (), strict=False):
            children[at].attrs["href"] = children[at + 1].content = address
