"""The tables of docs/formats.md that are the program's own; ``python tests/formats.py`` writes them anew."""

from collections.abc import Iterable
from pathlib import Path

from relations_cli.cli.offered import EVERY
from relations_cli.readers.registry import READERS
from relations_cli.writers import FEEDS

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
_OF = {"rows": "any rows", "events": "events", "chronology": "events"}


def refreshed(text: str) -> str:
    """The document with its tables as the registries have them."""
    read = [(_code(one.name), _list(one.suffixes), one.keeps, one.loses, _code(one.needs)) for one in READERS.values()]
    of = {one.name: "`changes`" for one in FEEDS} | {one.name: _OF[one.takes] for one in EVERY.values()}
    written = [
        (_code(one.name), _list(one.suffixes), of[one.name], one.keeps, one.loses, _code(one.needs))
        for one in (*EVERY.values(), *FEEDS)
    ]
    text = _put(text, "readers", ("format", "suffix", "what is read", "what is in no event", "needs"), read)
    heads = ("format", "suffix", "of", "what it holds", "what it cannot hold", "needs")
    return _put(text, "writers", heads, written)


def _put(text: str, name: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    table = "".join(f"| {' | '.join(row)} |\n" for row in (heads, ("---",) * len(heads), *rows))
    before, mark, rest = text.partition(f"<!-- {name}: from the table of the program -->\n\n")
    end = f"<!-- end of {name} -->"
    return before + mark + table + "\n" + end + rest.partition(end)[2]


def _code(name: str) -> str:
    return f"`{name}`" if name else ""


def _list(suffixes: tuple[str, ...]) -> str:
    return ", ".join(suffixes)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
