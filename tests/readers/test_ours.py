"""What is JSON of ours and what only looks like it: a mistake of an editor is refused, another's form is read."""

import json
from typing import Any

import pytest

from program import Write
from relations_cli.errors import DataError
from relations_cli.readers.loading import load

EVENT: dict[str, Any] = {"id": "a", "date": "2022", "title": "A"}


@pytest.mark.parametrize(
    ("event", "date", "key"),
    [
        (EVENT | {"id": 1}, "2022", "id"),
        (EVENT | {"date": 2022}, "2022", "id"),
        (EVENT | {"date": "5 May 2020"}, "2020-05-05", "id"),
        (EVENT | {"category": "c"}, "2022", "tags"),
        (EVENT | {"description": "More."}, "2022", "summary"),
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_another_form_is_read(write: Write, event: dict[str, Any], date: str, key: str, *, whole: bool) -> None:
    document = {"title": "T", "events": [event]} if whole else [event]

    (read,) = load(write("a.json", json.dumps(document))).events

    assert read.date == date
    assert read.title == "A"
    assert getattr(read, key) or not whole


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (EVENT | {"titel": "x"}, "did you mean title?"),
        (EVENT | {"colour": "x"}, "unknown key 'colour'"),
        (EVENT | {"date": "2022-13"}, "there is no month 13"),
        (EVENT | {"tags": "x"}, "tags"),
    ],
)
def test_a_mistake_in_ours_is_refused_with_line_and_column(write: Write, event: dict[str, Any], says: str) -> None:
    path = write("a.json", json.dumps({"title": "T", "events": [event]}))

    with pytest.raises(DataError) as error:
        load(path)

    assert says in str(error.value)
    assert str(error.value).startswith(f"{path}:1:")


def test_a_key_that_stands_twice_is_refused_where_it_stands(write: Write) -> None:
    path = write("a.json", '{"1914": "A",\n "1914": "B"}')

    with pytest.raises(DataError) as error:
        load(path)

    assert str(error.value) == f"{path}:2:2: the key '1914' stands twice"
