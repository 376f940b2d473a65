"""The first source in the browser: of the web alone, said where there is no browser, and never of many at once."""

import io
import json
import sys
import webbrowser

import pytest

import relations_cli
from program import Inline, Write
from relations_cli.errors import ExitCode
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.addresses import first_address

HOSTILE = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "mailto:a@b",
    "https://",
    "http://[",
    "-a https://x",
    "x",
    "ftp://a/",
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser is given."""
    found: list[str] = []

    def show(url: str) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", show)
    return found


def chronology(*sources: "list[dict[str, str]]") -> str:
    events = [
        {
            "id": f"2020-0{n + 1}-e{n}",
            "date": f"2020-0{n + 1}",
            "title": "T",
            "sources": [{"publisher": "P"} | one for one in of],
        }
        for n, of in enumerate(sources)
    ]
    claims = [{"by": "a", "stance": "asserts"}, {"by": "a", "stance": "denies", "source": "https://claims.example/"}]
    return json.dumps({
        "title": "T", "events": events, "propositions": {"said": {"text": "It is said.", "claims": claims}},
    })  # fmt: skip


def test_the_first_source_is_opened_and_nothing_is_printed(write: Write, inline: Inline, opened: list[str]) -> None:
    path = write("a.json", chronology([{}, {"url": "https://a.example/x?y=1&z=%20#f"}, {"url": "https://b.example/"}]))

    for name in ("2020-01-e0", "e0", "2020-01"):
        assert inline("open", name, "-f", path) == (0, "", "")
    assert opened == ["https://a.example/x?y=1&z=%20#f"] * 3
    assert inline("open", "e0", "-f", path, "--print") == (0, "https://a.example/x?y=1&z=%20#f\n", "")
    assert len(opened) == 3


@pytest.mark.parametrize("url", HOSTILE)
def test_nothing_but_the_web_is_opened(write: Write, inline: Inline, opened: list[str], url: str) -> None:
    path = write("a.csv", f"id,date,title,url\ne,2020,T,{url}\n")
    done = inline("open", "e", "-f", path)

    assert (done.code, done.out, opened) == (1, "", [])
    assert "timeline: open: 'e' has no source with a web address\n" in done.err
    assert inline("open", "e", "-f", path, "--print").out == ""


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("HTTPS://a.example/Ким 1", "HTTPS://a.example/%D0%9A%D0%B8%D0%BC%201"), (" http://a.example ", "http://a.example"),
        ("https://a.example/\x1b[31m\n`$(x)`\"'", "https://a.example/%1B[31m%0A%60$(x)%60%22'"),
        ("https://[::1]/", "https://[::1]/"),
    ],
)  # fmt: skip
def test_an_address_is_one_word_in_ascii(
    write: Write, inline: Inline, opened: list[str], url: str, address: str
) -> None:
    path = write("a.json", chronology([{"url": url}]))

    assert inline("open", "e0", "-f", path, "--print").out == f"{address}\n"
    inline("open", "e0", "-f", path)
    assert opened == [address]


def test_several_are_opened_each_once_and_those_without_a_source_said(
    write: Write, inline: Inline, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, copy = {"url": "https://a.example/"}, {"url": "https://b.example/"}, {"archived": "https://c.example/"}
    path = write("a.json", chronology([b], [], [a], [b], [copy]))
    done = inline("open", "2020", "-f", path)

    assert (done.code, done.out) == (0, "")
    assert opened == ["https://b.example/", "https://a.example/", "https://c.example/"]
    assert done.err == "timeline: open: '2020-02-e1' has no source with a web address\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"2020-03-e2\tx\n2020-01-e0\n")))
    assert inline("open", "-", "-f", path, "--print").out == "https://a.example/\nhttps://b.example/\n"
    assert inline("open", "said", "-f", path, "--print").out == "https://claims.example/\n"
    assert inline("open", "e0", "-f", path, "--as-of", "2019").code == ExitCode.NOTHING


def test_where_there_is_no_browser_the_address_is_said(
    write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _url: False)
    done = inline("open", "e0", "-f", write("a.json", chronology([{"url": "https://a.example/"}])))

    assert (done.code, done.out) == (2, "")
    assert done.err == "timeline: open: no browser could be started: open https://a.example/\n"


def test_where_the_browser_fails_midway_the_addresses_that_are_left_are_said(
    write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda url: "a" in url)
    hosts = [{"url": f"https://{host}/"} for host in ("a.b", "x.y", "z.y")]
    done = inline("open", "2020", "-f", write("a.json", chronology(*([one] for one in hosts))))

    assert done.err == "timeline: open: no browser could be started: open https://x.y/ https://z.y/\n"


def test_as_many_pages_as_may_be_are_opened_at_once(write: Write, inline: Inline, opened: list[str]) -> None:
    rows = "".join(f"e{n},2020,T,https://a.example/{n}\n" for n in range(10))

    assert inline("open", "2020", "-f", write("a.csv", f"id,date,title,url\n{rows}")).code == 0
    assert len(opened) == 10


def test_the_page_itself_comes_before_its_copy_and_what_is_no_text_is_named_as_a_question() -> None:
    def first(source: Source) -> str | None:
        (hit,) = relations_cli.ask(
            "list", Chronology(title="T", events=(Event(id="e", date="2020", title="T", sources=(source,)),))
        )
        return first_address(hit)

    copy = "https://b.example/"
    assert first(Source(url="https://a.example/", archived=copy)) == "https://a.example/"
    assert first(Source(url="urn:isbn:1", archived=copy)) == copy
    assert first(Source(url="HtTp://a.example/\ud800")) == "HtTp://a.example/?"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["zqx"], 2, "'zqx' is no date and in no id"), (["e"], 2, "is in 11 ids"), (["1999"], 1, "nothing matched"),
        (["2020..2021"], 2, "11 pages at once, and no more than 10 are opened: name fewer, or add --print"),
        ([], 2, "missing argument"), (["-"], 1, "nothing matched"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_one_line(
    write: Write,
    inline: Inline,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    code: int,
    says: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    rows = "".join(f"e{n},2020,T,https://a.example/{n}\n" for n in range(11))
    done = inline("open", *words, "-f", write("a.csv", f"id,date,title,url\n{rows}"))

    assert (done.code, done.out, done.err.count("\n"), opened) == (code, "", 1, [])
    assert says in done.err
