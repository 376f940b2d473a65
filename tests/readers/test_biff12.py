"""How many cells a sheet of a binary workbook stands for, from its records (MS-XLSB, 2.1.4)."""

import struct

import pytest

from relations_cli.readers.containers.biff12 import cells_of_binary

ROW, CELL, DIMENSIONS, SHEET, SHEET_ENDS, TEXTS = 0x00, 0x02, 0x94, 0x91, 0x92, 0x9F


def part(*records: tuple[int, bytes]) -> bytes:
    """The records with their kinds and lengths, of two bytes where one does not hold them."""
    return b"".join(
        (bytes([kind]) if kind < 0x80 else bytes([kind | 0x80, kind >> 7])) + bytes([len(body)]) + body
        for kind, body in records
    )


def number(value: int) -> bytes:
    return struct.pack("<I", value)


def sheet(*records: tuple[int, bytes]) -> bytes:
    return part((SHEET, b""), *records, (SHEET_ENDS, b""))


def test_the_cells_are_all_between_the_outermost_whatever_their_order() -> None:
    rows = [(ROW, number(9)), (CELL, number(4)), (ROW, number(2)), (CELL, number(1))]

    assert cells_of_binary(sheet(*rows)) == 10 * 5


def test_what_is_outside_a_sheet_has_no_cells() -> None:
    assert cells_of_binary(part((ROW, number(9)), (CELL, number(4)))) == 0
    assert cells_of_binary(sheet() + part((ROW, number(9)), (CELL, number(4)))) == 0


@pytest.mark.parametrize(
    "outermost",
    [(0, 1 << 20, 0, 1), (0, 1, 0, 1 << 14), (5, 4, 0, 1), (0, 1, 7, 6), (0, 0xFFFFFFFF, 0, 0)],
)
def test_dimensions_that_no_sheet_has_are_none(outermost: tuple[int, int, int, int]) -> None:
    assert cells_of_binary(part((DIMENSIONS, struct.pack("<4I", *outermost)))) is None
    assert cells_of_binary(part((DIMENSIONS, struct.pack("<4I", 0, 3, 0, 3)))) == 0


@pytest.mark.parametrize(("kind", "place"), [(ROW, 1 << 20), (CELL, 1 << 14)])
def test_a_row_or_a_column_that_no_sheet_has_is_none(kind: int, place: int) -> None:
    assert cells_of_binary(sheet((kind, number(place)))) is None


def test_more_texts_than_the_part_has_room_for_are_none() -> None:
    assert cells_of_binary(part((TEXTS, number(0) + number(1_000_000)))) is None
    assert cells_of_binary(part((TEXTS, number(9) + number(1)))) == 0
