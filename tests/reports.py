"""Chronologies for tests of reports, and how a report is read again."""

from golden import frozen
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source

CHRONOLOGY = frozen()
_NORTH = Source(
    publisher="The North", url="https://north.example/report", archived="https://archive.example/1", kind="official"
)
SMALL_REPORT = Chronology(
    title="A bridge",
    updated="1960-05-04",
    description="Of a bridge.",
    actors={
        "north": Actor(name="The North", kind="state"),
        "south": Actor(name="The South", kind="state"),
    },
    events=(
        Event(
            id="opens", date="1931-02-01", title="The *bridge* opens",
            sources=(
                Source(publisher="The Herald", title="Open", date="1931-02-02", url="https://herald.example/open?a=1&b=2"),
                _NORTH,
            ),
        ),
        Event(
            id="falls", date="1958%", title="The bridge falls",
            summary="A lorry is on it.\n\nTwo days later it is gone.",
            claims=(Claim(by="north", stance="asserts", date="1958"), Claim(by="south", stance="denies", date="1959")),
            sources=(_NORTH, Source(publisher="K. Berg", title="On paper", date="1958")),
        ),
        Event(id="plan", date=None, title="A plan", sources=(Source(publisher="The Herald"),)),
    ),
)  # fmt: skip
