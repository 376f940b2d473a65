"""Pictures: every word stands where it stands on a terminal, whatever the renderer; light and dark; links."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from drawings import drawings, screens
from relations_cli.views.svg import picture

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS = drawings()


def parsed(drawn: str, title: str = "", width: int = 80) -> ET.Element:
    return ET.fromstring(picture(drawn, width, title))  # noqa: S314 -- our own


def lines(root: ET.Element) -> dict[int, str]:
    """Line: its words in their cells, as the places of the picture have them."""
    found: dict[int, str] = {}
    for text in root.iter(f"{SVG}text"):
        line = ""
        for word in text.iter(f"{SVG}tspan"):
            cell = (int(word.attrib["x"]) - 16) // 12
            assert cell_len(line) <= cell, "words overlap"
            line += " " * (cell - cell_len(line)) + (word.text or "")
        found[(int(text.attrib["y"]) - 34) // 24] = line.rstrip()
    return found


@given(st.lists(st.text(st.sampled_from("ab <&>\"'中한ー️é́👩‍🚀🇰🇵│─●…\ufffe"), max_size=12), max_size=4))
@settings(max_examples=50)
def test_every_word_stands_in_the_cell_in_which_a_terminal_has_it(texts: list[str]) -> None:
    shown = lines(parsed("".join(f"{text}\n" for text in texts)))

    expected = {n: text.replace("\ufffe", "\ufffd").rstrip() for n, text in enumerate(texts)}
    assert shown == {n: text for n, text in expected.items() if text}


@pytest.mark.parametrize("name", ["table", "table-hostile", "timeline", "lanes-tag", "figures", "show-hostile"])
def test_a_view_is_drawn_as_on_a_terminal(name: str) -> None:
    drawn = DRAWINGS[name]()
    expected = drawn(screens()["80"]).splitlines()

    shown = lines(parsed(drawn(screens()["80-colour"])))

    assert [shown.get(n, "") for n in range(len(expected))] == expected


def test_a_bar_is_as_long_as_its_blocks() -> None:
    root = parsed("\x1b[31mab ██▌\x1b[0m █ c\n")

    bars = [(one.attrib["x"], one.attrib["width"]) for one in root.iter(f"{SVG}rect") if one.get("class") != "page"]
    assert bars == [("52", "30"), ("100", "12")]
    assert lines(root) == {0: "ab       c"}
    widths = [one.attrib["width"] for one in parsed("█▉▊▋▌▍▎▏\n▏\n").iter(f"{SVG}rect")][1:]
    assert widths == ["54", "1.5"]


def test_what_stands_behind_letters_is_drawn_in_their_cells() -> None:
    root = parsed("中\x1b[1m文\x1b[41m会议\x1b[0m\n")
    _, behind = root.iter(f"{SVG}rect")

    assert [behind.attrib[name] for name in ("x", "y", "width", "height", "fill")] == [
        "64",
        "16",
        "48",
        "24",
        "#800000",
    ]
    assert lines(root) == {0: "中文会议"}


def test_each_sign_has_a_place_of_its_own_and_letters_of_a_word_have_one() -> None:
    words = [one.text for one in parsed("→→─ abc\n").iter(f"{SVG}tspan")]

    assert words == ["→", "→", "─", "abc"]


def test_the_title_stands_above_and_is_the_name_of_the_picture() -> None:
    root = parsed("one\n", "The </title><script> & 북한")

    assert lines(root) == {0: "The </title><script> & 북한", 2: "one"}
    assert root.findtext(f"{SVG}title") == "The </title><script> & 북한"
    assert parsed("one\n").find(f"{SVG}title") is None


def test_page_and_text_are_light_or_dark_as_the_reader_has_it_and_nothing_else_changes() -> None:
    root = parsed("one \x1b[38;5;28mtwo\x1b[0m\n")

    (style,) = root.iter(f"{SVG}style")
    dark = dict(re.findall("\\.(page|text){fill:(#[0-9a-f]{6})}", style.text or ""))
    light = {name: one.attrib["fill"] for one in root.iter() if (name := one.get("class"))}
    assert (style.text or "").startswith("@media (prefers-color-scheme: dark)")
    assert light.keys() == dark.keys() == {"page", "text"}
    assert light["page"] > light["text"]
    assert dark["page"] < dark["text"]
    assert [word.get("fill") for word in root.iter(f"{SVG}tspan")] == [None, "#008700"]


def test_addresses_of_the_web_are_links_and_no_others() -> None:
    urls = (
        "https://example.org/a?b=1&c='<2>'",
        "http://x.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "HTTPS://x",
    )
    drawn = "".join(f"\x1b]8;id=1;{url}\x1b\\here it is\x1b]8;;\x1b\\\n" for url in urls)

    root = parsed(drawn)

    assert [one.attrib["href"] for one in root.iter(f"{SVG}a")] == list(urls[:2])
    assert list(lines(root).values()) == ["here it is"] * len(urls)


def test_lines_of_a_view_that_breaks_none_are_broken_and_their_addresses_linked_whole() -> None:
    urls = [f"https://example.org/{'path/' * 30}", "http://x.org/a"]

    root = parsed(f"Publisher, “Title”, {urls[0]}, archived at {urls[1]}.\nshort {urls[1]}\n", width=60)

    shown = list(lines(root).values())
    assert max(map(len, shown)) <= 60
    assert "".join(shown[:-1]).replace(" ", "") == f"Publisher,“Title”,{urls[0]},archivedat{urls[1]}."
    assert list(dict.fromkeys(one.attrib["href"] for one in root.iter(f"{SVG}a"))) == urls
    broken = parsed("a title with https://example.org/\nbroken\n", width=60)
    assert not list(broken.iter(f"{SVG}a"))
