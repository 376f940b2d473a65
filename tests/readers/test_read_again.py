"""What we write we read: a file of json or jsonl holds what was asked, so that asking it again answers the same."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Inline, Write
from readers.reads import from_text
from relations_cli import ask
from relations_cli.dates.periods import UNITS
from relations_cli.errors import DataError, TimelineError
from relations_cli.model.facts import STANCES, Chronology
from relations_cli.query.facets import FACETS
from relations_cli.query.questions import QUESTIONS
from relations_cli.readers.loading import load
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.validation import validate
from relations_cli.writers import CHRONOLOGY, WRITERS, rendered
from relations_cli.writers.format import Format, How

TODAY = datetime.date(2026, 11, 26)
CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(
    file for file in CORPUS.rglob("*.*") if not file.name.endswith(".expected.json") and file.name != "README.md"
)
FILE = How(header=True)
NAMED = [facet for facet in FACETS if facet not in UNITS]


def written(chronology: Chronology, form: Format) -> bytes:
    return "".join(map(str, rendered(form, ask("list", chronology, today=TODAY), FILE))).encode()


Call = tuple[str, dict[str, Any]]
"""A question and its parameters."""


def calls(chronology: Chronology) -> list[Call]:
    """Every question, with the names in the chronology for which it may ask."""
    lists = [event.claims for event in chronology.events] + [one.claims for one in chronology.propositions.values()]
    measures = {figure.of for claims in lists for claim in claims for figure in claim.figures}
    names = {name for key, actor in chronology.actors.items() for name in (key, actor.name, *actor.aliases)}
    with_parameters: dict[str, list[dict[str, Any]]] = {
        "list": [{}, {"as_of": "2021"}, *({"actors": name} for name in sorted(names))],
        "search": [{"text": "a"}, {"text": "x OR id"}],
        "show": [{"names": event.id} for event in chronology.events]
        + [{"names": one} for one in chronology.propositions],
        "around": [{"name": event.id} for event in chronology.events],
        "changes": [{"since": "2021"}],
        "count": [{"by": by} for by in (None, "month", "week,weekday", *NAMED)],
        "figures": [{}, *({"of": name} for name in sorted(measures))],
        "diff": [{"new": chronology}],
    }
    return [(name, given) for name in QUESTIONS for given in with_parameters.get(name, [{}])]


def answers(chronology: Chronology, asked: list[Call]) -> list[Any]:
    """What a chronology answers, and which errors there are."""
    found: list[Any] = []
    for name, parameters in asked:
        try:
            answer = ask(name, chronology, today=TODAY, **parameters)
        except TimelineError as error:
            found.append((name, parameters, str(error)))
        else:
            found.append((name, parameters, "".join(map(str, rendered(WRITERS["json"], answer, How())))))
    return found


def read_again(data: bytes, name: str) -> Chronology:
    return read(data, Reading(name=name, path=name, options=Options(today=TODAY)))


def assert_read_again(chronology: Chronology) -> None:
    asked = calls(chronology)
    expected = answers(chronology, asked)
    assert answers(read_again(written(chronology, CHRONOLOGY), "x.json"), asked) == expected
    if chronology.events:  # a file of lines has one for each event
        assert answers(read_again(written(chronology, WRITERS["jsonl"]), "x.jsonl"), asked) == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_readable_file_of_the_corpus_is_read_again_with_equal_answers(file: Path) -> None:
    options = Options(skip_bad=True, dates="dmy", pivot=1950, today=TODAY, assume_year=2003)
    try:
        chronology = load(str(file), options=options)
    except DataError:
        return
    assert_read_again(chronology)


HOSTILE = (
    "-o", "--help", "=cmd|' /C calc'!A0", "[bold]x[/]", "\x1b]52;c;eA==\x07", "a\nb", "a\tb", '"', "\\", "'",
    "\u202egnp.exe", "<img src=x>", "\\u0022:", ":", "{}", "null", "NaN", "\x00", "\x7f", "\u2028", "\uffff", "a/b",
    "$", " ", "\U0001f600", "x" * 90, "\xe9", "id", "events", "..",
)  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
DATES = st.sampled_from(
    ("2020", "2021-05", "2022-02-03", "2020/2021", "1984~", "-0044", "../2020", "2023?", "198X", "2021-21")
)
OPTIONAL_DATES = st.none() | DATES
SOURCES = st.builds(
    lambda **given: {key: value for key, value in given.items() if value is not None},
    publisher=st.none() | TEXTS,
    title=st.none() | TEXTS,
    url=st.none() | st.sampled_from(("https://example.org/1", "https://example.org/2")) | TEXTS,
    date=OPTIONAL_DATES,
    kind=st.none() | st.sampled_from(("press", "official", "checklist")),
    language=st.none() | st.sampled_from(("ru", "zh-Hans")) | TEXTS,
)
FIGURES = st.builds(
    lambda of, low: {"of": of, "low": low}, st.sampled_from(HOSTILE), st.integers(0, 9) | st.floats(0, 10)
)
CLAIMS = st.builds(
    lambda **given: {key: value for key, value in given.items() if value is not None},
    by=TEXTS,
    stance=st.sampled_from(STANCES),
    date=OPTIONAL_DATES,
    note=st.none() | TEXTS,
    quote=st.none() | TEXTS,
    source=st.none() | st.just("https://example.org/1") | TEXTS,
    locator=st.none() | TEXTS,
    event=st.none() | TEXTS,
    figures=st.lists(FIGURES, max_size=2),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=5,
)


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """A chronology with a hostile text at every place that takes one, some of them names of each other."""
    names = st.sampled_from(draw(st.lists(TEXTS, min_size=1, max_size=4)))
    ids = draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
    propositions = draw(
        st.dictionaries(
            TEXTS,
            st.builds(lambda text, claims: {"text": text, "claims": claims}, TEXTS, st.lists(CLAIMS, max_size=2)),
            max_size=2,
        )
    )
    borne = st.lists(st.sampled_from([*propositions, *HOSTILE[:3]]), max_size=2, unique=True)
    actors = st.builds(
        lambda name, aliases, parent: {"name": name, "kind": "state", "aliases": aliases, "parent": parent},
        TEXTS,
        st.lists(TEXTS, max_size=1),
        st.none() | names,
    )
    events = [
        {
            "id": name,
            "date": draw(OPTIONAL_DATES),
            "title": draw(TEXTS),
            "summary": draw(st.none() | TEXTS),
            "type": draw(st.none() | names),
            "tags": draw(st.lists(names, max_size=2)),
            "actors": draw(st.lists(names, max_size=2)),
            "places": draw(st.lists(TEXTS, max_size=1)),
            "landmark": draw(st.booleans()),
            "known": draw(OPTIONAL_DATES),
            "claims": draw(st.lists(CLAIMS, max_size=2)),
            "propositions": draw(borne),
            "related": draw(st.lists(st.sampled_from(ids) | TEXTS, max_size=2)),
            "sources": draw(st.lists(SOURCES, max_size=2)),
            "note": draw(st.none() | TEXTS),
            "extra": draw(st.dictionaries(TEXTS, JSON, max_size=2)),
        }
        for name in ids
    ]
    meanings = st.dictionaries(names | TEXTS, TEXTS, max_size=2)
    whole = {
        "title": draw(TEXTS),
        "description": draw(st.none() | TEXTS),
        "license": draw(st.none() | TEXTS),
        "updated": draw(OPTIONAL_DATES),
        "types": draw(meanings),
        "tags": draw(meanings),
        "measures": draw(st.dictionaries(st.sampled_from(HOSTILE), TEXTS, max_size=2)),
        "actors": draw(st.dictionaries(names | TEXTS, actors, max_size=3)),
        "propositions": propositions,
        "events": events,
        "extra": draw(st.dictionaries(TEXTS, JSON, max_size=2)),
    }
    return msgspec.convert(whole, Chronology)


@settings(max_examples=60)
@given(chronologies())
def test_a_chronology_of_hostile_texts_is_read_again_with_equal_answers(chronology: Chronology) -> None:
    assert_read_again(chronology)


@settings(max_examples=60)
@given(chronologies())
def test_what_we_write_has_no_error_that_the_file_did_not_have(chronology: Chronology) -> None:
    def errors(data: bytes) -> set[tuple[str, str]]:
        found = validate(data, "x.json", (2026, 11, 26))
        return {(one.reason, one.place) for one in found if one.severity == "error"}

    given = msgspec.json.encode(chronology)
    order = [event.id for event in read_again(written(chronology, CHRONOLOGY), "x.json").events]
    sorted_events = sorted(chronology.events, key=lambda event: order.index(event.id))

    in_order = msgspec.structs.replace(chronology, events=tuple(sorted_events))
    assert errors(written(chronology, CHRONOLOGY)) <= errors(msgspec.json.encode(in_order))
    assert read_again(given, "x.json") == chronology


@pytest.mark.parametrize(
    ("source", "sources", "extra"),
    [
        ({"publisher": "P", "date": "soon"}, [{"publisher": "P"}], {"date": "soon"}),
        ({"publisher": "P", "date": "5 May 2020"}, [{"publisher": "P", "date": "2020-05-05"}], None),
        ({"publisher": "P", "date": 2020}, [{"publisher": "P", "date": "2020"}], None),
        ({"publisher": "P", "date": "5/6/2020"}, [{"publisher": "P"}], {"date": "5/6/2020"}),
        ({"url": "https://x.org/", "accessed": "n.d."}, [{"url": "https://x.org/"}], {"accessed": "n.d."}),
        ({"title": "A Book"}, [{"title": "A Book"}], None),
        ({"title": "A Book", "author": "B", "page": 3}, [{"title": "A Book"}], {"author": "B", "page": 3}),
        ({"author": "B", "page": 3}, [{"title": "B"}], {"author": "B", "page": 3}),
        ({"page": 3}, [{"title": "3"}], {"page": 3}),
        ({"page": "https://x.org/"}, [{"url": "https://x.org/"}], {"page": "https://x.org/"}),
        ({"publisher": "P", "kind": "blog"}, [{"publisher": "P"}], {"kind": "blog"}),
        ({"publisher": "P", "lang": "ru"}, [{"publisher": "P", "language": "ru"}], None),
        ({"publisher": "P", "inLanguage": "zh-Hans"}, [{"publisher": "P", "language": "zh-Hans"}], None),
        ({"publisher": "P", "language": "Russian"}, [{"publisher": "P"}], {"language": "Russian"}),
        ({"publisher": "P", "kind": "checklist"}, [{"publisher": "P", "kind": "checklist"}], None),
        ({"publisher": "P", "name": "Q"}, [{"publisher": "P"}], {"name": "Q"}),
        ({"publisher": {"name": "P", "id": 7}}, [{"publisher": "P"}], {"publisher": {"name": "P", "id": 7}}),
        ({"isbn": "1", "date": "2020"}, [], {"isbn": "1", "date": "2020"}),
        (["x.y", {"title": "T", "author": "B"}], [{"publisher": "x.y"}, {"title": "T"}], [{}, {"author": "B"}]),
        ({"publisher": "", "url": None}, [], None),
    ],
)  # fmt: skip
def test_a_source_of_others_is_kept_whole_and_can_be_written(source: Any, sources: list[Any], extra: Any) -> None:
    reading = Reading(name="x.json", path="x.json")
    data = json.dumps([{"when": "2020", "what": "A", "sources": source}]).encode()

    chronology = read(data, reading)

    (event,) = chronology.events
    assert json.loads(msgspec.json.encode(event.sources)) == sources
    assert event.extra == ({} if extra is None else {"sources": extra})
    assert [note.kind for note in reading.notes] == ([] if extra is None else ["said"])
    assert_read_again(chronology)


@pytest.mark.parametrize(
    ("entry", "extra"),
    [
        ({"when": "2020", "what": "A", "known": "yes"}, {"known": "yes"}),
        ({"when": "2020", "what": "A", "known": "2020-02"}, {}),
    ],
)
def test_what_others_mean_by_known_is_no_date_of_ours(entry: dict[str, Any], extra: dict[str, Any]) -> None:
    chronology = read_again(json.dumps([entry]).encode(), "x.json")

    assert chronology.events[0].extra == extra
    assert_read_again(chronology)


def test_a_claim_in_a_file_of_others_has_a_date_or_is_refused() -> None:
    claim = {"by": "u", "stance": "denies", "date": "yes"}

    with pytest.raises(DataError, match=r"'yes': .* @ claims\[0\]\.date"):
        read_again(json.dumps([{"when": "2020", "what": "A", "claims": [claim]}]).encode(), "x.json")


@pytest.mark.parametrize("levels", [90, 95, 96, 97, 98, 99, 100])
@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
@pytest.mark.parametrize(
    "entry", ['{"when": "2020", "what": "A", "more": %s}', '{"id": "a", "date": "2020", "title": "A", "more": %s}']
)
def test_what_is_deep_enough_to_be_read_can_be_written(levels: int, name: str, entry: str) -> None:
    row = entry % ("[" * levels + "]" * levels)
    try:
        chronology = read_again(row.encode() if name == "x.jsonl" else f"[{row}]".encode(), name)
    except DataError as error:
        said = str(error)
    else:
        said = ""
        assert_read_again(chronology)
    assert "nested too deep" in said if levels > 95 else not said


def test_a_whole_file_keeps_what_it_names_and_does_not_have(write: Write, inline: Inline, tmp_path: Path) -> None:
    claim = {"by": "u", "stance": "denies", "event": "no", "source": "https://no.where/"}
    event = {"id": "a", "date": "2020", "title": "A", "related": ["no"], "claims": [claim]}
    path = write("a.json", json.dumps({"title": "T", "tags": {"t": "unused"}, "events": [event]}))

    done = inline("list", "-f", path, "-o", str(tmp_path / "x.json"))

    assert (done.code, done.err) == (0, "")
    assert load(str(tmp_path / "x.json")) == load(path)


def test_a_file_of_lines_holds_what_no_event_uses_and_what_is_not_there(
    write: Write, inline: Inline, tmp_path: Path
) -> None:
    event = {"id": "a", "date": "2020", "title": "A", "type": "k", "tags": ["t"], "propositions": ["no"]}
    whole = {
        "title": "T", "description": "D", "updated": "2024", "license": "MIT", "types": {"k": "K", "l": "L"},
        "tags": {"u": "U", "t": "T"}, "measures": {"m": "M"}, "actors": {"n": {"name": "N", "kind": "state"}},
        "propositions": {"q": {"text": "Q"}, "p": {"text": "P"}}, "events": [event], "extra": {"k": 1},
    }  # fmt: skip
    path = write("a.json", json.dumps(whole))

    done = inline("list", "-f", path, "-o", str(tmp_path / "x.jsonl"))

    assert (done.code, done.err) == (0, "")
    assert load(str(tmp_path / "x.jsonl")) == load(path)
    assert inline("validate", str(tmp_path / "x.jsonl")).out == ""


def test_lines_that_are_cut_sorted_and_joined_keep_what_names_mean(inline: Inline, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    inline("list", "-o", str(file))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    whole = inline("tags", "-o", "json").out
    meanings = {row["id"]: row["meaning"] for row in json.loads(whole)}

    file.write_text("".join(sorted(lines, reverse=True) + lines[:9]), encoding="utf-8")
    assert inline("tags", "-f", str(file), "--skip-bad", "-o", "json").out == whole
    assert inline("about", "-f", str(file), "--skip-bad").rows[0] == inline("about").rows[0]

    file.write_text("".join(lines[9:29]), encoding="utf-8")
    rows = json.loads(inline("tags", "-f", str(file), "-o", "json").out)
    assert rows
    assert all(row["meaning"] == meanings[row["id"]] for row in rows)


def test_titles_of_joined_lines_are_joined_as_those_of_files_are(write: Write) -> None:
    lines = [
        {
            "id": name,
            "date": "2020",
            "title": "A",
            "chronology": {"title": title, "license": license_, "updated": "2024"},
        }
        for name, title, license_ in (("a", "T", None), ("b", "U", "MIT"), ("c", "T", "BSD"))
    ]

    found = load(write("x.jsonl", "\n".join(map(json.dumps, lines))))

    assert (found.title, found.license, found.updated) == ("T + U", "MIT", "2024")
    assert [event.extra for event in found.events] == [{}, {}, {}]


@pytest.mark.parametrize(
    "more",
    [
        {"chronology": "Ming"}, {"chronology": {"title": "T", "era": 3}}, {"chronology": {"license": "MIT"}},
        {"meanings": "none"}, {"meanings": {"de": "Haus"}}, {"meanings": {"tags": "t"}},
    ],
)  # fmt: skip
def test_what_others_keep_under_our_names_stays_theirs(write: Write, more: dict[str, Any]) -> None:
    path = write("x.jsonl", json.dumps({"id": "a", "date": "2020", "title": "A", **more}))

    assert load(path).events[0].extra == more


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"meanings": {"tags": {"t": 3}}}, r"expected 'str', got 'int' @ $[0].meanings.tags"),
        ({"chronology": {"title": "T", "updated": "soon"}}, "@ $[0].chronology.updated"),
        ({"chronology": {"title": "T", "actors": {"u": 3}}}, "@ $[0].chronology.actors"),
        (
            {"chronology": {"title": "T", "propositions": {"p": {"text": "P", "claims": [
                {"by": "u", "stance": "denies", "date": "soon"}]}}}},
            "@ $[0].chronology.propositions.p.claims[0].date",
        ),
    ],
)  # fmt: skip
def test_what_means_to_be_ours_and_is_wrong_is_refused_where_it_stands(
    write: Write, more: dict[str, Any], reason: str
) -> None:
    with pytest.raises(DataError, match=re.escape(reason) + "$"):
        load(write("x.json", json.dumps([{"id": "a", "date": "2020", "title": "A", **more}])))


def test_a_file_without_an_event_says_what_it_cannot_hold(write: Write, inline: Inline, tmp_path: Path) -> None:
    path = write("a.json", '{"title": "T", "events": []}')

    said = inline("list", "-f", path, "-o", str(tmp_path / "x.jsonl")).err

    assert said.startswith(
        "timeline: title, licence and vocabulary left out of the file: without an event it has no line"
    )
    assert inline("list", "-f", str(tmp_path / "x.jsonl")).code == 1


def test_a_file_of_tsv_has_a_header_and_a_pipe_has_none(inline: Inline, tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"

    inline("list", "--tag", "troops", "-o", str(file))

    header, *rows = file.read_text(encoding="utf-8").splitlines()
    assert header == "id\tdate\ttitle\ttags\tstatus"
    assert rows == inline("list", "--tag", "troops", "-o", "tsv").out.splitlines()
    said = [row.rsplit("\t", 1)[0] for row in rows]  # a status is worked out anew, from claims that no table holds
    assert [row.rsplit("\t", 1)[0] for row in inline("list", "-f", str(file)).out.splitlines()] == said
    assert inline("tags", "-o", str(tmp_path / "y.txt"), "--to", "tsv").code == 0
    assert (tmp_path / "y.txt").read_text(encoding="utf-8").splitlines()[1:] == inline("tags").out.splitlines()


def test_a_file_whose_name_is_no_text_can_be_written_anew(write: Write, inline: Inline, tmp_path: Path) -> None:
    path = write("a\udcff.csv", "date,title\n2020,A\n")

    done = inline("list", "-f", path, "-o", str(tmp_path / "x.json"))

    assert (done.code, done.err) == (0, "")
    assert load(str(tmp_path / "x.json")).title.endswith("a\\udcff.csv")


def test_of_lines_that_say_different_things_of_a_name_the_first_counts() -> None:
    line = '{{"id":"{0}","date":"2020","title":"T","tags":["t"],"meanings":{{"tags":{{"t":"{1}"}}}}}}\n'

    assert from_text(line.format("a", "one") + line.format("b", "two"), "x.jsonl").tags == {"t": "one"}


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        *((form, "all") for form in ("json", "jsonl", "csv")),
        *((form, "id,date,time,zone,title") for form in ("json", "jsonl")),
    ],
)
def test_times_come_out_of_a_file_as_they_went_in(form: str, fields: str, tmp_path: Path, inline: Inline) -> None:
    dates = ("2024-03-01T09:15", "2024-03-01T10:15:30.25", "2024-03-02T09:15Z", "2024-03-03T09:15+09:00/2024-03-04")
    events = [{"id": f"e{at}", "date": date, "title": f"T{at}"} for at, date in enumerate(dates)]
    (tmp_path / "own.json").write_text(json.dumps({"title": "T", "events": events}), encoding="utf-8")
    written = tmp_path / f"again.{form}"

    inline("list", "-f", str(tmp_path / "own.json"), "--fields", fields, "-o", str(written))
    outcome = inline("list", "-f", str(written), "--json", "id,date,time,zone,extra")

    assert [row["date"] for row in json.loads(outcome.out)] == list(dates)
    assert [row["time"] for row in json.loads(outcome.out)] == ["09:15", "10:15:30.25", "09:15", "09:15/"]
    assert not any({"time", "zone"} & (row["extra"] or {}).keys() for row in json.loads(outcome.out))
