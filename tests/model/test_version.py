"""A file says in which version of our form it is; one that is newer than what is known is refused by that name."""

import json

import pytest

from program import Inline, Write
from relations_cli.model.version import FORM, newer_form


@pytest.mark.parametrize(
    ("schema", "form"),
    [
        (f"chronology-{FORM}.schema.json", None),
        (f"chronology-{FORM + 1}.schema.json", FORM + 1),
        (f"https://example.org/a/chronology-{FORM + 1}.schema.json", FORM + 1),
        ("chronology.schema.json", None),
        ("https://example.org/timeline-9.schema.json", None),
        ("my-chronology-9.schema.json", None),
        (None, None),
        (9, None),
    ],
)
def test_only_our_own_schema_of_a_later_number_is_newer(schema: object, form: int | None) -> None:
    assert newer_form(schema) == form


@pytest.mark.parametrize("event", [{}, {"id": "a", "date": "2020", "title": "T", "mood": "new"}])
def test_a_file_of_a_newer_form_is_refused_by_name_not_for_its_keys(
    event: dict[str, str], inline: Inline, write: Write
) -> None:
    path = write(
        "x.json", json.dumps({"$schema": "chronology-2.schema.json", "title": "T", "events": [event] if event else []})
    )
    reason = "form 2 of a chronology is newer than form 1, which this timeline reads: upgrade relations-cli @ $.$schema"

    listed, checked = inline("list", "-f", path), inline("validate", path)

    assert (listed.code, listed.out, listed.err) == (2, "", f"timeline: {path}:1:13: {reason}\n")
    assert (checked.code, checked.out) == (2, f"{path}:1:13: error: {reason}\n")
