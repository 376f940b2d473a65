"""Several files as one: the first counts, references keep their meaning, and what differs is told."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from program import Write
from relations_cli.errors import DataError
from relations_cli.model.facts import Actor, Chronology, Event
from relations_cli.readers.declaring import with_undeclared
from relations_cli.readers.loading import load, load_all
from relations_cli.readers.reading import Options
from small import SMALL


def chronology(*events: dict[str, Any], **more: Any) -> str:
    return json.dumps({"title": "T", "events": [{"date": "2022", "title": "A", **event} for event in events]} | more)


def state(name: str, *aliases: str) -> dict[str, Any]:
    return {"name": name, "kind": "state", "aliases": list(aliases)}


def test_where_no_file_declares_actors_none_is_declared() -> None:
    some = Chronology(title="T", events=(Event(id="a", date="2020", title="A", actors=("ana",)),))

    assert with_undeclared({}, [some]) == {}
    assert list(with_undeclared({"b": Actor(name="B", kind="person")}, [some])) == ["b", "ana"]


def test_an_event_of_another_id_holder_is_renamed_with_what_its_file_says_of_it(write: Write) -> None:
    claim = {"by": "x", "stance": "denies", "event": "a"}
    one = write("one.json", chronology({"id": "a"}))
    two = write(
        "two.json",
        chronology(
            {"id": "a", "title": "B"},
            {"id": "b", "related": ["a"], "claims": [claim]},
            actors={"x": state("X")},
            propositions={"p": {"text": "P", "claims": [claim]}},
        ),
    )

    merged, notes = load_all([one, two])

    assert [(event.id, event.title) for event in merged.events] == [("a", "A"), ("a-2", "B"), ("b", "A")]
    assert merged.events[2].related == ("a-2",)
    assert merged.events[2].claims[0].event == "a-2"
    assert merged.propositions["p"].claims[0].event == "a-2"
    assert [str(note) for note in notes] == [f"{two}: another file has the id 'a': this one's is 'a-2'"]


def test_who_a_file_names_is_looked_for_among_its_own_actors_first(write: Write) -> None:
    one = write("one.json", chronology({"id": "a"}, actors={"russia": state("Russia", "Moscow")}))
    own = write(
        "own.json",
        chronology({"id": "b", "actors": ["Moscow"]}, actors={"mos": state("City of Moscow", "moscow city")}),
    )
    foreign = write("foreign.csv", "date,title,actors\n2023,C,moscow;Paris\n")

    merged, _ = load_all([one, own, foreign])

    assert [event.actors for event in merged.events] == [(), ("russia",), ("russia", "Paris")]


def test_a_name_that_only_its_own_file_declares_is_resolved_there(write: Write) -> None:
    one = write("one.json", chronology({"id": "a"}, actors={"x": state("X")}))
    two = write("two.json", chronology({"id": "b", "actors": ["Boss"]}, actors={"x": state("X", "boss")}))

    merged, _ = load_all([one, two])

    assert merged.events[1].actors == ("x",)


def test_an_alias_that_names_two_actors_is_refused_with_both(write: Write) -> None:
    one = write("one.json", chronology({"id": "a"}, actors={"russia": state("Russia", "Moscow")}))
    two = write("two.json", chronology({"id": "b"}, actors={"city": state("City", "moscow")}))

    with pytest.raises(DataError, match="'moscow' names two actors, 'russia' and 'city'"):
        load_all([one, two])


def test_a_file_of_a_folder_whose_names_clash_is_told_and_the_rest_is_read(write: Write, tmp_path: Path) -> None:
    within = {"x": state("X", "Both"), "y": state("Y", "both")}
    write("a.json", chronology({"id": "a"}, actors=within))
    write("b.csv", "date,title\n2024-02-01,Two\n")
    write("c.json", chronology({"id": "c"}, actors={"m": state("Moscow")}))
    write("d.json", chronology({"id": "d"}, actors={"r": state("R", "moscow")}))

    for skip_bad in (False, True):
        merged, notes = load_all([str(tmp_path)], options=Options(skip_bad=skip_bad))

        assert [event.title for event in merged.events] == ["Two", "A"]
        assert [note.what for note in notes if note.kind == "unread"] == [
            "'both' names two actors, 'x' and 'y': rename one",
            "'moscow' names two actors, 'm' and 'r': rename one",
        ]


def test_the_bundled_chronology_is_merged_with_another(write: Write, bundled: Chronology) -> None:
    from relations_cli.model.bundled import bundled_path

    merged, _ = load_all([bundled_path(), write("one.csv", "date,title\n2030-01-01,A\n")])

    assert len(merged.events) == len(bundled.events) + 1


def test_who_is_declared_nowhere_is_one_in_whatever_case_files_write_the_name(write: Write) -> None:
    one = write("one.json", chronology({"id": "a"}, actors={"x": state("X")}))
    two = write("two.csv", "date,title,actors\n2023,B,Nato\n2024,C,NATO\n")
    three = write("three.csv", "date,title,actors\n2025,D,nato\n")

    merged, _ = load_all([one, two, three])

    assert list(merged.actors) == ["x", "Nato"]
    assert [event.actors for event in merged.events] == [(), ("Nato",), ("Nato",), ("Nato",)]


def test_keys_of_the_files_own_are_kept_and_of_two_the_first(write: Write) -> None:
    one = write("one.json", chronology({"id": "a"}, extra={"ours": {"n": 1}}))
    two = write("two.json", chronology({"id": "b"}, extra={"ours": {"n": 2}, "theirs": 3}))

    merged, notes = load_all([one, two])

    assert merged.extra == {"ours": {"n": 1}, "theirs": 3}
    assert [str(note) for note in notes] == [f"{two}: the key 'ours' is declared differently: the first file's counts"]


def test_a_folder_or_archive_of_one_file_is_read_as_the_file_is(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.json").write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(SMALL, "a.json")

    for path in (folder, tmp_path / "a.zip"):
        assert load(str(path)).events == load(str(SMALL)).events
