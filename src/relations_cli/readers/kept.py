"""What was kept under ``extra``, as notes: one for each name."""

from collections.abc import Iterable

from relations_cli.escaping import quoted
from relations_cli.readers.located.places import Locate, Path
from relations_cli.readers.reading import Reading


def note_kept(kept: Iterable[tuple[Iterable[str], Path]], locate: Locate, reading: Reading) -> None:
    """Note each name once, with its number and where it stands first.

    Args:
        kept: the names under ``extra`` of each event, and the way to it.
        locate: says where an event stands.
        reading: the file.
    """
    times: dict[str, int] = {}
    first: dict[str, Path] = {}
    for names, path in kept:
        for name in names:
            times[name] = times.get(name, 0) + 1
            first.setdefault(name, path)
    for name, number in times.items():
        of_how_many = "1 event" if number == 1 else f"{number:,} events"
        reading.note("kept", quoted(name), locate(first[name]), why=f"kept under extra, of {of_how_many}")
