"""bibtex and csl-json: the sources of the rows, once each, under keys that stay."""

import datetime
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import frozen
from program import Inline
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.bibtex import latex
from relations_cli.writers.citing import cited
from relations_cli.writers.csl_json import issued
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
SOURCE = Source(
    publisher="Reuters",
    title="Troops sail & win 50%",
    url="https://example.org/a_b?x={1}",
    date="2024-10-08",
    kind="press",
    language="ko",
    archived="https://archive.example/a_b",
    accessed="2025-01-02",
)


def of(*sources: Source) -> Chronology:
    events = (Event(id=f"e{n}", date="2024", title="T", sources=(one,)) for n, one in enumerate(sources))
    return Chronology(title="C", events=tuple(events))


def written(name: str, chronology: Chronology, **asked: Any) -> str:
    return "".join(map(str, rendered(WRITERS[name], select(chronology, Query.of(today=TODAY, **asked)), How())))


def items(*sources: Source) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("csl-json", of(*sources)))
    return found


def keys(chronology: Chronology, **asked: Any) -> list[str]:
    return [one.key for one in cited(select(chronology, Query.of(today=TODAY, **asked)))]


def test_a_source_is_an_entry_of_bibtex_with_what_latex_obeys_as_text() -> None:
    key = keys(of(SOURCE))[0]

    assert re.fullmatch("reuters2024troops-[a-z]{3}", key)
    assert written("bibtex", of(SOURCE)) == (
        f"@article{{{key},\n"
        "  author = {{Reuters}},\n"
        "  entrysubtype = {newspaper},\n"
        "  journaltitle = {{Reuters}},\n"
        "  title = {{Troops sail \\& win 50\\%}},\n"
        "  date = {2024-10-08},\n"
        "  url = {https://example.org/a_b?x=%7B1%7D},\n"
        "  urldate = {2025-01-02},\n"
        "  addendum = {Archived: https://archive.example/a\\_b},\n"
        "  langid = {korean},\n"
        "}\n\n"
    )


def test_an_address_that_is_not_of_the_web_is_text() -> None:
    one = Source(publisher="P", title="T", url="javascript:{x}%")

    assert "  howpublished = {javascript:\\{x\\}\\%},\n" in written("bibtex", of(one))
    (item,) = items(one)
    assert (item["type"], item["note"], "URL" in item) == ("document", "javascript:{x}%", False)


def test_a_source_is_an_item_of_csl() -> None:
    one = Source(
        publisher="UN", title="T", url="https://un.example/ü", date="2024~", accessed="2025-01-02", language="en"
    )

    (item,) = items(one)

    assert item == {
        "id": keys(of(one))[0], "type": "webpage", "title": "T", "author": [{"literal": "UN"}], "container-title": "UN",
        "issued": {"date-parts": [[2024]], "circa": True}, "URL": "https://un.example/%C3%BC",
        "accessed": {"date-parts": [[2025, 1, 2]]}, "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "bib", "csl"),
    [
        ("press", "article", "article-newspaper"), ("research", "report", "report"), ("archive", "misc", "document"),
        ("official", "online", "webpage"), (None, "online", "webpage"),
    ],
)  # fmt: skip
def test_the_type_is_that_of_the_kind(kind: Any, bib: str, csl: str) -> None:
    one = Source(publisher="P", title="T", url="https://x.example/", kind=kind)

    assert written("bibtex", of(one)).startswith(f"@{bib}{{")
    assert items(one)[0]["type"] == csl


@pytest.mark.parametrize(
    ("date", "bib", "csl"),
    [
        ("2024-10", "date = {2024-10}", {"date-parts": [[2024, 10]]}),
        ("2024-21", "date = {2024-21}", {"date-parts": [[2024]], "season": 1}),
        ("2004-06/2006-08", "date = {2004-06/2006-08}", {"date-parts": [[2004, 6], [2006, 8]]}),
        ("2004/..", "date = {2004/}", {"literal": "since 2004"}),
        ("201X", "date = {201X}", {"literal": "2010s"}),
        ("-0043", "date = {-0043}", {"date-parts": [[-44]]}),
        ("2024-10-08T10:30Z", "date = {2024-10-08T10:30Z}", {"date-parts": [[2024, 10, 8]]}),
        ("[1998,1999]", "year = {1998 or 1999}", {"literal": "1998 or 1999"}),
        ("Y17000", "year = {", {"literal": None}),
        ("soon_", "year = {soon\\_}", {"literal": "soon_"}),
    ],
)
def test_a_date_is_edtf_where_a_format_takes_it_else_words(date: str, bib: str, csl: dict[str, Any]) -> None:
    assert f"  {bib}" in written("bibtex", of(Source(publisher="P", date=date)))
    found = issued(date)
    assert found.keys() == csl.keys()
    if csl.get("literal") is None or "literal" not in csl:
        assert {**found, "literal": None} == {**csl, "literal": None}


def test_a_source_stands_once_by_its_address_else_by_what_it_says() -> None:
    one = Source(publisher="P", title="T", url="https://x.example/")
    two = Source(publisher="P", title="T", date="2024")

    assert len(items(one, one, Source(publisher="Other", url="https://x.example/"), two, two)) == 2


def test_the_keys_of_a_selection_are_those_of_the_whole_and_each_is_another() -> None:
    whole = keys(frozen())

    assert len(set(whole)) == len(whole) > 20
    assert set(keys(frozen(), since="2022")) < set(whole)
    assert [one["id"] for one in json.loads(written("csl-json", frozen()))] == whole
    assert re.findall(r"(?m)^@[a-z]+\{(.*),$", written("bibtex", frozen())) == whole


def test_sources_alike_have_keys_that_no_other_row_changes() -> None:
    alike = [Source(publisher="P", title="Same words", url=f"https://x.example/{n}", date="2024") for n in range(40)]

    assert len(set(keys(of(*alike)))) == 40
    assert set(keys(of(*alike[10:]))) < set(keys(of(*alike)))


def test_a_source_without_a_title_has_publisher_and_date_for_one() -> None:
    assert items(Source(publisher="P", date="2024-10"))[0]["title"] == "P, October 2024"
    assert items(Source(url="urn:x"))[0]["title"] == "urn:x"


def test_events_without_a_source_are_counted() -> None:
    answer = select(Chronology(title="C", events=(Event(id="a", date="2024", title="A"),)), Query.of(today=TODAY))

    for name in ("bibtex", "csl-json"):
        assert [str(one) for one in remarks(WRITERS[name], answer)] == ["1 event without a source left out"]
    assert written("csl-json", Chronology(title="C", events=())) == "[]\n"


@settings(max_examples=50)
@given(st.text("ab{}\\%&#_$~^`'\"-<>\n@é中", max_size=12))
def test_no_text_leaves_its_braces_or_says_anything_to_latex(text: str) -> None:
    shown = latex(text)
    depth = 0
    for brace in re.findall("[{}]", shown):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    back = re.sub(r"\\([%&#_$])", r"\1", shown)
    for name, sign in (("backslash", "\\"), ("asciitilde", "~"), ("asciicircum", "^"), ("braceleft", "\1"),
                       ("braceright", "\2")):  # fmt: skip
        back = back.replace(f"\\text{name}{{}}", "\3" if sign == "\\" else sign)
    back = back.replace("\\{", "\1").replace("\\}", "\2").replace("{}", "")
    back = back.replace("\1", "{").replace("\2", "}").replace("\3", "\\")
    assert back == text.replace("\n", " ")


def test_other_rows_and_fields_are_refused(inline: Inline) -> None:
    assert "takes events only" in inline("claims", "-o", "bibtex").err
    assert "bibtex has none" in inline("list", "-o", "bibtex", "--fields", "id").err
