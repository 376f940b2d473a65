"""How many cells a sheet stands for, of which the library makes all up to the furthest; whether its XML is whole."""

import re
from typing import Final
from xml.parsers import expat

from relations_cli.readers.containers.biff12 import cells_of_binary

_PLACE: Final = re.compile(rb"""\sr\s*=\s*["'](?:([A-Z]{0,3})([0-9]{1,7})["'])?""", re.IGNORECASE)
"""Of a row or a cell; both parts are empty where it is no place."""
_ROWS, _COLUMNS = 1 << 20, 1 << 14
"""What a sheet has at most; the library counts on behind that."""
_SPACE: Final = b" \t\r\n"
_MARKS: Final = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
"""How XML begins."""
_OPEN_TAG: Final = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>")
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')


def cells_of_part(name: str, part: bytes) -> int | None:
    """The cells of the largest sheet in one part of a workbook; 0: it holds none; None: a place is none.

    Args:
        name: of the part in the archive.
        part: its XML, or its records.
    """
    if not part.lstrip(_SPACE).startswith((b"<", *_MARKS)):
        return 0 if name.startswith("xl/media/") else cells_of_binary(part)
    if (name.startswith("xl/worksheets/") and name.endswith(".xml")) or b"sheetData" in part:
        places = set(_PLACE.findall(part))
        if (b"", b"") in places:
            return None
        tallest = max((int(row) for _, row in places), default=0)
        widest = max((_column(letters.upper()) for letters, _ in places), default=0)
        return tallest * widest if tallest <= _ROWS and widest <= _COLUMNS else None
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
