"""Ids that are made: of the date, the title and all that an entry says."""

import pytest

from relations_cli.model.facts import Event
from relations_cli.model.identity import is_made, made_id, slug


def test_a_made_id_holds_the_first_day_as_written_the_title_and_a_hash_of_everything() -> None:
    event = Event(id="", date="2020-02-03/2021", title="Ships arrive")

    made = made_id(event)
    assert made[:-6] == "2020-02-03-ships-arrive-"
    assert made == made_id(Event(id="", date="2020-02-03/2021", title="Ships arrive"))
    assert made != made_id(Event(id="", date="2020-02-03/2021", title="Ships arrive", note="more"))
    assert made_id(Event(id="", date=None, title="Ships arrive"))[:-6] == "undated-ships-arrive-"
    assert made_id(Event(id="", date="2020~", title="日本"))[:-6] == "2020-"
    assert is_made(made)
    assert is_made(made_id(Event(id="", date=None, title="!")))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ships arrive", "ships-arrive"),
        ("  -- Ships,  ARRIVE! ", "ships-arrive"),
        ("Öland à la carte", "oland-a-la-carte"),
        ("日本", ""),
        ("", ""),
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 40),
        ("a" * 39 + " b", "a" * 39),
        ("a" * 38 + " b", "a" * 38 + "-b"),
        ("a" * 40 + " b", "a" * 40),
        ("aaa " + "b" * 37 + " c", "aaa"),
        ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
        (" " * 199 + "ab", "a"),  # no more than the first 200 characters count
    ],
)
def test_a_slug_is_the_words_of_a_text_cut_at_a_word(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("2020-ships-0a1b2c", True), ("undated-0a1b2c", True), ("-0044-ides-0a1b2c", True), ("2020-ships", False),
     ("ships-0a1b2c", False), ("2020-ships-0a1b2g", False), ("2020-ships-0a1b2c7", False),
     ("2020-Ships-0a1b2c", False)],
)  # fmt: skip
def test_a_made_id_is_known_by_its_form(name: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_made(name) is is_one
