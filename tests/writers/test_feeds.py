"""atom and jsonfeed: what became known, an entry a change, under ids that stay, read again as it was."""

import datetime
import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import CHRONOLOGY
from program import Inline
from relations_cli.model.facts import Chronology, Claim, Event, Source
from relations_cli.query.changes import changes
from relations_cli.query.query import Query
from relations_cli.readers.containers.feeds import read as read_feed
from relations_cli.readers.documents.json import read as read_json
from relations_cli.readers.reading import Reading
from relations_cli.writers import FEEDS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
NAMES = [one.name for one in FEEDS]
FORMATS = {one.name: one for one in FEEDS}
_SPACE = "{http://www.w3.org/2005/Atom}"


def fed(inline: Inline, name: str, *args: str, since: str = "2022") -> str:
    done = inline("changes", "-f", str(CHRONOLOGY), "--since", since, *args, "-o", name)
    assert done.code in (0, 1), done.err
    return done.out


def rows(inline: Inline, *args: str, since: str = "2022") -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        inline("changes", "-f", str(CHRONOLOGY), "--since", since, *args, "-o", "json").out
    )
    return found


def test_an_entry_is_a_change_and_the_newest_is_first(inline: Inline) -> None:
    expected = sorted(rows(inline), key=lambda row: row["date"], reverse=True)
    parsed = feedparser.parse(fed(inline, "atom").encode())
    items = json.loads(fed(inline, "jsonfeed"))["items"]

    assert not parsed.bozo
    assert [one.title for one in parsed.entries] == [one["title"] for one in items] == [one["text"] for one in expected]
    assert [one.updated for one in parsed.entries] == [f"{one['date']}T00:00:00Z" for one in expected]
    assert parsed.feed.updated == parsed.entries[0].updated
    assert [one.tags[0].term for one in parsed.entries] == [one["kind"] for one in expected]
    assert [one.id for one in parsed.entries] == [one["id"] for one in items]
    linked = [
        (one.get("link"), row["source"]) for one, row in zip(parsed.entries, expected, strict=True) if row["source"]
    ]
    assert linked
    assert all(link == source for link, source in linked)


def test_an_entry_has_all_that_atom_asks_for(inline: Inline) -> None:
    root = ET.fromstring(fed(inline, "atom"))  # noqa: S314 -- our own

    assert {"id", "title", "updated", "author"} <= {one.tag.removeprefix(_SPACE) for one in root}
    for entry in root.iter(f"{_SPACE}entry"):
        names = {one.tag.removeprefix(_SPACE) for one in entry}
        assert {"id", "title", "updated"} <= names
        assert names & {"link", "content"}


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_each_another_and_stay_in_any_window_and_order(name: str, inline: Inline) -> None:
    def ids(*args: str, since: str = "2022") -> list[str]:
        return re.findall("urn:uuid:[0-9a-f-]{36}", fed(inline, name, *args, since=since))[name == "atom" :]

    whole = ids()

    assert len(set(whole)) == len(whole) == len(rows(inline))
    assert set(ids(since="2023")) < set(whole)
    assert set(ids("-r")) == set(whole)


def test_what_somebody_says_twice_on_a_day_has_two_ids_of_which_the_first_is_as_if_alone() -> None:
    def ids(*claims: Claim, reverse: bool = False) -> list[str]:
        event = Event(id="a", date="2020", title="A", known="2020", claims=claims)
        query = Query.of(today=TODAY, since="2024", reverse=reverse)
        found = rendered(FORMATS["jsonfeed"], changes(Chronology(title="C", events=(event,)), query), How())
        return re.findall('"id":"([^"]*)"', "".join(map(str, found)))

    one, two = (Claim(by="x", stance="denies", date="2024-05-01", note=note) for note in "12")

    assert len(set(ids(one, two))) == 2
    assert ids(one, two)[:1] == ids(one) == ids(Claim(by="x", stance="denies", date="2024-05-01", note="mended"))
    assert ids(one, two, reverse=True) == ids(one, two)[::-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_is_the_same_on_another_day_without_news(name: str, inline: Inline) -> None:
    assert fed(inline, name) == fed(inline, name, "--until", "2100")


def test_a_feed_of_nothing_is_whole_and_of_the_day_of_its_data(inline: Inline) -> None:
    parsed = feedparser.parse(fed(inline, "atom", since="2090").encode())

    assert (parsed.bozo, parsed.entries) == (False, [])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", parsed.feed.updated)
    assert json.loads(fed(inline, "jsonfeed", since="2090"))["items"] == []


def test_feeds_are_of_changes_only(inline: Inline) -> None:
    assert "is a feed of what became known" in inline("list", "-o", "atom").err
    assert "timeline changes" in inline("list", "-o", "x.atom").err
    assert "atom has none" in inline("changes", "--since", "2022", "-o", "atom", "--fields", "id").err


def test_years_that_a_feed_cannot_hold_are_counted() -> None:
    old = Chronology(title="C", events=(Event(id="a", date="-0043-03-15", title="A"),))
    answer = changes(old, Query.of(today=TODAY, until="2000"))

    assert [str(one) for one in remarks(FORMATS["atom"], answer)] == [
        "1 change before the year 1 or after 9999 left out of the feed"
    ]
    assert "<entry>" not in "".join(map(str, rendered(FORMATS["atom"], answer, How())))


titles = st.text("abc <&\"'é中\x1b\u202e\ufffe\r\n", min_size=1, max_size=10).map(lambda text: f"t{text}t")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["2024-01-02", "1998-05-06", "2024-02-29"]), titles), min_size=1, max_size=3))
def test_days_titles_ids_and_addresses_are_read_again(told: list[tuple[str, str]]) -> None:
    events = tuple(
        Event(id=f"e{n}", date=day, title=title, summary=f"s{n}", sources=(Source(url=f"https://x.example/{n}"),))
        for n, (day, title) in enumerate(told)
    )
    answer = changes(Chronology(title="C", events=events), Query.of(today=TODAY, since="1900"))
    wanted = {(one.date, one.sources[0].url, one.summary) for one in events}

    texts = {name: "".join(map(str, rendered(FORMATS[name], answer, How()))) for name in NAMES}
    read = {
        "atom": read_feed(texts["atom"].encode(), Reading(name="x.atom")),
        "jsonfeed": read_json(texts["jsonfeed"].encode(), Reading(name="x.json")),
    }

    for name, chronology in read.items():
        assert {(one.date, one.sources[0].url, one.summary) for one in chronology.events} == wanted, name
        assert chronology.title == "C"
    ids = re.findall(r'"id":"([^"]*)"', texts["jsonfeed"])
    assert sorted(one.id for one in read["jsonfeed"].events) == sorted(ids)
    assert sorted(str(one.extra["id"]) for one in read["atom"].events) == sorted(ids)
    shown = [one["title"] for one in json.loads(texts["jsonfeed"])["items"]]
    assert sorted(" ".join(one.title.split()) for one in read["atom"].events) == sorted(
        " ".join(one.split()) for one in shown
    )
    assert sorted(one.title for one in read["jsonfeed"].events) == sorted(shown)
