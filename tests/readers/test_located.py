"""Where something stands in a file, and what is wrong with it there."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.model.facts import Chronology, Event
from relations_cli.readers.located.mismatch import mismatch_of
from relations_cli.readers.located.positions import in_bytes, in_text


@given(st.text(st.sampled_from("aé\n日"), max_size=20), st.data())
def test_a_place_in_bytes_is_that_of_its_character(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))

    line, column = in_text(text, at)

    assert in_bytes(text.encode(), len(text[:at].encode())) == (line, column)
    assert (line, column) == (len(text[:at].split("\n")), len(text[:at].rsplit("\n", maxsplit=1)[-1]) + 1)


def test_a_column_counts_the_characters_of_the_encoding() -> None:
    assert in_bytes("é\nдата x".encode("cp1251", "replace"), 7, "cp1251") == (2, 6)


@pytest.mark.parametrize(
    ("value", "type_", "expected"),
    [
        ({"title": "T", "events": [{"id": 1}]}, Chronology, ("expected 'str', got 'int'", "$.events[0].id", None)),
        (5, Event, ("expected 'object', got 'int'", "$", None)),
        ({"x - at `y": 1}, Event, ("object contains unknown field 'x - at 'y'", "$", "x - at `y")),
        ({"titel": 1}, Event, ("object contains unknown field 'titel'", "$", "titel")),
    ],
)
def test_a_mismatch_is_said_in_parts(value: object, type_: type, expected: tuple[str, str, str | None]) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(value, type_)

    assert mismatch_of(caught.value) == expected


@pytest.mark.parametrize("encoding", ["idna", "punycode", "undefined", "\udcff", "a\0"])
def test_where_a_codec_cannot_count_characters_bytes_are_counted(encoding: str) -> None:
    assert in_bytes(b"a\n\xff\xfe\xfdx", 5, encoding) == (2, 4)
