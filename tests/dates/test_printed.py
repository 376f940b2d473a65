"""What the program prints for a date is read again as that date, where its words say all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf, parse_printed

PRINTED = (
    "2022/..", "../2020", "2022/", "/2020", "2022-05-26/..", "2022-XX-XX", "2022-05-XX", "[..2020]", "[1991..]",
    "Y17000", "Y-13800000000", "-0043", "0044", "0001", "1898?/1900", "1940~/1945", "[1667,1668,1670..1672]",
    "{2020,2022}", "2022-05~", "2022%", "2021/2023-02",
)  # fmt: skip


@pytest.mark.parametrize("edtf", PRINTED)
def test_a_date_is_what_the_program_prints_for_it(edtf: str) -> None:
    read = parse_printed(str(parse_edtf(edtf)))

    assert read is not None
    assert read.text == edtf


@given(st.text("0123456789 –?,()BCorandfomuntil earlier", max_size=30) | st.sampled_from(["from x", "? – ?", "a or b"]))
def test_what_it_does_not_print_is_no_date(text: str) -> None:
    read = parse_printed(text)

    assert read is None or str(read) == text
