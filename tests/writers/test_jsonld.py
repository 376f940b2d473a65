"""Linked data: what a processor of JSON-LD makes of it, without the network, is just what the chronology says."""

import json
from collections.abc import Callable
from typing import Any, NoReturn

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from programs import library
from readers.test_read_again import TODAY, chronologies
from relations_cli import ask
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.chronology import selection
from relations_cli.writers.format import How
from relations_cli.writers.jsonld import TERMS

SCHEMA = "https://schema.org/"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
BASE = "https://x.org/file"


def written(answer: Answer[Any]) -> Any:
    return json.loads("".join(map(str, rendered(WRITERS["jsonld"], answer, How()))))


def nodes(answer: Answer[Any]) -> dict[str, dict[str, Any]]:
    """Id: the node, as it stands there."""
    return {node["@id"]: node for node in written(answer)["@graph"]}


def refuse(address: str, _options: object) -> NoReturn:
    raise AssertionError(address)


def expanded(document: Any) -> dict[str, dict[str, Any]]:
    """Id: the node with every term as an IRI; nothing may be fetched."""
    found = library("pyld.jsonld").expand(document, {"documentLoader": refuse, "base": BASE})
    return {node["@id"].removeprefix(BASE): node for node in found}


def made(**event: Any) -> Chronology:
    whole = {
        "title": "T", "license": "CC-BY-4.0", "updated": "2024-05",
        "actors": {
            "kim": {"name": "Kim", "kind": "person", "aliases": ["K"], "parent": "dprk"},
            "dprk": {"name": "North Korea", "kind": "state"},
        },
        "propositions": {"p": {"text": "It was said", "claims": [{"by": "kim", "stance": "denies", "date": "2024~"}]}},
        "events": [{"id": "a b/é", "date": "2024-05-01", "title": "A", "propositions": ["p"], "actors": ["kim"]}
                   | event],
    }  # fmt: skip
    return msgspec.convert(whole, Chronology)


def of(**event: Any) -> dict[str, Any]:
    """The node of an event."""
    return nodes(ask("list", made(**event), today=TODAY))["#event/a%20b%2F%C3%A9"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024-05-01", "2024-05-01", None), ("2024-05", "2024-05", None), ("2024", "2024", None),
        ("2024-05-01T09:15", "2024-05-01T09:15", None), ("2024-05-01T09:15:30Z", "2024-05-01T09:15:30Z", None),
        ("2024-05-01T09:15+09:00", "2024-05-01T09:15+09:00", None), ("2024-05-01/2024-06", "2024-05-01", "2024-06"),
        ("2024/..", "2024", None), ("../2024", None, "2024"), ("2024-05-01~", None, None), ("2024?/2025", None, "2025"),
        ("202X", None, None), ("2024-21", None, None), ("[2023,2024]", None, None), ("-0043", None, None),
        ("0000", None, None), ("Y17000", None, None), (None, None, None),
    ],
)  # fmt: skip
def test_a_date_is_edtf_and_one_of_theirs_where_iso_8601_has_it(date: str | None, start: str, end: str) -> None:
    node = of(date=date)

    assert (node.get("temporal"), node.get("startDate"), node.get("endDate")) == (date, start, end)


def test_every_node_and_every_term_means_something_without_the_network(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY)
    document = written(answer)
    found = expanded(document)

    assert set(found) == {node["@id"] for node in document["@graph"]}
    keys = {key for node in found.values() for key in node} - {"@id", "@type"}
    assert all(key.startswith((SCHEMA, TERMS)) for key in keys)
    assert {key for key in keys if key.startswith(TERMS)} <= {f"{TERMS}{name}" for name in document["@context"]}
    references = {
        one["@id"].removeprefix(BASE)
        for node in found.values()
        for values in node.values()
        for one in (values if isinstance(values, list) else ())
        if isinstance(one, dict) and set(one) == {"@id"}
    }
    assert {one for one in references if one.startswith("#")} <= set(found)


def test_an_event_says_what_when_who_where_and_by_whom_it_is_told() -> None:
    source = {"publisher": "P", "title": "S", "url": "https://p.org/a", "date": "2024-05-02", "language": "ru",
              "archived": "https://a.org/b", "accessed": "2024-06", "kind": "press"}  # fmt: skip
    answer = ask("list", made(places=["Rason"], tags=["un"], sources=[source], summary="S."), today=TODAY)
    node = expanded(written(answer))["#event/a%20b%2F%C3%A9"]

    assert node["@type"] == [f"{SCHEMA}Event"]
    assert node[f"{SCHEMA}name"] == [{"@value": "A"}]
    assert node[f"{SCHEMA}about"] == [{"@id": f"{BASE}#actor/kim"}]
    assert node[f"{SCHEMA}temporal"] == [{"@value": "2024-05-01", "@type": EDTF}]
    (place,) = node[f"{SCHEMA}location"]
    assert place == {"@type": [f"{SCHEMA}Place"], f"{SCHEMA}name": [{"@value": "Rason"}]}
    (told,) = node[f"{SCHEMA}citation"]
    assert told[f"{SCHEMA}url"] == [{"@id": "https://p.org/a"}]
    assert told[f"{SCHEMA}archivedAt"] == [{"@id": "https://a.org/b"}]
    assert told[f"{SCHEMA}datePublished"] == [{"@value": "2024-05-02"}]
    assert told[f"{SCHEMA}publisher"][0][f"{SCHEMA}name"] == [{"@value": "P"}]


def test_a_claim_says_who_takes_which_stance_on_what_and_when() -> None:
    found = nodes(ask("list", made(), today=TODAY))

    assert found["#proposition/p/claim/1"] == {
        "@id": "#proposition/p/claim/1", "@type": "Claim", "onWhat": "#proposition/p", "author": "#actor/kim",
        "stance": "denies", "temporal": "2024~",
    }  # fmt: skip
    assert found["#proposition/p"] == {
        "@id": "#proposition/p", "@type": "Claim", "identifier": "p", "text": "It was said", "status": "denied",
        "deniedBy": ["#actor/dprk"],
    }  # fmt: skip
    assert found["#actor/kim"] == {
        "@id": "#actor/kim", "@type": "Person", "identifier": "kim", "name": "Kim", "alternateName": ["K"],
        "speaksFor": "#actor/dprk",
    }  # fmt: skip


def test_the_chronology_is_a_data_set_and_a_list_in_the_order_of_its_events(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY, limit=3)
    node = expanded(written(answer))["#chronology"]

    assert node["@type"] == [f"{SCHEMA}Dataset", f"{SCHEMA}ItemList"]
    (listed,) = node[f"{SCHEMA}itemListElement"]
    assert [one["@id"] for one in listed["@list"]] == [f"{BASE}#event/{hit.event.id}" for hit in answer]
    assert node[f"{SCHEMA}license"] == [{"@id": "https://spdx.org/licenses/CC-BY-4.0.html"}]


def test_statuses_are_those_of_the_question(bundled: Chronology) -> None:
    answer = ask("list", bundled, today=TODAY, as_of="2024-10-20")
    found = nodes(answer)

    assert {hit.event.id: hit.status for hit in answer} == {
        node["identifier"]: node["status"] for node in found.values() if node["@type"] == "Event"
    }


def test_no_address_that_runs_becomes_one() -> None:
    node = of(sources=[{"url": "javascript:alert(1)"}, {"url": "https://x.org/a b"}, {"url": "https://x.org/é"}])

    assert node["citation"] == [
        {"@type": "CreativeWork", "identifier": one}
        for one in ("javascript:alert(1)", "https://x.org/a b", "https://x.org/é")
    ]


def kept(held: Chronology) -> Chronology:
    """What linked data holds of a chronology."""
    events = tuple(replace(event, extra={}) for event in held.events)
    return replace(held, schema=None, types={}, tags={}, measures={}, extra={}, events=events)


def again(answer: Answer[Any], name: str = "x.jsonld") -> Chronology:
    data = "".join(map(str, rendered(WRITERS["jsonld"], answer, How()))).encode()
    return read(data, Reading(name=name, path=name))


@settings(max_examples=50)
@given(chronologies())
def test_what_linked_data_holds_is_read_again(chronology: Chronology) -> None:
    answer = ask("list", chronology, today=TODAY)

    assert again(answer) == kept(selection(answer))


def test_the_bundled_chronology_is_read_again(bundled: Chronology) -> None:
    for asked in ({}, {"tags": "troops", "reverse": True}, {"as_of": "2024-10-20"}):
        answer = ask("list", bundled, today=TODAY, **asked)
        assert again(answer, "x.json") == kept(selection(answer))


@pytest.mark.parametrize("where", ["box 7", "https://a.org/b", "", "javascript:x"])
def test_an_address_or_an_archive_of_any_kind_is_read_again(where: str) -> None:
    chronology = made(sources=[{"publisher": "P", "url": where}, {"publisher": "Q", "archived": where}])
    answer = ask("list", chronology, today=TODAY)

    assert again(answer) == kept(selection(answer))


@pytest.mark.parametrize(
    "broken",
    [
        lambda graph: graph.pop(0), lambda graph: graph[1].update({"@type": "Dog"}), lambda graph: graph.append({}),
        lambda graph: graph[0].update({"@id": "#x/y"}), lambda graph: graph[-1].update({"stance": "barks"}),
        lambda graph: graph.insert(0, graph[0]), lambda graph: graph[1].update({"identifier": 7}),
    ],
)  # fmt: skip
def test_what_somebody_else_made_of_it_is_read_as_any_document(broken: Callable[[Any], Any]) -> None:
    document = written(ask("list", made(), today=TODAY))
    broken(document["@graph"])

    found = read(json.dumps(document).encode(), Reading(name="x.json", path="x.json", options=Options(skip_bad=True)))
    assert [event.date for event in found.events if event.date] == ["2024-05-01"]


@settings(max_examples=50)
@given(chronologies())
def test_any_chronology_is_expanded_with_every_event_and_claim(chronology: Chronology) -> None:
    answer = ask("list", chronology, today=TODAY)
    held = selection(answer)

    found = expanded(written(answer))
    claims = [claim for event in held.events for claim in event.claims]
    claims += [claim for one in held.propositions.values() for claim in one.claims]
    stances = [node[f"{TERMS}stance"][0]["@value"] for node in found.values() if f"{TERMS}stance" in node]
    assert sorted(stances) == sorted(claim.stance for claim in claims)
    titles = [node[f"{SCHEMA}name"] for node in found.values() if node["@type"] == [f"{SCHEMA}Event"]]
    assert titles == [[{"@value": event.title}] for event in held.events]
