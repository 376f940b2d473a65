"""Pages with front matter: an event each."""

import pytest

from readers.reads import from_text, said, told
from relations_cli.errors import DataError
from relations_cli.readers.fences import has_front_matter, parted


@pytest.mark.parametrize(
    ("name", "text", "events"),
    [
        ("2020-01-02-a-mill.md", "---\ntitle: A\n---\nbody\n", [("2020-01-02", "A")]),
        ("2020-01-02-a-mill.md", "---\nlayout: post\n---\n", [("2020-01-02", "a mill")]),
        ("a.md", "---\r\ntitle: A\r\ndate: 2020-01-02 12:00:00 +0100\r\n---\r\n", [("2020-01-02T12:00:00+01:00", "A")]),
        ("a.md", '+++\ntitle = "A"\ndate = 2020-01-02T00:00:00Z\n+++\n', [("2020-01-02", "A")]),
        ("a-bridge.md", "---\ndate: 2020\n---\n", [("2020", "a bridge")]),
        ("a.md", "---\ntitle: A\n---\n", [(None, "A")]),
    ],
)
def test_a_page_is_an_event(name: str, text: str, events: list[tuple[str | None, str]]) -> None:
    assert told(from_text(text, name)) == events


def test_a_page_that_lists_others_is_left_out_and_counted() -> None:
    chronology, line = said("---\ntitle: All\n---\n", "_index.md")

    assert chronology.events == ()
    assert "1 part left out" in line


@pytest.mark.parametrize("text", ["---\n- a\n---\n", "---\na: b: c\n---\n", "+++\na = \n+++\n", "---\n---\n"])
def test_front_matter_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        from_text(text, "x.md")


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("---\na: 1\n---\n", True),
        ("\ufeff+++\r\n+++\r\n", True),
        ("---\n---", True),
        ("---\na: 1\n+++\n", False),
        ("---\na: 1\n----\n", False),
        ("a\n---\n---\n", False),
    ],
)
def test_front_matter_stands_between_two_fences_at_the_top(text: str, has: bool) -> None:  # noqa: FBT001
    assert has_front_matter(text.encode()) == has


def test_a_page_is_parted_where_the_same_fence_stands_alone() -> None:
    assert parted("---\na: 1\n----\n---  \n\nb\n---\n") == ("---", "a: 1\n----\n", "b\n---")
    assert parted("---\na: 1\n") == ("---", "a: 1\n", "")
