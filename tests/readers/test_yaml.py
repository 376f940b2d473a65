"""YAML: as it is written, with every trick that a few lines can play."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readers.reads import from_text, said, told
from readers.test_document import ENTRIES
from relations_cli.errors import DataError
from relations_cli.escaping import one_line


@given(ENTRIES, st.booleans(), st.sampled_from(["list", "map"]))
def test_any_entries_that_pyyaml_writes_are_read(entries: list[dict[str, str]], flow: bool, shape: str) -> None:  # noqa: FBT001
    document: Any = entries if shape == "list" else {"timeline": entries}
    # With allow_unicode PyYAML writes U+0085 as it is, and does not read it back itself
    text = yaml.safe_dump(document, default_flow_style=flow)

    assert told(from_text(text, "a.yml")) == [(entry["date"], one_line(entry["event"]).strip()) for entry in entries]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("- date: 4 Oct 2016\n  info: The team forms.\n", [("2016-10-04", "The team forms")]),
        ("- title: A\n  from: 2012\n  to:\n", [("2012", "A")]),
        ("- title: yes\n  date: 2020-01-01\n", [("2020-01-01", "yes")]),
        ("- title: 012\n  date: 2020\n", [("2020", "012")]),
        ("2019:\n  - a\n  - b\n2020:\n  - c\n", [("2019", "a"), ("2019", "b"), ("2020", "c")]),
        ("base: &b\n  tags: [x]\nevents:\n  - <<: *b\n    date: 2020\n    title: A\n", [("2020", "A")]),
        ("- &a {date: 2020, title: A}\n- <<: *a\n  title: B\n", [("2020", "A"), ("2020", "B")]),
        ("---\ndate: 2020\ntitle: A\n---\ndate: 2021\ntitle: B\n", [("2020", "A"), ("2021", "B")]),
        ("---\n- date: 2020\n  title: A\n---\n- date: 2021\n  title: B\n", [("2020", "A"), ("2021", "B")]),
        ("- !!python/object:os.system {date: 2020, title: A}\n", [("2020", "A")]),
        ("%YAML 1.1\n---\n- {date: 2020, event: A}\n", [("2020", "A")]),
    ],
)
def test_values_are_taken_as_they_are_written(text: str, events: list[tuple[str, str]]) -> None:
    assert told(from_text(text, "a.yml")) == events


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a.yml: is empty"),
        ("# only a remark\n", "a.yml: is empty"),
        ("hello", "a.yml:1:1: is no chronology: a single value"),
        ("- date: 2020\n  title: A\n  title: B\n", "a.yml:3:3: the key 'title' stands twice"),
        ("- date: 2020\n\ttitle: A\n", "a.yml:2:1: no valid YAML"),
        ("- date: 2020-13-01\n  title: A\n", "a.yml:1:3: '2020-13-01': there is no month 13"),
        ("- ? [a]\n  : b\n", "a.yml:1:5: a key that is no text"),
        ("&a\n- *a\n- {date: 2020, title: A}\n", "a.yml:1:1: a value that holds itself"),
        (BOMB, "its aliases and merge keys stand for more than 100,702 values"),
        ("[" * 5000 + "]" * 5000, "no valid YAML"),
        ("".join("  " * level + "-\n" for level in range(900)), "nested too deep"),
        ("- date: 2020\n  title: a\x01b\n", "no valid YAML"),
        ("start: 2010\nend: 2100\nlevels:\n  2010: 0\n  2020: 1\n", "is no chronology"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(DataError) as error:
        from_text(text, "a.yml")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_an_entry_that_cannot_be_read_is_skipped_and_counted() -> None:
    chronology, line = said("- {date: 2_020, title: A}\n- {date: 2021, title: B}\n", "a.yml", skip_bad=True)

    assert told(chronology) == [("2021", "B")]
    assert "1 entry skipped" in line
