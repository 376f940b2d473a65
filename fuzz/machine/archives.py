"""Files of any format as a zip archive."""

from machine import hostile
from machine.chance import Chance
from machine.formats import FORMATS, Entry, entries
from machine.offices import OFFICES
from readers import offices


def archive(chance: Chance, most: int = 3, *, hostile_in: int = 0) -> bytes:
    """A few files in folders, an archive within or what a system leaves behind among them."""
    parts: dict[str, bytes] = {}
    for number in range(1 + chance.randrange(most)):
        name, data = one_file(entries(chance, 4, hostile_in=hostile_in), chance)
        folder = chance.pick("", "", "a/", "a/b/", "__MACOSX/", ".hidden/", "../", "/")
        parts[f"{folder}{number}{name}"] = data
    if chance.one_in(8):
        parts["inner.zip"] = offices.zipped(parts)
    if chance.one_in(8):
        parts[f"{hostile.text(chance)[:40]}.csv".encode("utf-8", "replace").decode()] = b"date,title\n2020,x\n"
    return offices.zipped(parts)


def one_file(found: list[Entry], chance: Chance) -> tuple[str, bytes]:
    """The entries as a file of some format: its name and its bytes."""
    name = chance.choice((*FORMATS, *OFFICES) if chance.one_in(3) else tuple(FORMATS))
    if name in OFFICES:
        return name, OFFICES[name](found, chance)
    return name, FORMATS[name](found, chance).encode("utf-8", "replace")
