"""Events, what is contested about them and who says so as a graph in the DOT language of Graphviz."""

import hashlib
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from relations_cli.errors import Remark
from relations_cli.escaping import shown_line, xml_shown
from relations_cli.model.facts import Claim, Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once
from relations_cli.query.moment import PropositionState
from relations_cli.writers import citing
from relations_cli.writers.format import How

_WIDTH: Final = 36
_HEAD: Final = """\
  graph [rankdir=LR, ranksep=1.2, nodesep=0.25, fontname="Helvetica,Arial,sans-serif", fontsize=18, labelloc=t, \
bgcolor="#ffffff"]
  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, fontcolor="#111111", color="#444444", style=filled, \
fillcolor="#ffffff"]
  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10, fontcolor="#333333", color="#555555"]
"""
_STANCES: Final = {
    "asserts": ("#1f5fa8", "solid"),
    "corroborates": ("#1f5fa8", "bold"),
    "confirms": ("#1b6b36", "bold"),
    "denies": ("#b3261e", "dashed"),
}
"""Colour and line of each stance; each has its word beside it, and 4.5:1 on white."""
_EVENT, _PROPOSITION, _ACTOR = "event", "proposition", "actor"


def write(answer: Answer[Hit], how: How) -> Iterator[str]:  # noqa: ARG001 -- as every writer
    """The graph: of each event its node, then what it bears on, who says what of either, and what it belongs with."""
    yield f"digraph timeline {{\n{_HEAD}  label={_label([answer.vocabulary.title])}\n"
    hits = each_once(answer.rows)
    ids = {hit.event.id for hit in hits}
    drawn: set[str] = set()
    for hit in hits:
        yield "".join(f"  {line}\n" for line in _event(hit, ids, drawn))
    yield "}\n"


def left_out(answer: Answer[Hit], _how: How) -> list[Remark]:
    """How many references lead to events that are not in the graph."""
    hits = each_once(answer.rows)
    ids = {hit.event.id for hit in hits}
    lost = sum(other not in ids for hit in hits for other in hit.event.related)
    references = "reference" if lost == 1 else "references"
    return [Remark(f"{lost:,} {references} to events outside the selection left out of the graph")] if lost else []


def _event(hit: Hit, ids: set[str], drawn: set[str]) -> Iterator[str]:
    event, me = hit.event, _node(_EVENT, hit.event.id)
    lines = ["undated" if hit.date is None else str(hit.date), *_wrapped(event.title)]
    if hit.status != "uncontested":
        lines.append(f"({hit.status})")
    yield f'{me} [shape=box, fillcolor="#eef3fb", label={_label(lines)}{_link(event.sources)}]'
    drawn.add(me)
    yield from _stances(event.claims, me, hit, drawn)
    for state in hit.propositions:
        node = _node(_PROPOSITION, state.id)
        if node not in drawn:
            drawn.add(node)
            yield _proposition(node, state)
            yield from _stances(state.claims, node, hit, drawn)
        yield f"{me} -> {node} [style=dotted, arrowhead=none]"
    for other in dict.fromkeys(event.related):
        pair = f"{min(event.id, other)}\0{max(event.id, other)}"
        if other in ids and other != event.id and pair not in drawn:
            drawn.add(pair)
            yield f"{me} -> {_node(_EVENT, other)} [dir=none, constraint=false]"


def _proposition(node: str, state: PropositionState) -> str:
    return f'{node} [shape=ellipse, fillcolor="#fdf6e3", label={_label([*_wrapped(state.text), f"({state.status})"])}]'


def _stances(claims: Iterable[Claim], target: str, hit: Hit, drawn: set[str]) -> Iterator[str]:
    """An edge for each stance that somebody takes, with how often it was taken."""
    for (by, stance), times in Counter((claim.by, claim.stance) for claim in claims).items():
        actor = _node(_ACTOR, by)
        if actor not in drawn:
            drawn.add(actor)
            known = hit.moment.vocabulary.actors.get(by)
            name = by if known is None else known.name
            yield f'{actor} [shape=box, style="rounded,filled", fillcolor="#f0f0f0", label={_label(_wrapped(name))}]'
        colour, line = _STANCES[stance]
        label = stance if times == 1 else f"{stance} ({times})"
        yield (
            f"{actor} -> {target} "
            f'[label={_label([label])}, style={line}, color="{colour}", fontcolor="{colour}"]'
        )  # fmt: skip


def _link(sources: Iterable[Source]) -> str:
    """The address of the first source that has one on the web, as an attribute; a name of a character ends nothing."""
    found = next(filter(None, (citing.address(source.url) for source in sources)), "")
    address = re.sub(r"&(?=#?\w+;)", "%26", found)
    return f', URL="{address}", target="_blank"' if address else ""


def _node(kind: str, name: str) -> str:
    """A name that is quoted and holds nothing to be escaped, another for each."""
    if not re.fullmatch(r"[A-Za-z0-9_.-]+", name, re.ASCII):
        name = f"#{hashlib.sha256(ascii(name).encode()).hexdigest()[:16]}"
    return f'"{kind}/{name}"'


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(shown_line(text), _WIDTH) or [""]


_ESCAPED: Final[Mapping[str, str]] = {"\\": "\\\\", '"': '\\"', "&": "&amp;"}


def _label(lines: Iterable[str]) -> str:
    r"""Lines as a quoted text: no ``\N`` of theirs is obeyed, and no ``&lt;`` is a character."""
    return (
        '"' + r"\n".join("".join(_ESCAPED.get(one, one) for one in xml_shown(shown_line(line))) for line in lines) + '"'
    )
