"""How many cells a sheet stands for, of which the library makes all up to the furthest; whether its XML is whole."""

import re
from typing import Final
from xml.parsers import expat

_CELL: Final = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')
_OPEN_TAG: Final = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>")
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')


def cells_of_part(name: str, part: bytes) -> int:
    """The cells of the largest sheet in one part of a workbook; 0: it holds none.

    Args:
        name: of the part in the archive.
        part: its XML.
    """
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        cells = set(_CELL.findall(part))
        widest = max((_column(letters) for letters, _ in cells), default=0)
        return widest * max((int(row) for _, row in cells), default=0)
    return _of_open_document(part) if name == "content.xml" else 0


def is_whole(part: bytes) -> bool:
    """Whether a part is well-formed XML: behind an element that never ends, the library looks for its end for ever."""
    try:
        expat.ParserCreate().Parse(part, True)  # noqa: FBT003 -- it takes no names
    except (expat.ExpatError, LookupError, ValueError):  # the others of encodings that it does not know
        return False
    return True


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _of_open_document(part: bytes) -> int:
    """The same of OpenDocument (1.2, 19.675 and 19.677), where a cell or a row may say that it stands many times."""
    largest = widest = rows = at = 0
    for tag, attributes, is_empty in _OPEN_TAG.findall(part):
        times = _REPEATED.search(attributes)
        number = int(times[1]) if times else 1
        if tag == b"table":
            widest = rows = 0
        elif tag == b"table-row":
            at = 0
            rows += number
        else:
            at += number
            if not is_empty or b"value" in attributes:
                widest = max(widest, at)
                largest = max(largest, widest * rows)
    return largest
