"""What is written of any mixture of files and filters has no fault that no file of the mixture had."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.model.facts import Chronology, Claim, Event, Source
from relations_cli.query.select import select
from relations_cli.readers.merging import merge
from relations_cli.validation import validate
from relations_cli.writers.chronology import document, selection
from small import asked

NAMES = st.sampled_from(("a", "b", "c"))
CLAIMS: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict, by=NAMES, stance=st.just("asserts"), date=st.just("2024-01-01"), event=NAMES,
        source=st.sampled_from(("https://x.org/a", "https://x.org/b", "https://x.org/c")), quote=st.just("said"),
        locator=st.just("p. 1"), figures=st.lists(st.builds(dict, of=NAMES, low=st.just(1)), max_size=1),
    ),
    max_size=2,
)  # fmt: skip
EVENTS: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict, id=NAMES, date=st.sampled_from(("2020", "2021")), title=st.sampled_from(("A", "B")), type=NAMES,
        tags=st.lists(NAMES, unique=True, max_size=2), actors=st.lists(NAMES, unique=True, max_size=2), claims=CLAIMS,
        related=st.lists(NAMES, unique=True, max_size=1),
    ),
    min_size=1, max_size=3, unique_by=lambda event: str(event["id"]),
)  # fmt: skip


def _whole(events: list[dict[str, Any]], declares: tuple[bool, ...]) -> dict[str, Any]:
    """A valid chronology of the events, which declares what it uses of some kinds."""
    ids = {event["id"] for event in events}
    for event in events:
        event["sources"] = [{"url": f"https://x.org/{event['id']}"}]
        event["related"] = [one for one in event["related"] if one in ids - {event["id"]}]
        event["claims"] = [
            claim | {"event": claim["event"] if claim["event"] in ids else event["id"]} for claim in event["claims"]
        ]
        for claim in event["claims"]:
            claim["source"] = f"https://x.org/{claim['event']}"
    claims = [claim for event in events for claim in event["claims"]]
    types = {event["type"] for event in events}
    tags = {tag for event in events for tag in event["tags"]}
    measures = {figure["of"] for claim in claims for figure in claim["figures"]}
    actors = {name for event in events for name in event["actors"]} | {claim["by"] for claim in claims}
    kinds = ("types", types), ("tags", tags), ("measures", measures)
    said: dict[str, Any] = {
        kind: dict.fromkeys(names, "M") for (kind, names), is_said in zip(kinds, declares, strict=False) if is_said
    }
    if declares[-1]:
        said["actors"] = {name: {"name": name.upper() * 2, "kind": "person"} for name in actors}
    return {"title": "T", **said, "events": events}


FILES = st.builds(_whole, EVENTS, st.tuples(*[st.booleans()] * 4))


def _reasons(text: bytes) -> set[str]:
    return {one.reason.partition(" '")[0] for one in validate(text, "x.json", (2026, 11, 30))}


@settings(max_examples=60)
@given(st.lists(FILES, min_size=1, max_size=3), st.sampled_from(({}, {"since": "2021"}, {"as_of": "2020-06"})))
def test_what_is_written_has_no_fault_that_its_files_did_not_have(
    files: list[dict[str, Any]], how: dict[str, str]
) -> None:
    texts = [msgspec.json.encode(one) for one in files]
    read = [(f"{at}", msgspec.json.decode(text, type=Chronology)) for at, text in enumerate(texts)]
    merged = merge(read, []) if len(read) > 1 else read[0][1]
    written = document(selection(select(merged, asked(**how)))).encode()

    had = set().union(*map(_reasons, texts)) | {"the claim is dated before the event that it is on"}
    assert _reasons(written) <= had


@pytest.mark.parametrize(
    ("said", "merged"),
    [
        ((None, "MIT"), "MIT"), (("MIT", "MIT"), "MIT"), (("MIT", "CC0-1.0"), "MIT AND CC0-1.0"),
        (("MIT OR ISC", "CC0-1.0"), "(MIT OR ISC) AND CC0-1.0"), ((None, None), None),
    ],
)  # fmt: skip
def test_every_licence_holds_for_what_is_merged(said: tuple[str | None, ...], merged: str | None) -> None:
    files = [(f"{at}", Chronology(title="T", events=(), license=one)) for at, one in enumerate(said)]

    assert merge(files, []).license == merged


def test_what_files_say_of_themselves_is_joined_and_the_earliest_day_counts() -> None:
    days = (None, "2024-05-03", "2024-05", "2023-12-31")
    files = [
        (f"{at}", Chronology(title="T", events=(), updated=day, description=None if at == 0 else f"D{at % 2}."))
        for at, day in enumerate(days)
    ]
    merged = merge(files, [])

    assert (merged.updated, merged.description) == ("2023-12-31", "D1. D0.")
    assert merge(files[1:3], []).updated == "2024-05-03"
    assert merge(files[:1] * 2, []).updated is None


def test_a_quote_does_not_stay_without_its_source() -> None:
    claim = Claim(by="x", stance="asserts", event="b", source="https://x.org/b", quote="said", locator="p. 1", note="N")
    events = (
        Event(id="a", date="2021", title="A", claims=(claim,)),
        Event(id="b", date="2020", title="B", sources=(Source(url="https://x.org/b"),)),
    )
    (kept,) = selection(select(Chronology(title="T", events=events), asked(since="2021"))).events

    assert kept.claims == (Claim(by="x", stance="asserts", note="N"),)
