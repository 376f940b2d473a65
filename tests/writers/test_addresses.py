"""Which texts are addresses of the web is asked in one place: every format links the same ones, and no others."""

import datetime
import html
import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from relations_cli import ask
from relations_cli.escaping import web_address
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.screen import Screen
from relations_cli.views.detail import detailed
from relations_cli.writers import FEEDS, WRITERS, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
FORMATS = WRITERS | {one.name: one for one in FEEDS}


def of(url: str) -> Chronology:
    event = Event(id="e", date="2024-01-02", title="T", sources=(Source(publisher="P", title="S", url=url),))
    return Chronology(title="T", updated="2024-02-01", events=(event,))


def output(name: str, url: str) -> bytes:
    form = FORMATS[name]
    is_feed = form in FEEDS
    answer: Any = ask("changes", of(url), since="2020", today=TODAY) if is_feed else ask("list", of(url), today=TODAY)
    parts: list[Any] = list(rendered(form, answer, How()))
    return b"".join(part if isinstance(part, bytes) else part.encode() for part in parts)


def found(pattern: str) -> Callable[[bytes], list[str]]:
    return lambda out: re.findall(pattern, out.decode())


def marked(pattern: str) -> Callable[[bytes], list[str]]:
    return lambda out: [html.unescape(one) for one in re.findall(pattern, out.decode())]


def external(part: str) -> Callable[[bytes], list[str]]:
    def read(out: bytes) -> list[str]:
        with zipfile.ZipFile(BytesIO(out)) as packed:
            held = packed.read(part).decode() if part in packed.namelist() else ""
        return [html.unescape(one) for one in re.findall('Target="([^"]*)" TargetMode="External"', held)]

    return read


def of_markdown(out: bytes) -> list[str]:
    notes = "\n\n".join(re.findall(r"(?m)^\[\^1\]: (.*)$", out.decode()))
    tokens = [one for token in MarkdownIt("commonmark").parse(notes) for one in token.children or ()]
    return [str(one.attrs["href"]) for one in tokens if one.type == "link_open"]


def of_csl(out: bytes) -> list[str]:
    return [one["URL"] for one in json.loads(out) if "URL" in one]


def of_jsonfeed(out: bytes) -> list[str]:
    return [one["url"] for one in json.loads(out)["items"] if "url" in one]


def of_jsonld(out: bytes) -> list[str]:
    return [one["url"] for node in json.loads(out)["@graph"] for one in node.get("citation", ()) if "url" in one]


def of_timelinejs(out: bytes) -> list[str]:
    return marked('href="([^"]*)"')(json.loads(out)["events"][0]["text"]["text"].encode())


LINKS: dict[str, Callable[[bytes], list[str]]] = {
    "html-fragment": marked('href="(http[^"]*)" rel'),
    "docx": external("word/_rels/document.xml.rels"),
    "xlsx": external("xl/worksheets/_rels/sheet1.xml.rels"),
    "ics": lambda out: found("(?m)^URL.*?:(.*)\r$")(out.replace(b"\r\n ", b"")),
    "graphviz": found(' URL="(.*?)", target'),
    "bibtex": found(r"(?m)^  url = \{(.*)\},$"),
    "csl-json": of_csl,
    "atom": marked('<link rel="alternate" href="([^"]*)"'),
    "jsonfeed": of_jsonfeed,
    "timelinejs": of_timelinejs,
    "jsonld": of_jsonld,
    "markdown": of_markdown,
    "markwhen": found(r"(?m)^- Source: P: \[S\]\((.*?)\)$|^- Source: P: “S” <(.*?)>$"),
}
"""The addresses that a format links, as its readers see them."""
WITHOUT = {
    "tsv", "csv", "json", "jsonl", "yaml", "sqlite", "markdown-table", "mermaid",
}  # fmt: skip
"""Formats that hold texts of sources, if any, and no links."""
NARROWER = {
    "markdown": r"[<>\\]", "markwhen": r"[()<>\[\]]", "jsonld": r'[^!-~]|["<>\\^`{|}]|^ | $|HTTP', "graphviz": "&",
    "xlsx": r"[\[\]]",
}  # fmt: skip
"""Characters for which a format has no place, or another name, in an address that is one."""
PIECES = (
    "https://", "http://", "HTTPS://", "javascript:", "ftp://", "//", "a.example", "россия.рф", "[::1]", "[",
    "u@", ":80", ":", "/", "/p", "?q=1&amp=2", "#f", " ", "\t", "\n", "\x00", "\x1b[31m", "\u202e", "\u200b",
    "é", "مى\u200cخ", "<", ">", "'", '"', "(", ")", "{", "}", "|", "\\", "^", "`", "%20", "%", "&lt;", "\u2028",
    "\U000e0041",
)  # fmt: skip
addresses = (
    st.lists(st.sampled_from(PIECES), max_size=4)
    .map("".join)
    .flatmap(
        lambda rest: st.sampled_from((rest, f"https://a.example/{rest}", f"http://a.example{rest}", f"https://{rest}"))
    )
)


def test_every_format_is_one_that_links_or_holds_no_links() -> None:
    assert set(LINKS) | WITHOUT == set(FORMATS)


@settings(max_examples=400)
@given(addresses)
def test_an_address_has_a_host_for_every_reader_and_nothing_that_any_would_drop(text: str) -> None:
    address = web_address(text)
    if address is None:
        return
    assert re.fullmatch(r"""https?://[^\s"<>\\^`{|}]+""", address, re.IGNORECASE)
    assert address.isascii()
    assert urlsplit(address).scheme in ("http", "https")
    assert urlsplit(address).hostname
    assert web_address(address) == address
    assert unquote(address).casefold() == unquote(text.strip(" ")).casefold()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example", "https://a.example"), ("HTTP://A.example/x", "http://A.example/x"),
        (" https://a.example/ ", "https://a.example/"), ("https://u:p@a.example:80/", "https://u:p@a.example:80/"),
        ("https://[::1]/x", "https://[::1]/x"), ("https://россия.рф/é", quote("https://россия.рф/é", safe=":/")),
        ('https://a.example/"{x}"', "https://a.example/%22%7Bx%7D%22"),
        ("https://a.example/%zz", "https://a.example/%zz"),
        *((one, None) for one in (
            None, "", "x", "https://", "https:///x", "http://[", "http://[]/", "http://:80", "https://?x", "https://u@/",
            "//a.example", "javascript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://a.example",
            "mailto:a@b",
            "https://a.example/x y", "https://a b", "https://a.example/\n", "\nhttps://a.example/", "https://a.example/\x1b",
            "https://a.example/\u202e", "https://a.example/\u200b", "https://a.example/\x00", "https://a.example/\ud800",
            "a https://b",
        )),
    ],
)  # fmt: skip
def test_what_is_an_address_of_the_web(text: str | None, address: str | None) -> None:
    assert web_address(text) == address


@pytest.mark.parametrize("name", LINKS)
@settings(max_examples=60, deadline=None)
@given(url=addresses)
def test_every_format_links_just_what_is_an_address(name: str, url: str) -> None:
    links = ["".join(one) for one in LINKS[name](output(name, url))]

    address = web_address(url)
    if re.search(NARROWER.get(name, r"(?!)"), url) is None:
        assert bool(links) == (address is not None)
    for link in links:
        assert address is not None
        if name != "markdown":  # whose parser names hosts its own way
            whole = address.partition("#")[0] if name == "xlsx" else address  # which keeps a place in a page apart
            assert unquote(link).casefold() == unquote(whole).casefold()


@settings(max_examples=60)
@given(addresses)
def test_views_link_just_what_is_an_address(url: str) -> None:
    screen = Screen(terminal=True, width=10_000, colour=True)
    drawn = detailed(ask("show", of(url), names="e", today=TODAY))(screen)

    links = set(re.findall("\x1b\\]8;id=[^;]*;([^\x1b]+)\x1b\\\\", drawn))
    address = web_address(url)
    assert links == ({address} if address else set())
