"""Asks list, count and validate about the same JSON: what one refuses the others refuse, there, and nothing else.

    python fuzz/agree.py [--runs N] [--seed S] [--save FOLDER]

The seeds are of the kinds of JSON's public tests (y_: every parser takes it, n_: none may, i_: the standard leaves it
open), each as a document, as a line, and as a value and a key in files of ours and of others. Mutations know
the structure: they double, retype, nest and splice values, or cut and turn bytes. Exit code 1 on any disagreement.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from relations_cli import ask
from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.validation import validate
from relations_cli.writers import CHRONOLOGY, WRITERS, rendered
from relations_cli.writers.format import How

TODAY: Final = (2026, 11, 30)
MEANING: Final = re.compile(
    r"there is no (?:event|proposition|type|tag|actor|measure) '|is never used$|no event bears on|nobody claims"
    r"|form a circle$|related to itself$|is the source of no event|a source needs a|is no http or https address"
    r"|a (?:title|quote) of \d+ characters|has no text(?:: .*)?$"
    r"|a quote without a source|is no language tag",
    re.DOTALL,
)
"""What is ``validate``'s alone: it stops no question."""

KINDS: Final = {
    "y_empty_array": b"[]", "y_zero": b"0", "y_negative_zero": b"-0", "y_exponent": b"1E+2", "y_small": b"1e-400",
    "y_twenty_digits": b"12345678901234567890", "y_pair": b'"\\uD83D\\ude00"', "y_escaped_nul": b'"a\\u0000b"',
    "y_delete": b'"\x7f"', "y_noncharacter": b'"\xef\xbf\xbf"', "y_escapes": b'"\\b\\f\\/\\"\\\\"',
    "y_empty_key": b'{"":0}', "y_blanks": b"[ \t\n\r1 ]", "y_colons_in_texts": b'[":", "\\":", "\\" :", "a\\\\"]',
    "y_escaped_quote": b'"\\u0022\\u003a"', "y_same_key_apart": b'[{"a":1},{"a":{"a":1}}]',
    "y_line_separator": b'"\xe2\x80\xa8"', "y_keys_of_case": b'{"a":1,"A":2}', "n_comma_behind": b"[1,]",
    "n_comma_before": b"[,1]", "n_two_commas": b"[1,,2]", "n_comma_in_object": b'{"a":1,}',
    "n_single_quotes": b"{'a':1}", "n_bare_key": b"{a:1}", "n_number_as_key": b"{1:1}", "n_no_colon": b'{"a" 1}',
    "n_comment": b"[1] // one", "n_comment_inside": b"[1, /* two */ 2]", "n_hash": b"# one\n[1]", "n_nan": b"NaN",
    "n_infinity": b"[-Infinity]", "n_plus": b"+1", "n_leading_zero": b"012", "n_bare_point": b"1.",
    "n_no_digit": b".5", "n_no_exponent": b"1e", "n_hex": b"0x1f", "n_minus_alone": b"-",
    "n_true_in_capitals": b"True", "n_cut_literal": b"tru", "n_tab_in_text": b'"a\tb"', "n_newline_in_text": b'"a\nb"',
    "n_nul_in_text": b'"a\x00b"', "n_bad_escape": b'"\\x00"', "n_short_escape": b'"\\u00a"', "n_open_text": b'"a',
    "n_open_escape": b'"\\', "n_open_array": b"[1", "n_two": b"1 2", "n_form_feed": b"\x0c[1]",
    "n_no_break_space": b"\xc2\xa01", "n_mark_inside": b"[\xef\xbb\xbf1]", "n_nul_behind": b"1\x00", "n_nothing": b"",
    "n_latin_1": b'"\xe9"', "n_cut_utf_8": b'"\xe2\x82"', "n_overlong": b'"\xc0\xaf"',
    "n_beyond": b'"\xf4\x90\x80\x80"', "n_surrogate_in_utf_8": b'"\xed\xa0\x80"', "n_closed_twice": b"[1]]",
    "n_wrong_bracket": b'{"a":[1}]', "n_open_500": b"[" * 500, "n_open_100000": b"[" * 100_000,
    "n_open_objects": b'{"a":' * 200, "i_half_pair": b'"\\ud800"', "i_second_half": b'"\\uDC00"',
    "i_turned_pair": b'"\\udc00\\ud800"', "i_half_and_more": b'"\\ud800abc"', "i_half_in_key": b'{"\\ud800":1}',
    "i_two_halves": b'{"\\ud800":1,"\\ud801":2}', "i_huge": b"1e400", "i_minus_huge": b"[-1e400]",
    "i_digits_400": b"1" * 400, "i_digits_5000": b"1" * 5000, "i_fraction_5000": b"0." + b"1" * 5000,
    "i_exponent_5000": b"1e" + b"9" * 5000, "i_minus_5000": b"-" + b"9" * 5000, "i_nested_90": b"[" * 90 + b"]" * 90,
    "i_nested_101": b"[" * 101 + b"]" * 101, "i_nested_500": b"[" * 500 + b"]" * 500,
    "i_nested_objects": b'{"a":' * 150 + b"1" + b"}" * 150, "i_double_key": b'{"a":1,"a":2}',
    "i_double_escaped": b'{"a":1,"\\u0061":2}', "i_double_deep": b'[{"b":[{"a":1,"c":0,"a" :1}]}]',
    "i_double_quotes": b'{"a":1,"a":2,"b":"\\u0022\\u0022"}', "i_mark": b"\xef\xbb\xbf[1]",
    "i_two_marks": b"\xef\xbb\xbf\xef\xbb\xbf[1]", "i_utf_16": "[1]".encode("utf-16"),
}  # fmt: skip
SOURCE: Final = {"publisher": "P", "url": "https://example.org/1", "date": "2022-01-02", "language": "ru"}
FIGURE: Final = {"of": "m", "low": 1, "high": 2.5}
CLAIM: Final = {"by": "u", "stance": "denies", "date": "2023", "figures": [FIGURE], "note": "n", "quote": "q"}
DATED: Final[dict[str, Any]] = {"id": "a", "date": "2022", "title": "A", "tags": ["t"]}
EVENT: Final[dict[str, Any]] = {**DATED, "sources": [SOURCE], "claims": [CLAIM]}
OWN: Final[dict[str, Any]] = {
    "title": "T", "updated": "2024-05", "tags": {"t": "tag"}, "actors": {"u": {"name": "U", "kind": "state"}},
    "measures": {"m": "men"}, "propositions": {"p": {"text": "P", "claims": [CLAIM]}},
    "events": [EVENT,
        {"id": "b", "date": None, "title": 'B: ":', "propositions": ["p"], "extra": {"k": [1, {"l": "m"}]}}],
}  # fmt: skip
BOOK: Final = {"title": "B", "author": "X", "page": 3, "date": "soon", "kind": "blog", "publisher": {"name": "P"}}
FOREIGN: Final[list[dict[str, Any]]] = [
    {"when": "5 May 2020", "what": "One", "more": {"a": [1, 2]}, "sources": [BOOK, "https://example.org/"]},
    {"when": "2021-02-03", "what": "Two", "tags": "x, y", "known": "2021", "claims": [CLAIM], "related": ["b"]},
]
SLIDE: Final = {"start_date": {"year": "2020", "month": "1"}, "text": {"headline": "One"}, "media": {"url": "x.y"}}
OLD_SLIDE: Final = {"startDate": "2020,1,2", "headline": "One", "asset": {"media": "https://example.org/"}}
SHAPES: Final[tuple[Any, ...]] = (
    {"events": [SLIDE], "eras": [{"start_date": {"year": 1900}}]}, {"timeline": {"headline": "H", "date": [OLD_SLIDE]}},
    {"2020-01-02": "One", "1999": ["Two", {"title": "Three"}]}, [["date", "title"], ["2020", "One"]],
    {"features": [{"properties": {"date": "2020", "name": "One"}}]},
    [{"year": 2020, "events": [{"month": 1, "title": "One"}]}],
)  # fmt: skip
LINE: Final = {**EVENT, "propositions": [{"id": "p", "text": "P", "claims": [CLAIM]}], "who": OWN["actors"]}
DOCUMENTS: Final[tuple[tuple[str, Any], ...]] = (
    ("own.json", OWN), ("array.json", [LINE, {**LINE, "id": "c"}]), ("foreign.json", FOREIGN),
    ("foreign.json", {"meta": {"by": "me"}, "events": FOREIGN}), ("none.json", {"title": "T", "events": []}),
    ("none.json", {}), ("none.json", {"title": "T"}), ("none.json", {"events": []}), ("none.json", {"foo": {}}),
    ("none.json", {"foo": 1, "items": []}),
    *(("shape.json", shape) for shape in SHAPES),
)  # fmt: skip
LINES: Final = (("own.jsonl", [LINE, {**LINE, "id": "c"}]), ("foreign.jsonl", FOREIGN))
HOSTILE: Final[tuple[Any, ...]] = (
    None, True, 0, 1.5, 10**30, "", "x", "2020-13", "2020-02-30", "\u202e", "=cmd", "a\nb", [], {}, [[]], {"a": None},
    ["x", 1], {"id": "p"}, "chronology-9.schema.json", "5/6/2020",
)  # fmt: skip


class Case(NamedTuple):
    """The bytes of a file, and its name, which tells the format."""

    name: str
    data: bytes


def seeds() -> Iterator[Case]:
    """Each kind of JSON alone, as a line, and at places of files of ours and of others; and these files."""
    for value in KINDS.values():
        yield Case("alone.json", value)
        yield Case("alone.jsonl", value)
        for name, text in _texts():
            for mark in (b'"n"', b'"m"', b"2.5", b'"U"', b'"state"', b'"One"', b"[1, 2]"):
                if mark in text:
                    yield Case(name, text.replace(mark, value, 1))
            if b'"l": "m"' in text:
                yield Case(name, text.replace(b'"l": "m"', b'"l": ' + value))
            yield Case(name, text.replace(b"{", b'{"zz": ' + value + b", ", 1))
            yield Case(name, text + value)
    for name, text in _texts():
        yield Case(name, text)
        yield from (
            Case(name, text.replace(key, key + b' 1, "\\u00' + b"%02x" % key[1] + key[2:], 1)) for key in _keys(text)
        )


def _texts() -> Iterator[tuple[str, bytes]]:
    yield from ((name, json.dumps(document, indent=1).encode()) for name, document in DOCUMENTS)
    yield from ((name, b"\n".join(json.dumps(row).encode() for row in rows)) for name, rows in LINES)


def _keys(text: bytes) -> list[bytes]:
    return list(dict.fromkeys(re.findall(rb'"[a-z]\w*":', text)))


def mutated(case: Case, chance: random.Random) -> Case:
    """The file with a few changes of its structure, its text or its bytes."""
    name, data = case
    for _ in range(chance.choice((1, 1, 2, 3))):
        how = chance.choice((*(_retyped,) * 6, _doubled, _spliced, _cut, _turned))
        data = how(data, chance)
    return Case(chance.choice((name, name, name, "x.json", "x.jsonl", "x")), data)


def _retyped(data: bytes, chance: random.Random) -> bytes:
    """A value of the document, or of one of its lines, as another."""
    lines = data.split(b"\n") if chance.random() < 1 / 2 else [data]
    at = chance.randrange(len(lines))
    try:
        document = [json.loads(lines[at])]
        lines[at] = json.dumps(_changed(document, chance)[0], indent=chance.choice((None, 1))).encode()
    except (ValueError, RecursionError, IndexError):
        return data
    return b"\n".join(lines)


def _changed(document: list[Any], chance: random.Random) -> list[Any]:
    holder: Any = document
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = chance.choice(keys)
        if holder is document or (isinstance(holder[key], (dict, list)) and holder[key] and chance.random() < 0.8):  # noqa: PLR2004
            if not isinstance(holder[key], (dict, list)) or not holder[key]:
                return document
            holder = holder[key]
            continue
        if isinstance(holder, dict) and chance.random() < 1 / 3:
            value = holder.pop(key)
            holder[chance.choice((str(key).upper(), f"{key}s", "title", "events", "extra", "date", "url"))] = value
        else:
            holder[key] = chance.choice(HOSTILE)
        return document


def _doubled(data: bytes, chance: random.Random) -> bytes:
    """A key once more, as it is, with a blank, or with an escape."""
    found = list(re.finditer(rb'"([a-z])(\w*)":', data))
    if not found:
        return data
    key, other = chance.choice(found), chance.choice(found)
    again = chance.choice((key[0], key[0][:-1] + b" :", b'"\\u00%02x%s" :' % (key[1][0], key[2])))
    value = chance.choice((b"1", b"null", b'"x"', b"[]", b'{"a": 1}', b'":"', b'"\\u003a"', b'"\\u0022"'))
    at = chance.choice((key, other)).start()
    return data[:at] + again + value + b", " + data[at:]


def _spliced(data: bytes, chance: random.Random) -> bytes:
    """A kind of JSON in place of a value."""
    found = list(re.finditer(rb'"[^"\\\n]*"(?!\s*:)|-?\b\d[\d.]*\b|\bnull\b|\[\]|\{\}', data))
    if not found:
        return chance.choice(list(KINDS.values()))
    value = chance.choice(found)
    return data[: value.start()] + chance.choice(list(KINDS.values())) + data[value.end() :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return chance.choice((data[:last], data[first:], data[:first] + data[last:], data[:last] + data[first:]))[:200_000]


def _turned(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return b"{"
    at = chance.randrange(len(data))
    return (
        data[:at]
        + chance.choice((b"", b"\x00", b"\xff", b'"', b"\\", b",", b":", b"}", b"]", b"\n", b"NaN"))
        + data[at + 1 :]
    )


def disagreements(case: Case) -> Iterator[str]:
    """What the questions and ``validate`` do not agree on."""
    problems = validate(case.data, case.name, TODAY, path=case.name)
    wrong = {
        (one.line, one.column): one.reason
        for one in problems
        if one.severity == "error" and not MEANING.search(one.reason)
    }
    chronology = _read(case, skip_bad=False)
    if isinstance(chronology, DataError):
        place = (chronology.line or 1, chronology.column or 1)
        said = {(one.line, one.column) for one in problems if one.severity == "error"}
        if place not in said:
            yield f"list refuses it at {place} ({chronology}), validate says {sorted(said)}"
        if "\n" in str(chronology):
            yield f"an error of several lines: {chronology}"
        return
    if wrong:
        yield f"list reads it, validate says {wrong}"
    lenient = _read(case, skip_bad=True)
    if isinstance(lenient, DataError) or len(lenient.events) < len(chronology.events):
        yield "with bad entries to be skipped, less is read"
    answer = ask("list", chronology)
    if len(answer.rows) != len(chronology.events) or ask("count", chronology).rows[0].n != len(chronology.events):
        yield "list and count do not count the events alike"
    for name, form in (("x.json", CHRONOLOGY), ("x.jsonl", WRITERS["jsonl"])):
        if not answer.rows and name == "x.jsonl":
            continue  # a file of lines has one for each event
        text = "".join(map(str, rendered(form, answer, How(header=True))))
        again = _read(Case(name, text.encode()), skip_bad=False)
        if isinstance(again, DataError) or _by_id(again) != _by_id(chronology):
            yield f"what is written to {name} is not read again: {again if isinstance(again, DataError) else ''}"


def _by_id(chronology: Chronology) -> Chronology:
    """The chronology with its events in one order, and without the address of its schema, which no copy has."""
    events = tuple(sorted(chronology.events, key=lambda event: event.id))
    return replace(chronology, schema=None, events=events)


def _read(case: Case, *, skip_bad: bool) -> Chronology | DataError:
    try:
        return read(case.data, Reading(name=case.name, path=case.name, options=Options(skip_bad=skip_bad)))
    except DataError as error:
        return error


def run(runs: int, seed: int) -> list[tuple[Case, str]]:
    """Where the questions disagree: on all seeds, then on mutations of them up to so many runs."""
    chance = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
    known, files = list(seeds()), [Case(name, text) for name, text in _texts()]
    found: list[tuple[Case, str]] = []
    for number in range(runs):
        from_files = chance.random() < 0.7  # noqa: PLR2004 -- what is no JSON at all says little
        case = known[number] if number < len(known) else mutated(chance.choice(files if from_files else known), chance)
        try:
            found += [(case, what) for what in disagreements(case)]
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is a find
            found.append((case, f"{type(error).__name__}: {error}"))
    return found


def main() -> int:
    """Run, say what was found, and answer 1 where that is anything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, help="a folder for what is found")
    given = parser.parse_args()
    found = run(given.runs, given.seed)
    for number, (case, what) in enumerate(found):
        print(f"{case.name} {case.data[:300]!r}: {what}")
        if given.save:
            given.save.mkdir(parents=True, exist_ok=True)
            (given.save / f"{number}-{case.name}").write_bytes(case.data)
    print(f"runs {given.runs}, seed {given.seed}, disagreements {len(found)}", *Counter(what[:40] for _, what in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
