"""Items of one list, and rows of one table, are alike: where most begin with a date, each is an entry."""

from collections.abc import Sequence

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.bullets import bullet


def depth_of(block: Block) -> int:
    """How deep a block lies in lists, more for more; that of a row is 1, and 0 what is in no list."""
    return block.starts or int(block.kind == "row" or bullet().match(block.text) is not None)


def lists_of(blocks: Sequence[Block]) -> list[list[int]]:
    """The lists and tables of an article: of each the indexes of its items or rows, in order."""
    found: list[list[int]] = []
    opened: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        depth = depth_of(block)
        if depth or block.kind in {"heading", "paragraph"}:
            opened = {deep: items for deep, items in opened.items() if deep <= depth}
        if depth and depth not in opened:
            found.append(opened.setdefault(depth, []))
        if depth:
            opened[depth].append(index)
    return found
