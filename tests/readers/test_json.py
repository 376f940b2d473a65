"""Our own json and jsonl: what is read, and how what cannot be is refused: file, place, what to do."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from program import Inline, Run, Write
from relations_cli.errors import DataError, UsageError
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure, Proposition, Source
from relations_cli.readers.loading import load, load_all

EVENT = {"id": "a", "date": "2022", "title": "A"}


def refused(path: str) -> str:
    with pytest.raises(DataError) as error:
        load(path)
    message = str(error.value)
    assert "\n" not in message
    assert message.startswith(path)
    return message.removeprefix(path)


def chronology(*events: object, **more: object) -> str:
    return json.dumps({"title": "T", "events": events} | more)


def test_a_chronology_an_array_and_lines_hold_the_same_events(write: Write) -> None:
    files = [
        write("a.json", chronology(EVENT)),
        write("b.json", json.dumps([EVENT])),
        write("c.jsonl", json.dumps(EVENT) + "\n\n"),
        write("d.ndjson", json.dumps(EVENT)),
        write("no-suffix", json.dumps(EVENT) + "\n"),
        write("also-none", chronology(EVENT)),
        write("bom.json", b"\xef\xbb\xbf" + chronology(EVENT).encode()),
        write("crlf.jsonl", json.dumps(EVENT) + "\r\n"),
    ]

    events = [load(path).events for path in files]

    assert len({json.dumps([event.title for event in several]) for several in events}) == 1
    assert [event.id for event in events[0]] == ["a"]


def test_keys_of_ones_own_are_kept_under_extra_in_entries(write: Write) -> None:
    path = write("a.json", json.dumps([EVENT | {"colour": "red", "extra": {"k": 1}, "lower": "x", "rank": 3}]))

    assert load(path).events[0].extra == {"k": 1, "colour": "red"}


def test_null_stands_for_what_is_missing_in_entries(write: Write) -> None:
    path = write("a.json", json.dumps([EVENT | {"date": None, "note": None, "landmark": None, "tags": None}]))

    (event,) = load(path).events
    assert (event.date, event.note, event.landmark, event.tags) == (None, None, False, ())


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", "", ": is empty"),
        ("a.json", " \n", ": is empty"),
        ("a.json", "{", ":1:2: no valid JSON"),
        ("a.json", '{"title": "T",\n "events": [}', ":2:13: no valid JSON"),
        ("a.json", '{"title": "T", "events": []} x', ":1:30: no valid JSON"),
        ("a.json", "42", "expected 'object', got 'int' @ $"),
        ("a.json", "nonsense", ":1:1: no valid JSON"),
        ("a.json", chronology({"id": "a", "date": "2022"}), "missing required field 'title' @ $.events[0]"),
        ("a.json", chronology(EVENT | {"date": "2022-13"}), "@ $.events[0].date"),
        ("a.json", chronology(EVENT | {"known": "x"}), "@ $.events[0].known"),
        ("a.json", chronology(EVENT | {"sources": [{"date": "2022-02-30"}]}), "@ $.events[0].sources[0].date"),
        (
            "a.json",
            chronology(EVENT | {"claims": [{"by": "b", "stance": "denies", "date": "no"}]}),
            "@ $.events[0].claims[0].date",
        ),
        ("a.json", chronology(EVENT | {"claims": [{"by": "b", "stance": "hints"}]}), "@ $.events[0].claims[0].stance"),
        (
            "a.json",
            chronology(
                EVENT, propositions={"p": {"text": "P", "claims": [{"by": "b", "stance": "denies", "date": "?"}]}}
            ),
            "@ $.propositions.p.claims[0].date",
        ),
        ("a.json", chronology(EVENT | {"titel": "x"}), "unknown key 'titel': did you mean title? @ $.events[0]"),
        ("a.json", chronology(EVENT | {"zzz": "x"}), "put keys of your own under 'extra' @ $.events[0]"),
        ("a.json", chronology(EVENT, EVENT), "the id 'a' is taken by $.events[0].id @ $.events[1].id"),
        ("a.json", "[1]", ":1:1: is no chronology: an array without entries that have a date and a text"),
        ("a.json", '[{"id": "a", "title": "A", "date": "2022", "propositions": 3}]', "@ $[0].propositions"),
        ("a.json", '[{"id": "a", "title": "A", "date": "2022", "who": 3}]', "expected an object @ $[0].who"),
        ("a.jsonl", json.dumps(EVENT) + "\n{", ":2:2: no valid JSON"),
        ("a.jsonl", json.dumps(EVENT) + '\n{"id": "b"}', ":2: the entry has no text"),
        ("a.json", b"\xff\xfe[\x00\x00", "not utf-16-le (byte 0x00)"),
        ("a.json", b'{"title": "T",\n"\xe9": 1}', ":2:2: not UTF-8 (byte 0xe9): save it as UTF-8"),
        ("a.json", "[" * 100_000, "nested too deep"),
        ("a.json", '[{"a": 9e999999,{', "number out of range"),
        ("a.json", '{"title": "\\ud800", "events": []}', "no valid JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    write: Write, name: str, content: str | bytes, says: str
) -> None:
    assert says in refused(write(name, content))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: object) -> None:
    assert refused(f"{tmp_path}/none.json") == ": cannot be read: no such file or directory"
    assert refused(str(tmp_path)) == ": holds no chronology: it has no file of json, csv, yaml or the like"


def test_an_unknown_format_names_the_known_ones(write: Write) -> None:
    path = write("a.json", chronology(EVENT))

    with pytest.raises(UsageError, match="did you mean json"):
        load(path, reader="jsn")
    assert load(path, reader="json").title == "T"


def test_several_files_are_merged_and_the_first_counts(write: Write) -> None:
    one = write("one.json", chronology(EVENT, tags={"t": "first"}, actors={"x": {"name": "X", "kind": "person"}}))
    two = write("two.json", chronology(EVENT | {"id": "b"}, EVENT, tags={"t": "second", "u": "U"}))

    merged, notes = load_all([one, two])

    assert [event.id for event in merged.events] == ["a", "b"]
    assert merged.tags == {"t": "first", "u": "U"}
    assert [(note.kind, str(note)) for note in notes] == [
        ("duplicate", f"{two}: 'a' is in an earlier file too: taken once"),
        ("merged", f"{two}: the tag 't' is declared differently: the first file's counts"),
    ]


def test_an_own_file_is_answered_like_the_bundled_one(write: Write, inline: Inline) -> None:
    path = write("own file.json", chronology(EVENT | {"tags": ["x"]}, EVENT | {"id": "b", "date": None, "tags": ["y"]}))

    from_flag = inline("list", "-f", path)
    assert from_flag.out == "a\t2022\tA\tx\t\nb\t\tA\ty\t\n"
    undated = inline("list", "-f", path, "--since", "2021")
    assert undated.err == "timeline: 1 undated event left out, which no date filter can place\n"
    # A name that is not used is a mistake, though the file declares none: the nearest are named.
    missing = inline("list", "-f", path, "--tag", "xx")
    assert (missing.code, missing.out) == (2, "")
    assert "there is no 'xx'" in missing.err


def test_the_environment_names_a_default_file(timeline: Run, write: Write, bundled: Chronology) -> None:
    path = write("a b.json", chronology(EVENT))

    assert timeline("count", env={"TIMELINE_FILE": path}).stdout == "1\n"
    assert timeline("count", env={"TIMELINE_FILE": ""}).stdout == f"{len(bundled.events)}\n"
    piped = timeline("count", "-f", "-", input=json.dumps([EVENT]))
    assert piped.stdout == "1\n"


CLAIM = {"by": "u", "stance": "denies", "figures": [{"of": "m"}]}
WHOLE = {
    "title": "T",
    "actors": {"u.v": {"name": "U", "kind": "state"}},
    "propositions": {"p": {"text": "P", "claims": [CLAIM]}},
    "events": [EVENT | {"sources": [{"publisher": "P"}], "claims": [CLAIM]}],
}
OBJECTS: dict[tuple[str | int, ...], type[msgspec.Struct]] = {
    (): Chronology,
    ("actors", "u.v"): Actor,
    ("propositions", "p"): Proposition,
    ("propositions", "p", "claims", 0): Claim,
    ("propositions", "p", "claims", 0, "figures", 0): Figure,
    ("events", 0): Event,
    ("events", 0, "sources", 0): Source,
    ("events", 0, "claims", 0): Claim,
    ("events", 0, "claims", 0, "figures", 0): Figure,
}
KEYS = sorted({field.encode_name for type_ in OBJECTS.values() for field in msgspec.structs.fields(type_)})


@pytest.mark.parametrize("path", OBJECTS, ids=str)
def test_only_keys_that_its_object_may_have_are_offered_for_an_unknown_one(
    path: tuple[str | int, ...], tmp_path: Path
) -> None:
    valid = [field.encode_name for field in msgspec.structs.fields(OBJECTS[path])]
    for key in {*KEYS, "titel", "Title", "dates", "xyzzy"} - set(valid):
        document = json.loads(json.dumps(WHOLE))
        holder = document
        for step in path:
            holder = holder[step]
        holder[key] = "x"
        file = tmp_path / "a.json"
        file.write_text(json.dumps(document), encoding="utf-8")

        said = refused(str(file)).partition(f"unknown key '{key}': ")[2].rpartition(" @ $")[0]

        if said.startswith("did you mean "):
            assert set(re.split(r", | or ", said.removeprefix("did you mean ").removesuffix("?"))) <= set(valid)
        elif said.startswith("there are "):
            assert said == f"there are {', '.join(valid)}"
            assert "extra" not in valid
        else:
            assert said == "put keys of your own under 'extra'"
            assert "extra" in valid


def test_the_hint_for_an_unknown_key_is_never_the_key_itself(write: Write) -> None:
    path = write(
        "a.json",
        json.dumps({"title": "T", "actors": {"u": {"name": "U", "kind": "state", "title": "x"}}, "events": []}),
    )

    assert "unknown key 'title': there are name, kind, aliases, parent" in refused(path)
