"""Ids from standard input, where ``-`` stands among the names of a command."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from relations_cli.errors import VALUE, DataError, UsageError, parameter
from relations_cli.escaping import quoted, shown_line
from relations_cli.query.lookup import Exact
from relations_cli.readers.loading import STDIN, bytes_of

if TYPE_CHECKING:
    from relations_cli.query.store import Store


def refuse_both(paths: Iterable[str]) -> None:
    """Refuse ids from standard input where the chronology comes from there.

    Raises:
        UsageError: it does.
    """
    if STDIN in paths:
        reason = f"{VALUE} is both the ids and the chronology of {parameter('file')} {STDIN}"
        raise UsageError("", STDIN, reason, "write the chronology to a file, and name that")


def with_piped(names: Sequence[str], store: "Store") -> list[str]:
    """The names, with the ids that standard input gives in the place of ``-``.

    Raises:
        DataError: standard input cannot be read, or a line of it holds no id.
    """
    found: list[str] = []
    for name in dict.fromkeys(names):
        found += ids_in(bytes_of(STDIN)[0], store) if name == STDIN else [name]
    return found


def ids_in(data: bytes, store: "Store") -> Iterator[Exact]:
    """The first cell of each line that is the id of an event or a proposition; lines without a word are passed over.

    Lines end with a line break or, as of ``-0``, with NUL; cells are parted by tabs, as tsv has them.

    Raises:
        DataError: a line holds none; it says which.
    """
    known = {shown_line(one): one for one in (*store.vocabulary.propositions, *store.ids())}
    text = data.decode("utf-8-sig", "backslashreplace")
    lines = text.split("\0") if "\0" in text else text.split("\n")
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not any(cells):
            continue
        found = next((cell for cell in cells if cell in known), None)
        if found is None:
            what = f"no cell of {quoted(line.strip())} is an id"
            reason = f"{what}: give lines of tsv, such as those of `timeline list`"
            raise DataError(reason, file="standard input", line=number)
        yield Exact(known[found])
