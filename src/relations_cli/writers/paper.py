"""What a Word document is built of (ECMA-376, part 1, chapter 17): paragraphs, runs, links, bookmarks, tables.

The library has no links, no bookmarks and no fields, and looks through all styles and links for each paragraph: these
are made here.
"""

import datetime
import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from tempfile import TemporaryFile
from typing import Any, Self

from msgspec import Struct

from relations_cli.errors import UsageError
from relations_cli.escaping import web_address, xml_text

Element = Any
"""Of lxml, on which the library is built, or an object of the library."""
_STYLES = ("Heading 1", "List Number", "Subtitle", "Title")
EVENT, EVENT_SUMMARY = "Event", "Event Summary"
"""Styles of our own, which the reader knows."""
_LANGUAGE = "en-GB"
_CHUNK = 1 << 16
_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT, _BODY, _END_OF_TABLE = "word/document.xml", b"<w:body>", b"</w:tbl>"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Look(Struct, frozen=True):
    """How the characters of a run look."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    is_link: bool = False


PLAIN, BOLD, ITALIC, RAISED = Look(), Look(bold=True), Look(italic=True), Look(raised=True)
LINK, RAISED_LINK = Look(is_link=True), Look(raised=True, is_link=True)


class Paper:
    """A document that is being written, on A4, with the number of each page at its foot.

    The library holds the frame alone: each paragraph is in a file without a name as soon as it is made.
    """

    def __init__(self, *, landscape: bool = False) -> None:
        """Begin an empty one.

        Raises:
            UsageError: the library is missing.
            OSError: its template cannot be read.
        """
        try:
            import docx
            from docx.enum.section import WD_ORIENT
            from docx.enum.style import WD_STYLE_TYPE
            from docx.shared import Mm, Pt
        except ImportError:
            hint = "pip install 'relations-cli[office]'"
            raise UsageError("output", "docx", "a Word document needs the extra office", hint) from None
        template = os.path.join(os.path.dirname(docx.__file__), "templates", "default.docx")
        with open(template, "rb") as file:  # the library does not say why it cannot open it
            self._document = docx.Document(io.BytesIO(file.read()))
        relations = self._document.part.package.rels
        for name in [name for name, one in relations.items() if one.reltype.endswith("/thumbnail")]:
            del relations[name]  # a picture of the library's template
        self._body = TemporaryFile()  # noqa: SIM115 -- the document is its context
        self._styles = {name: self._document.styles[name].style_id for name in _STYLES}
        for name in (EVENT, EVENT_SUMMARY):
            style: Any = self._document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self._document.styles["Normal"]
            style.paragraph_format.space_after = Pt(3 if name == EVENT else 10)
            self._styles[name] = style.style_id
        self._links: dict[str, str] = {}
        self._bookmarks = 0
        section = self._document.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
        for language in self._document.styles.element.iter(f"{{{_NS}}}lang"):
            language.set(f"{{{_NS}}}val", _LANGUAGE)
        self._foot(section)

    def _foot(self, section: Element) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = 1  # centred
        field = _element("fldSimple", instr="PAGE")
        field.append(run("1"))
        paragraph._p.append(field)  # noqa: SLF001 -- the library has no fields

    def describe(self, *, title: str, subject: str, comments: str, day: tuple[int, int, int]) -> None:
        """Set the properties of the document; it was made on that day, whenever it is written."""
        properties = self._document.core_properties
        properties.title, properties.subject, properties.comments = (
            xml_text(one)[:255] for one in (title, subject, comments)
        )
        properties.author = properties.last_modified_by = "timeline"
        properties.keywords, properties.language, properties.revision = "", _LANGUAGE, 1
        made = datetime.datetime(*day)  # noqa: DTZ001 -- the format has UTC, and no zone
        properties.created = properties.modified = made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._body.close()

    def paragraph(self, style: str | None = None, *runs: Element, is_kept: bool = False) -> None:
        """Add a paragraph of those runs; one that is kept stands on the page of the next."""
        paragraph = self._document.add_paragraph()._p  # noqa: SLF001 -- the element itself is filled
        looks = paragraph.get_or_add_pPr()
        if style is not None:
            looks.append(_element("pStyle", val=self._styles[style]))
        if is_kept:
            looks.append(_element("keepNext"))
            looks.append(_element("keepLines"))
        paragraph.extend(runs)
        self._move(paragraph)

    def table(self, header: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Sequence[Element]]]) -> None:
        """Add a table with a header that stands on every page; widths in twentieths of a point.

        Args:
            header: what its columns are called.
            widths: of the columns.
            rows: of each the cells, of each of these the runs.
        """
        from docx.shared import Twips

        table = self._document.add_table(1, len(header), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Twips(width)
        made = table._tbl  # noqa: SLF001 -- rows are elements: the library counts all cells for each
        made.remove(made.tr_lst[0])
        head = _row([[run(name, BOLD)] for name in header], widths, is_header=True)
        self._body.write(_encoded(made).removesuffix(_END_OF_TABLE))
        for one in chain([head], (_row(cells, widths) for cells in rows)):
            made.append(one)
            self._move(one)
        self._body.write(_END_OF_TABLE)
        made.getparent().remove(made)

    def _move(self, element: Element) -> None:
        """Move an element from the library's document to the file."""
        self._body.write(_encoded(element))
        element.getparent().remove(element)

    def link(self, address: str) -> Element:
        """An address of the web as a link; any other as text."""
        web = web_address(address)
        if web is None:
            return run(address)
        if web not in self._links:
            from docx.opc.constants import RELATIONSHIP_TYPE

            self._links[web] = f"rIdLink{len(self._links) + 1}"
            relations = self._document.part.rels
            relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, web, self._links[web], is_external=True)
        link = _element("hyperlink", history="1")
        link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", self._links[web])
        link.append(run(address, LINK))
        return link

    def bookmark(self, name: str, *inside: Element) -> list[Element]:
        """The elements as what a link within the document leads to."""
        self._bookmarks += 1
        number = str(self._bookmarks)
        return [_element("bookmarkStart", id=number, name=name), *inside, _element("bookmarkEnd", id=number)]

    def parts(self) -> Iterator[bytes]:
        """The document, piece by piece, without the time at which it was written."""
        packed = io.BytesIO()
        self._document.save(packed)
        with TemporaryFile() as made:
            with zipfile.ZipFile(packed) as old, zipfile.ZipFile(made, "w") as new:
                for name in old.namelist():
                    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                    member.compress_type = zipfile.ZIP_DEFLATED
                    before, mark, after = old.read(name).partition(_BODY if name == _DOCUMENT else b"\0")
                    with new.open(member, "w") as part:
                        part.write(before + mark)
                        if mark:
                            self._body.seek(0)
                            shutil.copyfileobj(self._body, part)
                        part.write(after)
            made.seek(0)
            while chunk := made.read(_CHUNK):
                yield chunk


def to_bookmark(name: str, *runs: Element) -> Element:
    """The runs as a link to a bookmark."""
    link = _element("hyperlink", anchor=name, history="1")
    link.extend(runs)
    return link


def run(text: str, look: Look = PLAIN) -> Element:
    """A text of the data as a run of characters."""
    made = _element("r")
    looks = _element("rPr")
    for is_so, tag, attributes in (  # in the order of the schema
        (look.bold, "b", {}),
        (look.italic, "i", {}),
        (look.is_link, "color", {"val": "0563C1"}),
        (look.is_link and not look.raised, "u", {"val": "single"}),
        (look.raised, "vertAlign", {"val": "superscript"}),
    ):
        if is_so:
            looks.append(_element(tag, **attributes))
    if len(looks):
        made.append(looks)
    words = _element("t")
    words.set(_SPACE, "preserve")
    words.text = xml_text(text)
    made.append(words)
    return made


def line_break() -> Element:
    """The end of a line within a paragraph."""
    made = _element("r")
    made.append(_element("br"))
    return made


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[int], *, is_header: bool = False) -> Element:
    """A row: of each cell the runs, in a paragraph."""
    made = _element("tr")
    if is_header:
        looks = _element("trPr")
        looks.append(_element("tblHeader"))
        made.append(looks)
    for runs, width in zip(cells, widths, strict=True):
        cell = _element("tc")
        looks = _element("tcPr")
        looks.append(_element("tcW", w=str(width), type="dxa"))
        cell.append(looks)
        paragraph = _element("p")
        paragraph.extend(runs)
        cell.append(paragraph)
        made.append(cell)
    return made


def _encoded(element: Element) -> bytes:
    """An element as it stands within the document, where the namespaces are declared."""
    from lxml.etree import tostring

    text: str = tostring(element, encoding="unicode")
    tag, end, rest = text.partition(">")
    return (re.sub(r' xmlns:\w+="[^"]*"', "", tag) + end + rest).encode()


def _element(tag: str, **attributes: str) -> Element:
    from docx.oxml import OxmlElement

    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(f"{{{_NS}}}{name}", value)
    return made
