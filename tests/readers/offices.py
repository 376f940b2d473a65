"""Small files of office programs, made by hand, so that no library is needed to write them."""

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TABLE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these files, of no day, so that its bytes are the same ones every day."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return held.getvalue()


def xlsx(
    sheets: Mapping[str, Sequence[Sequence[str | float]]], *, merged: str = "", more: str = "", since_1904: bool = False
) -> bytes:
    """A workbook; numbers are days as Excel counts them, the rest texts.

    Args:
        sheets: name: rows.
        merged: a range of merged cells of the last sheet.
        more: a row of XML behind the last.
        since_1904: whether days are counted from 1904.
    """
    parts: dict[str, str | bytes] = {}
    names, links = [], []
    for number, (name, rows) in enumerate(sheets.items(), 1):
        names.append(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>')
        links.append(f'<Relationship Id="r{number}" Type="{_LINKS}/worksheet" Target="worksheets/s{number}.xml"/>')
        cells = "".join(
            f'<row r="{at}">{"".join(_cell(value, at, column) for column, value in enumerate(row))}</row>'
            for at, row in enumerate(rows, 1)
        )
        merges = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
        sheet = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{cells}{more}</sheetData>{merges}</worksheet>'
        parts[f"xl/worksheets/s{number}.xml"] = sheet
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    links.append(f'<Relationship Id="s" Type="{_LINKS}/styles" Target="styles.xml"/>')
    days = ' date1904="1"' if since_1904 else ""
    parts["xl/workbook.xml"] = (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr{days}/>'
        f"<sheets>{''.join(names)}</sheets></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = f'{_XML}<Relationships xmlns="{package}">{"".join(links)}</Relationships>'
    parts["xl/styles.xml"] = (
        f'{_XML}<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'
    )
    parts["_rels/.rels"] = (
        f'{_XML}<Relationships xmlns="{package}">'
        f'<Relationship Id="w" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    return zipped(parts)


def _cell(value: str | float, row: int, column: int) -> str:
    at = f"{'ABCDEFGH'[column]}{row}"
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{at}" s="1"><v>{value}</v></c>'


def ods(rows: str) -> bytes:
    """A spreadsheet of OpenDocument with these rows of XML."""
    content = (
        f"{_XML}<office:document-content {_TABLE}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = f'{_XML}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def docx(body: str, picture: bytes = b"") -> bytes:
    """A Word document with this body of XML, whose prefix is ``w``; a picture in it is that of ``PICTURE``."""
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{package}/content-types"/>',
            "_rels/.rels": (
                f'{_XML}<Relationships xmlns="{package}/relationships">'
                f'<Relationship Id="d" Type="{_LINKS}/officeDocument" Target="word/document.xml"/></Relationships>'
            ),
            **({"word/media/a.png": picture} if picture else {}),
            "word/_rels/document.xml.rels": (
                f'{_XML}<Relationships xmlns="{package}/relationships">'
                f'<Relationship Id="p" Type="{_LINKS}/image" Target="media/a.png"/></Relationships>'
            ),
            "word/document.xml": f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
    f'<a:blip xmlns:r="{_LINKS}" r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


def paragraph(text: str, style: str = "") -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O=uHA6#izLG@IBao0tl%P(q<qYkLquytG>-+EZ#3!5;)o?H)=)YC}BKgH~&fg5XK<Qm6+nRWJUa2fcX^DtZtEA*n}Cf`Uk!"
        "_07v{Nh3l7wa_x(GT*#?^JeGm{Jh<n_Y2YD?31<<YS51cl-(d2t8{`=(7Ulf<*qA5FE=T<8k-71lLoTUkC)Bw0&)!Hc$Z+{vF{Br"
        "ut@0~E@5aQ>m)W1huMd;kUsPg3*0A77_ID8jQJw-cIHQH`HFdfHMf}i$hIiXV!<BjKB#8#X`_S7!jR8>#&tfkW*=JcR?gyUw?)O)"
        "k3+e!bY_zkwELPc2O7{pC+p<oeFP5>0?rV6Q>or$vWPeh_8fk?3E+pfs$VCxeq;3lr2n;AANYsfq(Q9J-!Xi^G~5fkND9~n(<e(B"
        "a4a*rgbotGiL}Xd-thw`$MPA6f;AZ=CNHO_LNcy%9I#f!fo5JGO~j*!upH%8Vv!?D55Ip%jSSo8Su@SCzw(9Xln%kgby<Tdhq=U9"
        ";cn)=%s2R{J6UdHj?)yTylc2c2}ftx<|dbRQ9Jt?AMIUL@@|p~-;O_TFMPH4kUT$Fx)PuNWY5z32g!TE*9>|@kGOYN;)U(yLPe7="
        "%&mV#7Sphl@2>g`MzAc`5+TZ5xs$ykl)b32ziNb77sKxZ2HT63-t0GGc*@-~Q1z`1K|@1BLqkJDLqlWzA=F>F+9A+Scjezdpw4xc"
        "DV6mx$(F?lOwg65P2~|}DbHc5uKBYAe&Ib!tg()FUMO*jTF+q|Bkad`-Se0BZld~q)?CqAza>;}`{jE4{Lk(G0WhA;>i"
    )
)
"""An old workbook with the columns Date and Title and the row 6 May 1999, Old quay."""


def _record(kind: int, body: bytes = b"") -> bytes:
    """One record of a binary workbook (MS-XLSB 2.1.4)."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, digits = len(body), bytearray()
    while length >> 7:
        digits.append(length & 0x7F | 0x80)
        length >>= 7
    return head + bytes([*digits, length]) + body


def _wide(text: str) -> bytes:
    return len(text).to_bytes(4, "little") + text.encode("utf-16-le")


def xlsb(rows: Sequence[Sequence[str]], *, sheet: bytes | None = None, at: tuple[int, int] = (0, 0)) -> bytes:
    """A binary workbook of one sheet of texts.

    Args:
        rows: of the sheet.
        sheet: the sheet's bytes instead.
        at: row and column of one more cell.
    """
    if sheet is None:
        more = [(at[0], [(at[1], "x")])] if any(at) else []
        dims = struct.pack("<4I", 0, max(len(rows), 1), 0, max((len(row) for row in rows), default=1))
        sheet = _record(0x81) + _record(0x94, dims) + _record(0x91)
        for number, cells in [*((number, list(enumerate(row))) for number, row in enumerate(rows)), *more]:
            sheet += _record(0, struct.pack("<I", number) + bytes(13))
            sheet += b"".join(_record(6, struct.pack("<2I", column, 0) + _wide(text)) for column, text in cells)
        sheet += _record(0x92) + _record(0x82)
    book = _record(0x83) + _record(0x99, bytes(12)) + _record(0x8F)
    book += _record(0x9C, struct.pack("<2I", 0, 1) + _wide("r1") + _wide("S")) + _record(0x90) + _record(0x84)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="r1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.bin"/>'
    return zipped(
        {
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'{_XML}<Relationships xmlns="{package}">{link}</Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
