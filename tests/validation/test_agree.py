"""One parser's word: what list refuses validate refuses, at the same place; problems of meaning stop no question."""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Inline, Write, named
from relations_cli.errors import DataError
from relations_cli.limits import NESTING
from relations_cli.readers.located.strict import strict
from relations_cli.readers.located.syntax import decode

FUZZ = Path(__file__).parents[2] / "fuzz" / "agree.py"
DATELESS = {"by": "u", "stance": "denies", "date": "zzz"}
EVENT: dict[str, Any] = {"id": "a", "date": "2022", "title": "A"}


def own(**more: Any) -> str:
    return json.dumps({"title": "T", "events": [EVENT | more]})


def places(inline: Inline, path: str) -> tuple[str, list[str]]:
    """Where list refuses a file, and where validate finds an error."""
    listed, validated = inline("list", "-f", path), inline("validate", path)
    errors = [line for line in validated.out.splitlines() if ": error: " in line]

    assert listed.code == validated.code == 2, (listed, validated)
    assert (listed.out, listed.err.count("\n")) == ("", 1)
    assert "mistake in timeline" not in listed.err + validated.err
    return listed.err.removeprefix("timeline: ").split(": ")[0], [line.split(": ")[0] for line in errors]


IN_EXTRA = (
    "»1e400", "»-1e400", "»" + "1" * 5000, "»-" + "1" * 5000, "»NaN", "»-Infinity", '»"\\ud800"',
    '[1, "a", »"\\udc00\\ud800"]', '{»"\\ud800": 1}', '{"k": 1, »"k": 2}', '{"k": 1, »"\\u006b": 2}',
    '{"k": {"k": 1}, "l": 2,\n »"k" : 2}', '{":": 1, »"\\u003a": ":"}', "[1»,]", '{"k": 1»,}',
    '{"k": 1, »"k": 2, "l": "\\u0022\\u0022"}', "[1, »// one\n2]",
    "»'k'", "[»+1]", "[0»1]", '"a»\tb"', '"»\\x"', "[1 »2]", "»True", "»undefined",
)  # fmt: skip
"""Values of a key under ``extra``, each with a mark where it is wrong."""
DEEP = ("[" * 500 + "]" * 500, '{"a":' * 500 + "1" + "}" * 500)
LINE = json.dumps(EVENT) + '\n\n{"when": "2020", "what": "A", "x": %s}'
MARKED = (
    *(("a.json", own(extra={"x": 0}).replace("0}", value + "}")) for value in IN_EXTRA),
    *(("a.json", f'[{{"when": "2020", "what": "A", "x": {value}}}]') for value in IN_EXTRA),
    *(("a.jsonl", LINE % value) for value in IN_EXTRA if "\n" not in value),
    *(("a.json", "»" + own(extra={"x": 0}).replace("0}", value + "}")) for value in DEEP),
    ("a.json", own().replace('"title": "A"', '"title": "A", »"title" : "B"')),
    ("a.json", own().replace("}]", '}], \n\t»"events": []')),
    ("a.json", own().replace("}]", "}»,]")),
    ("a.json", "\ufeff»\ufeff" + own()),
    ("a.json", '{"title": »"\\ud800", "events": []}'),
    ("a.json", '{"title": "T", "actors": {"u": {"name": "U", "kind": »"\\ud800"}}, "events": []}'),
    ("a.json", '{"title": "T", "actors": {"u": {"name": "U", "kind": »"king"}}, "events": []}'),
    ("a.json", '{"title": "T", "actors": {"u": »{"kind": "state"}}, "events": []}'),
    ("a.json", '{"title": "T", "tags": {"a": "A", "b": »3}, "events": []}'),
    ("a.json", '{"title": "T", "tags": {"a": "A", »"a": "B"}, "events": []}'),
    ("a.json", '{"title": "T", "updated": »"soon", "events": []}'),
    ("a.json", own(titel="x").replace('"titel"', '»"titel"')),
    ("a.json", own(landmark="x").replace('"x"', '»"x"')),
    ("a.json", own(date="2022-13").replace('"2022-13"', '»"2022-13"')),
    ("a.json", own(known="2022-13").replace('"2022-13"', '»"2022-13"')),
    ("a.json", own(sources=[{"publisher": "P", "accessed": "no"}]).replace('"no"', '»"no"')),
    ("a.json", own(claims=[{"by": "u", "stance": "denies", "date": "no"}]).replace('"no"', '»"no"')),
    ("a.json", '{"title": "T", "$schema": »"chronology-9.schema.json", "events": []}'),
    ("a.json", '{"events": [{"when": "2020", "what": "A"}], »"events": []}'),
    ("a.json", '[{"when": "2020", "what": »"\\ud800"}]'),
    ("a.json", '»{"title": "T", "events": [{"d": "2020", "t": "x"}]}'),
    ("a.json", "»[" + "[" * 600),
    ("a.json", "[" * 90 + "»"),
    ("a.jsonl", '{"id": "a", "date": "2020", "title": "x", »"title": "SECOND"}'),
    ("a.jsonl", json.dumps(EVENT) + '\n\n{"when": "2020", "what": "A", »"wh\\u0061t": "B"}'),
    ("a.json", '{"when": "2020", "what": "A"}\n{"when": "2020", "what": "A", »"what": "B"}\n'),
)  # fmt: skip


@pytest.mark.parametrize(("name", "marked"), MARKED, ids=named)
def test_what_list_refuses_validate_refuses_there(write: Write, inline: Inline, name: str, marked: str) -> None:
    before, _, behind = marked.partition("»")
    path = write(name, before + behind)
    line, column = before.count("\n") + 1, len(before.removeprefix("\ufeff").rpartition("\n")[2]) + 1

    listed, errors = places(inline, path)

    assert listed == f"{path}:{line}:{column}"
    assert listed in errors


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"data": [{"when": "2020", "what": "A"}, 5]}'),
        ("a.json", ""),
        ("a.json", "\n"),
        ("a.jsonl", json.dumps(EVENT | {"propositions": [{"id": "p", "text": "t", "claims": [DATELESS]}]})),
        ("a.yml", "- date: 2020\n  what: A\n  m: {k: 1, k: 2}\n"),
        ("a.md", "---\ntitle: A\ntitle: B\n---\n"),
        ("a.md", "---\ntitle: A\nm: {k: 1, k: 2}\n---\n"),
        ("a.md", "+++\ntitle = 'A'\ntitle = 'B'\n+++\n"),
        ("a.md", "+++\ntitle = 'A'\nm = {k = 1, k = 2}\n+++\n"),
        ("a.md", "+++\ntitle = 'A'\nn = " + "1" * 5000 + "\n+++\n"),
        ("a.md", "+++\ntitle = 'A'\nn = 0x" + "f" * 5000 + "\n+++\n"),
        ("a.md", "+++\ntitle = 'A'\nn = " + "[" * 700 + "]" * 700 + "\n+++\n"),
        ("a.md", "+++\ntitle = 'A'\n" + "a." * 3000 + "b = 1\n+++\n"),
        ("a.md", "---\ntitle: A\nn: " + "[" * 700 + "]" * 700 + "\n---\n"),
        ("a.yml", "- date: 2020\n  what: A\n  n: " + "[" * 5000 + "]" * 5000 + "\n"),
    ],
    ids=named,
)
def test_what_list_refuses_without_a_column_validate_refuses_too(
    write: Write, inline: Inline, name: str, text: str
) -> None:
    path = write(name, text)

    listed, _ = places(inline, path)

    assert listed.startswith(path)


def test_a_file_of_others_has_no_problems_of_ours(write: Write, inline: Inline) -> None:
    path = write(
        "a.json", '[{"when": "2020", "what": "A", "x": NaN},\n {"when": "2020", "when": 1, "what": "B", "x": 1e400}]'
    )

    assert inline("validate", path).out.splitlines() == [
        f"{path}:1:37: error: NaN and Infinity are no JSON @ $[0].x",
        f"{path}:2:19: error: the key 'when' stands twice @ $[1].when",
        f"{path}:2:48: error: number out of range @ $[1].x",
    ]


def test_utf_16_is_read_and_said(write: Write, inline: Inline) -> None:
    good = write("a.json", own(sources=[{"url": "https://x.org/"}]).encode("utf-16"))
    bad = write("b.json", own(extra={"k": 1}).replace("1}", "NaN}").encode("utf-16"))

    assert inline("list", "-f", good).ids == ["a"]
    assert inline("validate", good).out == f"{good}:1:1: warning: UTF-16: save it as UTF-8 @ $\n"
    listed, errors = places(inline, bad)
    assert listed == f"{bad}:1:84"
    assert errors[0] == listed


@pytest.mark.parametrize(
    "text",
    [
        own(tags=["no"]).replace('"title": "T"', '"title": "T", "tags": {"t": "never used"}'),
        own(related=["no"], propositions=["no"], sources=[{}]),
        own(title="x" * 200, sources=[{"url": "ftp://x"}]),
        own(claims=[{"by": "u", "stance": "denies", "event": "no", "source": "https://no.where/"}]),
    ],
    ids=named,
)
def test_problems_of_meaning_are_of_validate_alone(write: Write, inline: Inline, text: str) -> None:
    path = write("a.json", text)

    assert inline("validate", path).code == 2
    assert inline("list", "-f", path).code == 0
    assert inline("count", "-f", path).out == "1\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"title": "T", "events": []}'),
        ("a.json", '{"title": "T", "tags": {"t": "T"}, "actors": {"u": {"name": "U", "kind": "state"}}, "events": []}'),
        ("a.json", "[]"),
        ("a.jsonl", ""),
        ("a.jsonl", "\n\n"),
        ("a.csv", "date,title\n"),
    ],
)
def test_a_file_without_events_is_no_error(write: Write, inline: Inline, name: str, text: str) -> None:
    path = write(name, text)

    assert inline("validate", path).code == 0
    assert inline("list", "-f", path).code == 1


def test_what_is_well_formed_is_so_for_both(write: Write, inline: Inline) -> None:
    kinds = {"a": 12345678901234567890123, "b": 1e-400, "c": "\ud83d\ude00", "d": [":", '":', '" :'], "": {"": [[[]]]}}
    path = write(
        "a.json",
        json.dumps({"title": "T", "events": [EVENT | {"sources": [{"url": "https://x.org/"}]}], "extra": kinds}),
    )

    done = inline("validate", path)

    assert (done.code, done.out) == (0, "")
    assert inline("list", "-f", path).code == 0


@pytest.mark.parametrize("skip", ["key", "syntax", "type", "date", "id"])
def test_a_bad_row_of_lines_is_skipped_and_counted(write: Write, inline: Inline, skip: str) -> None:
    bad = {
        "key": '{"id": "b", "date": "2020", "title": "x", "title": "y"}',
        "syntax": '{"id": "b", "date": "2020", "title": "x",}',
        "type": '{"id": "b", "date": "2020", "title": "x", "tags": 3}',
        "date": '{"id": "b", "date": "2020", "title": "x", "known": "x"}',
        "id": json.dumps(EVENT),
    }[skip]
    path = write("a.jsonl", f"{json.dumps(EVENT)}\n{bad}\n{json.dumps(EVENT | {'id': 'c'})}\n")

    assert inline("list", "-f", path).code == 2
    done = inline("list", "-f", path, "--skip-bad")
    assert (done.code, done.ids) == (0, ["a", "c"])
    assert done.err == f"timeline: {path}: 1 entry skipped (--explain lists each)\n"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('a":\\ {},[]\n', max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('a":\\ {', max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(values, st.sampled_from([None, 1]), st.booleans())
def test_any_value_is_decoded_as_it_is(value: Any, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only, separators=(",", " : ") if indent else None)

    assert decode(text.encode(), "x") == value


@given(st.lists(st.tuples(st.sampled_from(["a", '"', ":", "\\", "a b"]), values), min_size=1, max_size=4), st.data())
def test_a_key_given_twice_is_found_however_it_is_written(pairs: list[tuple[str, Any]], data: st.DataObject) -> None:
    def written(key: str) -> str:
        escaped = "".join(f"\\u{ord(one):04x}" for one in key)
        return data.draw(st.sampled_from([json.dumps(key), f'"{escaped}"'])) + data.draw(
            st.sampled_from([":", " \t:\n"])
        )

    inner = "{" + ",".join(written(key) + json.dumps(one) for key, one in pairs) + "}"
    text = data.draw(st.sampled_from(["%s", "[1, %s]", '{"x": [{"y": %s}]}'])) % inner
    is_double = len({key for key, _ in pairs}) < len(pairs)

    if is_double:
        with pytest.raises(DataError, match="stands twice"):
            decode(text.encode(), "x")
    else:
        assert decode(text.encode(), "x") == json.loads(text)


@given(st.integers(1, 2 * NESTING), st.sampled_from(["[]", "{}"]))
def test_the_deepest_document_is_as_deep_as_it_may_be(levels: int, brackets: str) -> None:
    opening = "[" if brackets == "[]" else '{"a":'
    text = opening * (levels - 1) + brackets + brackets[1] * (levels - 1)
    if levels > NESTING:
        with pytest.raises(ValueError, match=r"^$"):
            strict(text.encode())
    else:
        strict(text.encode())


def test_mutated_files_are_agreed_on() -> None:
    spec = importlib.util.spec_from_file_location("agree", FUZZ)
    assert spec is not None
    assert spec.loader is not None
    agree = importlib.util.module_from_spec(spec)
    sys.modules["agree"] = agree
    spec.loader.exec_module(agree)
    chance = agree.random.Random(1)
    seeds = list(agree.seeds())

    found = [what for case in chance.sample(seeds, 400) for what in agree.disagreements(case)]
    found += [what for case in chance.sample(seeds, 400) for what in agree.disagreements(agree.mutated(case, chance))]

    assert found == []
