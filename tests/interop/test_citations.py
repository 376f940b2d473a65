"""pandoc reads the sources, and Graphviz draws the graph."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from golden import CHRONOLOGY
from hostile import TORTURE, document, ran
from program import Outcome
from programs import program


def ran_on(path: Path, *args: str) -> Outcome:
    return ran("list", "-f", str(path), *args)


def told(name: str, *args: str, given: str) -> str:
    done = subprocess.run(
        [program(name), *args], input=given, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.interop
def test_pandoc_reads_as_many_sources_with_their_titles_and_days() -> None:
    ours: list[dict[str, Any]] = json.loads(ran_on(CHRONOLOGY, "-o", "csl-json").out)
    theirs = json.loads(told("pandoc", "-f", "biblatex", "-t", "csljson", given=ran_on(CHRONOLOGY, "-o", "bibtex").out))

    def shape(items: list[dict[str, Any]]) -> dict[str, tuple[str, Any, str]]:
        plain = {
            one["id"]: (re.sub("[‘’']", "'", one["title"]), one.get("issued"), one.get("URL", "")) for one in items
        }
        return {
            key: (title, (when or {}).get("date-parts") if "season" not in (when or {}) else None, url)
            for key, (title, when, url) in plain.items()
        }

    assert shape(theirs) == shape(ours)


@pytest.mark.interop
@pytest.mark.parametrize(("name", "suffix"), [("bibtex", "bib"), ("csl-json", "json")])
def test_a_text_that_cites_all_has_every_title(name: str, suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"x.{suffix}").write_text(ran_on(CHRONOLOGY, "-o", name).out, encoding="utf-8")
    text = told(
        "pandoc", "--citeproc", "-t", "plain", "--wrap=none", f"--bibliography={tmp_path}/x.{suffix}",
        given='---\nnocite: "@*"\n---\n',
    )  # fmt: skip

    words = re.sub(r"\W", "", text).casefold()
    for one in json.loads(ran_on(CHRONOLOGY, "-o", "csl-json").out):
        assert re.sub(r"\W", "", one["title"]).casefold() in words


@pytest.mark.interop
def test_hostile_sources_are_text_for_pandoc(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps(document(TORTURE)), encoding="utf-8")

    items = json.loads(
        told("pandoc", "-f", "biblatex", "-t", "csljson", given=ran_on(tmp_path / "x.json", "-o", "bibtex").out)
    )

    assert [one["id"] for one in items] == [
        one["id"] for one in json.loads(ran_on(tmp_path / "x.json", "-o", "csl-json").out)
    ]


@pytest.mark.interop
@pytest.mark.parametrize("is_hostile", [False, True])
def test_graphviz_draws_every_node(tmp_path: Path, *, is_hostile: bool) -> None:
    path = CHRONOLOGY
    if is_hostile:
        path = tmp_path / "x.json"
        path.write_text(json.dumps(document(TORTURE)), encoding="utf-8")
    dot = ran_on(path, "-n", "30", "-o", "graphviz").out

    root = ET.fromstring(told("dot", "-Tsvg", given=dot))  # noqa: S314 -- Graphviz's, of ours

    space = "{http://www.w3.org/2000/svg}"
    drawn = [one for one in root.iter(f"{space}g") if one.get("class") == "node"]
    assert len(drawn) == len(re.findall(r'(?m)^  "[^"]*" \[', dot)) > 2
    edges = [one for one in root.iter(f"{space}g") if one.get("class") == "edge"]
    assert len(edges) == dot.count(" -> ")
    links = [one.get("{http://www.w3.org/1999/xlink}href", "") for one in root.iter(f"{space}a")]
    assert all(re.match("https?://", link) for link in links)
    assert not {one.tag.removeprefix(space) for one in root.iter()} - {
        "svg", "g", "title", "polygon", "text", "path", "ellipse", "a",
    }  # fmt: skip
