"""graphviz: events, what they bear on, and who takes which stance."""

import datetime
import re
from typing import Any

from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
CHRONOLOGY = Chronology(
    title='A "C"',
    actors={"n": Actor(name="North", kind="state"), "s": Actor(name="South", kind="state")},
    propositions={
        "p": Proposition(
            text="It \\N was so",
            claims=(Claim(by="n", stance="denies", date="2024"), Claim(by="s", stance="asserts", date="2023"),
                    Claim(by="s", stance="asserts", date="2024")),
        )
    },
    events=(
        Event(id="a", date="2024~", title="A &lt;b&gt; <i>", propositions=("p",), related=("b", "c"),
              sources=(Source(url="javascript:x"), Source(url='https://x.example/"a\\N&lt;'))),
        Event(id="b:n", date=None, title="B", related=("a",)),
        Event(id="b", date="2023", title="B", related=("a",), claims=(Claim(by="n", stance="confirms"),)),
    ),
)  # fmt: skip


def graph(**asked: Any) -> str:
    return "".join(
        map(str, rendered(WRITERS["graphviz"], select(CHRONOLOGY, Query.of(today=TODAY, **asked)), How()))
    )  # fmt: skip


def test_nodes_are_events_propositions_and_who_takes_a_stance() -> None:
    nodes = re.findall(r'(?m)^  ("[^"]*") \[', graph())

    assert [node for node in nodes if "#" not in node] == [
        '"event/b"', '"actor/n"', '"event/a"', '"proposition/p"', '"actor/s"',
    ]  # fmt: skip
    assert len(nodes) == 6
    assert r'label="c. 2024\nA &amp;lt;b&amp;gt; <i>"' in graph()
    assert r'label="It \\N was so\n(disputed)"' in graph()


def test_edges_are_stances_what_bears_on_what_and_what_belongs_together() -> None:
    text = graph()
    edges = re.findall(r'(?m)^  "([^"]*)" -> "([^"]*)" \[(?:label="([^"]*)")?', text)

    assert [edge for edge in edges if "#" not in edge[0]] == [
        ("actor/n", "event/b", "confirms"),
        ("event/b", "event/a", ""),
        ("actor/n", "proposition/p", "denies"),
        ("actor/s", "proposition/p", "asserts (2)"),
        ("event/a", "proposition/p", ""),
    ]
    assert "style=dotted" in text


def test_only_addresses_of_the_web_are_links_and_end_no_text() -> None:
    assert re.findall(" URL=(.*?), target", graph()) == ['"https://x.example/%22a%5CN%26lt;"']


def test_only_what_was_selected_and_what_it_names_is_drawn() -> None:
    text = graph(since="2024")

    assert "event/b" not in text
    answer = select(CHRONOLOGY, Query.of(today=TODAY, since="2024"))
    assert [str(one) for one in remarks(WRITERS["graphviz"], answer)] == [
        "2 references to events outside the selection left out of the graph"
    ]
