"""Entries as files of office programs and as archives, and such files broken inside: packed again, they still open."""

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape

from machine import hostile
from machine.chance import Chance
from machine.jumbles import jumbled
from machine.scratches import scratched
from readers import offices

Entry = dict[str, str]


def xlsx(found: Sequence[Entry], chance: Chance) -> bytes:
    """A workbook; its days are texts, or numbers as Excel counts them."""
    columns = list(dict.fromkeys(key for entry in found for key in entry))[:8] or ["date", "title"]
    rows: list[Sequence[str | float]] = [columns]
    for entry in found:
        row: list[str | float] = [_cell_text(entry.get(key, "")) for key in columns]
        if chance.one_in(3) and columns[0] == "date":
            row[0] = chance.pick(43_832, 1, 0, 60, -5, 43_832.25, 2_958_466, 1e300)
        rows.append(row)
    above: list[Sequence[str | float]] = [["A chronology"], []] if chance.one_in(4) else []
    sheets: dict[str, Sequence[Sequence[str | float]]] = {"Days": [*above, *rows]}
    if chance.one_in(4):
        sheets["Notes"] = [["nothing"]]
    merged = chance.pick("", "", "A2:A3", "A1:C1", "B2:B9", "A5:A2")
    return offices.xlsx(sheets, merged=merged, since_1904=chance.one_in(8))


def ods(found: Sequence[Entry], _chance: Chance) -> bytes:
    """A spreadsheet of OpenDocument."""
    columns = list(dict.fromkeys(key for entry in found for key in entry)) or ["date", "title"]
    rows = [[_cell(key, "string") for key in columns]]
    rows += [[_cell(entry.get(key, ""), "date" if key == "date" else "string") for key in columns] for entry in found]
    return offices.ods("".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows))


def docx(found: Sequence[Entry], chance: Chance) -> bytes:
    """A Word document of a paragraph an entry, perhaps with a title and a picture."""
    body = [offices.paragraph("A chronology", "Title")] if chance.one_in(2) else []
    body += [offices.paragraph(_cell_text(f"{one['date']}: {one['title']} was seen.")) for one in found]
    if chance.one_in(8):
        body.append(offices.PICTURE)
    return offices.docx("".join(body), b"x" if chance.one_in(8) else b"")


def repacked(data: bytes, chance: Chance, times: int) -> bytes:
    """An archive whose files are changed, dropped, doubled, renamed or exchanged so many times; what is none stays."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        return data
    for _ in range(times if parts else 0):
        name = chance.choice(list(parts))
        way = chance.randrange(12)
        if way == 0:
            del parts[name]
            if not parts:
                break
        elif way == 1:
            parts[chance.pick(name + "x", hostile.text(chance), f"../{name}", name.upper())[:60]] = parts[name]
        elif way == 2:  # noqa: PLR2004
            parts[name] = parts[chance.choice(list(parts))]
        elif way < 8:  # noqa: PLR2004
            parts[name] = jumbled(parts[name], chance, 1 + chance.few(3))
        else:
            parts[name] = scratched(parts[name], chance, 1)
    return offices.zipped({name.encode("utf-8", "replace").decode(): part for name, part in parts.items()})


def _cell(text: str, kind: str) -> str:
    shown = escape(_cell_text(text))
    day = f' office:date-value="{shown}"' if kind == "date" else ""
    return f'<table:table-cell office:value-type="{kind}"{day}><text:p>{shown}</text:p></table:table-cell>'


def _cell_text(text: str) -> str:
    """What XML may hold."""
    return "".join(one for one in text if one in "\t\n" or one >= " ").encode("utf-8", "replace").decode()


OFFICES: dict[str, Callable[[Sequence[Entry], Chance], bytes]] = {"a.xlsx": xlsx, "a.ods": ods, "a.docx": docx}
"""File name: what writes entries as such a file."""
