"""Word documents (.docx), read as articles."""

import io
import re
from html import unescape
from typing import Final

from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers.containers.zipped import members
from relations_cli.readers.prose.reader import read_text
from relations_cli.readers.reading import Reading

_MARGINS: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|</w:(p)>")
_DELETED: Final = re.compile(r"<w:delText(?: [^>]*)?>([^<]*)</w:delText>")
_OUR_STYLES = """
p[style-name='Event'] => ol > li:fresh > p:fresh
p[style-name='Event Summary'] => ol > li > p:fresh
"""
"""Of our own documents: an event is an item of a list, though no number or bullet stands before it."""
_END_OF_BLOCK = re.compile(r"(</(?:p|h[1-6]|li|ol|ul|tr|table)>)(?!\n)")


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the dated paragraphs, list items and rows of a document; its lines are its blocks.

    Raises:
        DataError: it is no whole document, or as of an article.
    """
    try:
        import mammoth
    except ImportError:
        reading.refuse("a Word document needs the extra readers", why="pip install 'relations-cli[readers]'")
    for name, part in members(data, reading):  # none unpacks to more than there may be
        _note_beside(name, part, reading)
    pictures = 0

    def without_picture(_: object) -> dict[str, str]:
        nonlocal pictures
        pictures += 1
        return {}

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(without_picture), style_map=_OUR_STYLES
        ).value
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 -- the library names no errors of its own, and any of a broken document may come
        reading.refuse("is no whole Word document", why="save it again, or as html")
    if pictures:
        reading.note("left out", f"{pictures:,} pictures" if pictures > 1 else "a picture", why="no text")
    return read_text(_END_OF_BLOCK.sub(r"\1\n", html), reading, "html")


def _note_beside(name: str, part: bytes, reading: Reading) -> None:
    """Note what a document says that the library passes over: comments, what was deleted, the margins of pages."""
    is_margin = _MARGINS.fullmatch(name) is not None
    if is_margin or name == "word/comments.xml":
        words = _words(_TEXT, part)
        if words and is_margin:
            reading.note("listed", "the margin of each page", why=words)
        elif words:
            reading.note("left out", "comments", why=words)
    elif name == "word/document.xml" and (words := _words(_DELETED, part)):
        reading.note("left out", "what was deleted", why=words)


def _words(pattern: re.Pattern[str], part: bytes) -> str:
    found = (match[1] or " " for match in pattern.finditer(part.decode("utf-8", "replace")))
    return one_line(" ".join(unescape("".join(found)).split()))
