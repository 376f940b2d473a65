"""Every problem of a file at once, each with its line, column and reason."""

import json
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from program import Inline, Write
from relations_cli.model.bundled import bundled_path
from relations_cli.model.facts import Chronology
from relations_cli.readers.located.places import Places
from relations_cli.validation import validate
from relations_cli.validation.schema import schema
from relations_cli.validation.structure import misshapen

TODAY = (2026, 11, 26)
SOURCE = {"publisher": "P", "url": "https://example.org/1"}
EVENT: dict[str, Any] = {"id": "a", "date": "2022", "title": "A", "sources": [SOURCE]}


def problems(text: str | bytes) -> list[tuple[int, int, str, str, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(one.line, one.column, one.severity, one.reason, one.place) for one in validate(data, "x.json", TODAY)]


def reasons(*events: dict[str, Any], **more: Any) -> list[tuple[str, str, str]]:
    found = problems(json.dumps({"title": "T", "events": list(events), **more}))
    return [(severity, reason, place) for _, _, severity, reason, place in found]


def test_the_bundled_file_passes_strictly(inline: Inline) -> None:
    done = inline("validate", "--strict", bundled_path())

    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("", 1, 1, "the file is empty"),
        ("  \n ", 1, 1, "the file is empty"),
        ('{"a": 1,\n}', 1, 8, "a trailing comma: remove it"),
        ("[1,]", 1, 3, "a trailing comma: remove it"),
        ("{'a': 1}", 1, 2, "single quotes: JSON strings are in double quotes"),
        ("// hello\n{}", 1, 1, "a comment: JSON has none"),
        ('{\n "a": 1 # why\n}', 2, 9, "a comment: JSON has none"),
        ('{"a": "x\ny"}', 1, 9, "a line break or control character inside a string: write it as an escape such as \\n"),
        ("{}x", 1, 3, "no valid JSON: extra data"),
        ("[" * 100_000, 1, 1, "nested too deep to be a chronology"),
        (b"\xff\xfe{\x00", 1, 2, "the file ends too early: expecting property name enclosed in double quotes"),
        (b'{"a":\n "\xe9"}', 2, 3, "not UTF-8 (byte 0xe9): save it as UTF-8"),
    ],
)
def test_what_is_no_json_is_named_for_what_it_is(text: str | bytes, line: int, column: int, reason: str) -> None:
    assert [found[:4] for found in problems(text)][-1:] == [(line, column, "error", reason)]


def test_a_file_that_ends_too_early_says_so() -> None:
    ((line, column, _, reason, _),) = problems('{"title": "T",\n "events": [')

    assert (line, column) == (2, 13)
    assert reason.startswith("the file ends too early")


def test_all_problems_of_a_file_come_at_once_in_the_order_of_the_file() -> None:
    text = """{"title": "T", "titel": 1,
 "tags": {"x": "X", "y": "Y"},
 "events": [
  {"id": "a", "date": "2022-13", "title": "A", "tags": ["x", "z"], "related": ["a", "q"], "sources": [{"url": "ftp://x"}]},
  {"id": "a", "title": 5, "date": null, "landmark": null, "landmark": NaN,
   "claims": [{"by": "u", "stance": "denys", "source": "http://no.where/"}]}
 ]}"""

    assert problems(text) == [
        (1, 16, "error", "unknown key 'titel': did you mean title?; keys of your own go under 'extra'", "$.titel"),
        (2, 21, "error", "the tag 'y' is never used", "$.tags.y"),
        (4, 23, "error", "'2022-13': there is no month 13; write YYYY, YYYY-MM or YYYY-MM-DD", "$.events[0].date"),
        (4, 62, "error", "there is no tag 'z'", "$.events[0].tags[1]"),
        (4, 80, "error", "the event is related to itself", "$.events[0].related[0]"),
        (4, 85, "error", "there is no event 'q'", "$.events[0].related[1]"),
        (4, 111, "error", "'ftp://x' is no http or https address", "$.events[0].sources[0].url"),
        (5, 3, "warning", "the event has no source", "$.events[1]"),
        (5, 10, "error", "the id 'a' is taken by $.events[0]", "$.events[1].id"),
        (5, 24, "error", "expected 'str', got 'int'", "$.events[1].title"),
        (5, 59, "error", "the key stands twice; the last one counts", "$.events[1].landmark"),
        (5, 71, "error", "NaN and Infinity are no JSON", "$.events[1].landmark"),
        (5, 71, "error", "expected 'bool', got 'float'", "$.events[1].landmark"),
        (6, 37, "error", "there is no 'denys': did you mean denies?", "$.events[1].claims[0].stance"),
        (6, 56, "error", "'http://no.where/' is the source of no event in the file", "$.events[1].claims[0].source"),
    ]


@pytest.mark.parametrize(
    ("event", "more", "finding"),
    [
        ({"title": "x" * 81}, {}, ("warning", "a title of 81 characters: at most 80", "$.events[0].title")),
        ({"sources": []}, {}, ("warning", "the event has no source", "$.events[0]")),
        ({"sources": [{}]}, {}, ("error", "a source needs a publisher or an address (url)", "$.events[0].sources[0]")),
        (
            {"date": "2027"},
            {},
            ("warning", "the event lies in the future: 'known' says since when it is planned", "$.events[0].date"),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "date": "2021-12"}]},
            {},
            ("warning", "the claim is dated before the event that it is on", "$.events[0].claims[0].date"),
        ),
        (
            {"title": "Russia denies it", "claims": [{"by": "b", "stance": "denies"}]},
            {},
            (
                "warning",
                "a statement with claims of its own: nobody contests that it was said; put them on a proposition",
                "$.events[0].claims",
            ),
        ),
        (
            {"sources": [{"publisher": "P", "language": "Russian"}]},
            {},
            (
                "error",
                "'Russian' is no language tag (BCP 47): write ru, ko, zh-Hans or the like",
                "$.events[0].sources[0].language",
            ),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "source": SOURCE["url"], "quote": "x" * 301}]},
            {},
            ("error", "a quote of 301 characters: at most 300", "$.events[0].claims[0].quote"),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "quote": "No."}]},
            {},
            (
                "error",
                "a quote without a source: 'source' says where these words are published",
                "$.events[0].claims[0].quote",
            ),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "locator": "p. 5"}]},
            {},
            (
                "warning",
                "a locator without a source: 'source' says in which publication",
                "$.events[0].claims[0].locator",
            ),
        ),
        (
            {"type": "vist"},
            {"types": {"visit": "V"}},
            ("error", "there is no type 'vist': did you mean visit?", "$.events[0].type"),
        ),
        ({"propositions": ["p"]}, {}, ("error", "there is no proposition 'p'", "$.events[0].propositions[0]")),
        (
            {"propositions": ["p"]},
            {"propositions": {"p": {"text": "P"}}},
            ("error", "nobody claims the proposition 'p'", "$.propositions.p"),
        ),
        (
            {},
            {"propositions": {"p": {"text": "P", "claims": [{"by": "b", "stance": "asserts"}]}}},
            ("error", "no event bears on the proposition 'p'", "$.propositions.p"),
        ),
        (
            {"actors": ["a"]},
            {"actors": {"a": {"name": "A", "kind": "person", "parent": "a"}}},
            ("error", "the parents of 'a' form a circle", "$.actors.a.parent"),
        ),
        (
            {"actors": ["a"]},
            {"actors": {"a": {"name": "A", "kind": "person", "parent": "b"}}},
            ("error", "there is no actor 'b'", "$.actors.a.parent"),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "event": "z"}]},
            {},
            ("error", "there is no event 'z'", "$.events[0].claims[0].event"),
        ),
        (
            {"claims": [{"by": "b", "stance": "denies", "figures": [{"of": "m"}]}]},
            {"measures": {"n": "N"}},
            ("error", "there is no measure 'm'", "$.events[0].claims[0].figures[0].of"),
        ),
    ],
)  # fmt: skip
def test_each_rule_is_checked(event: dict[str, Any], more: dict[str, Any], finding: tuple[str, str, str]) -> None:
    assert finding in reasons(EVENT | event, **more)
    assert reasons(EVENT) == []


def test_a_byte_order_mark_is_a_warning() -> None:
    text = json.dumps({"title": "T", "events": [EVENT]})

    assert problems(b"\xef\xbb\xbf" + text.encode()) == [
        (1, 1, "warning", "a byte order mark: save it as UTF-8 without one", "$")
    ]


def test_the_command_says_problems_in_lines_and_counts_them(inline: Inline, write: Write) -> None:
    path = write("mine.json", json.dumps({"title": "T", "events": [EVENT | {"date": "2022-13", "sources": []}]}))

    done = inline("validate", path)

    assert done.code == 2
    assert done.out.splitlines()[1].startswith(f"{path}:1:")
    assert done.out.splitlines()[1].endswith(
        "error: '2022-13': there is no month 13; write YYYY, YYYY-MM or YYYY-MM-DD @ $.events[0].date"
    )
    assert done.err == "timeline: 1 error, 1 warning in 1 file\n"
    assert [entry["severity"] for entry in json.loads(inline("validate", path, "-o", "json").out)] == [
        "warning",
        "error",
    ]


def test_warnings_are_errors_when_strict(inline: Inline, write: Write) -> None:
    path = write("mine.json", json.dumps({"title": "T", "events": [EVENT | {"sources": []}]}))

    assert inline("validate", path).code == 0
    assert inline("validate", "--strict", path).code == 2
    good = write("good.json", json.dumps({"title": "T", "events": [EVENT]}))
    assert inline("validate", good, "-o", "json").out == "[]\n"
    assert inline("validate", "no-such-file.json").code == 2


@pytest.mark.parametrize(
    "args", [[], ["--tag", "troops"], ["--on", "2024-10-21"], ["--landmarks"], ["--as-of", "2024"]]
)
def test_a_selection_that_we_write_is_accepted(inline: Inline, tmp_path: Path, args: list[str]) -> None:
    path = str(tmp_path / "out.json")
    inline("list", *args, "-o", path)

    done = inline("validate", "--strict", path)

    assert (done.code, done.out) == (0, "")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(json_values, st.sampled_from([None, 1, 3]))
def test_every_value_is_found_where_it_stands(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    places = Places(text)

    def walk(item: Any, path: tuple[str | int, ...]) -> None:
        found, _ = json.JSONDecoder().raw_decode(text, places.offset(path))
        assert found == item
        inner = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
        for key, one in inner:
            walk(one, (*path, key))

    walk(value, ())


@given(json_values)
def test_no_document_raises(value: Any) -> None:
    validate(json.dumps(value).encode(), "x", TODAY)
    validate(json.dumps({"title": "T", "events": value, "actors": value, "tags": value}).encode(), "x", TODAY)
    validate(
        json.dumps({"title": "T", "events": [{"id": value, "sources": value, "claims": value}]}).encode(), "x", TODAY
    )


FAULTS: tuple[Any, ...] = (None, 17, -1, 1.5, "text", "", [], {}, True, [17], [None], {"k": 17}, {"k": None})


def complete(type_: Any) -> Any:
    """A document of the type in which every field has a value, so that a field of the model cannot be forgotten."""
    origin, inner = get_origin(type_), get_args(type_)
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return {field.encode_name: complete(field.type) for field in fields(type_)}
    if origin is tuple:
        return [complete(inner[0])]
    if origin is dict:
        return {"key": complete(inner[1])}
    if origin in (Union, types.UnionType):
        return complete(next(one for one in inner if one is not types.NoneType))
    if origin is Literal:
        return inner[0]
    return {str: "some", bool: False, float: 2}.get(type_, {"any": 3})


def containers(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Every object and array of a document, with the way to it."""
    if isinstance(value, (dict, list)):
        yield path, value
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from containers(one, f"{path}.{key}")


def mutations() -> Iterator[tuple[str, Any]]:
    """A document with one structural fault after the other, each undone before the next, and what the fault is."""
    whole = complete(Chronology)
    for path, holder in list(containers(whole)):
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            kept = holder[key]
            for fault in FAULTS:
                holder[key] = fault
                yield f"{path}.{key} = {fault!r}", whole
            holder[key] = kept
            if isinstance(holder, dict):
                del holder[key]
                yield f"without {path}.{key}", whole
                holder["unknown key"] = 1
                yield f"unknown key in {path}, without {key}", whole
                del holder["unknown key"]
                holder[key] = kept


def test_the_schema_beside_the_bundled_file_is_what_the_command_prints(inline: Inline, bundled: Chronology) -> None:
    assert bundled.schema == "chronology-1.schema.json"
    beside = Path(bundled_path()).with_name(bundled.schema)

    assert beside.read_text(encoding="utf-8") == inline("schema").out


def test_the_schema_is_a_schema_that_the_bundled_file_fits() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    with open(bundled_path(), encoding="utf-8") as file:
        jsonschema.Draft202012Validator(schema()).validate(json.load(file))


@pytest.mark.parametrize(("length", "fits"), [(0, True), (300, True), (301, False)])
def test_the_schema_bounds_a_quote_as_validate_does(length: int, fits: bool) -> None:  # noqa: FBT001
    claim = {"by": "b", "stance": "denies", "source": SOURCE["url"], "quote": "й" * length}
    document = {"title": "T", "events": [{"id": "a", "date": "2020", "title": "A", "claims": [claim]}]}

    assert jsonschema.Draft202012Validator(schema()).is_valid(document) is fits


def test_schema_and_structure_agree_on_every_mutation() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    assert validator.is_valid(complete(Chronology))
    seen = refused = 0

    for fault, document in mutations():
        is_valid = validator.is_valid(document)
        assert is_valid == (not list(misshapen(document, Chronology))), fault
        seen += 1
        refused += not is_valid
    assert seen >= 1000
    assert refused >= 500
