"""Nothing of an article is swallowed: every word of it is in an event, or in a note that is told with its line."""

import html
import json
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.reads import reading_of
from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.reading.tokens import WORDS as OF_DATES
from relations_cli.readers.registry import read

HERE = Path(__file__).parent
ARTICLES = sorted(
    path
    for folder in (HERE / "prose/articles", HERE / "corpus/articles")
    for path in folder.iterdir()
    if path.suffix in {".txt", ".md", ".html"}
)
CONSUMED = {*MONTH_OF, *SEASON_OF, *WEEKDAY_OF, *OF_DATES, "quarter", "century", "centuries", "half", "before", "after"}
"""Words of dates: they are in the date."""
LABELS = {"source", "sources", "via", "link", "links", "http", "https", "edit", "released", "until", "local", "day"}

DATES = [
    *("2003", "May 2003", "4 May 2003", "2003-05-04", "May 4", "2003-05-04 09:30", "09:30, 4 May 2003", "c. 2003"),
    *("before 2003", "2003 or 2004", "june 2003", "(4 May 2003)", "[2003-05-04 09:30]", "20. August 2003", "3"),
    *("the winter after the flood", "2003?", "1990s", "On May 4, 2003", "28-10-2003", "1.2.0 - 2003-05-04", "09:30"),
]
SIGNS = [": ", " – ", " - ", " ", ", ", "\t", ". ", " | ", ""]
PLACES = {
    "text": ["{}\n", "{}\n\n", "• {}\n", "  • {}\n", "{}\n====\n", "1. {}\n", "> {}\n"],
    "markdown": [
        "{}\n",
        "{}\n\n",
        "- {}\n",
        "  - {}\n",
        "# {}\n\n",
        "## {}\n\n",
        "### {}\n\n",
        "1. {}\n",
        "> {}\n\n",
        "`{}`\n",
    ],
    "html": [
        *(
            "<p>{}</p>",
            "<li>{}</li>",
            "<ul><li>{}</li></ul>",
            "<h2>{}</h2>",
            "<h3>{}</h3>",
            "<nav>{}</nav>",
            "<b>{}</b>",
        ),
        *("<aside>{}</aside>", '<div class="share">{}</div>', "<footer>{}</footer>", "<p hidden>{}</p>", "<td>{}</td>"),
        *(
            "<figcaption>{}</figcaption>",
            "<button>{}</button>",
            "<article>{}</article>",
            '<div class="content">{}</div>',
        ),
        *("<table><tr><td>{}</td><td>x</td></tr></table>", "<pre>{}</pre>", "<blockquote>{}</blockquote>"),
    ],
}
TEXTS = ["The {} ship leaves.", "{}", "{} sinks", "a {} man", "Comments {}", "By {}", "Photo: {}", "{} (AP)", "© {}"]


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """An article, its form and the words that must come out."""
    form = draw(st.sampled_from(sorted(PLACES)))
    words, parts = [], []
    for number in range(draw(st.integers(1, 12))):
        word = f"w{number}q"
        words.append(word)
        text = draw(st.sampled_from(TEXTS)).format(word)
        if draw(st.booleans()):
            text = draw(st.sampled_from(DATES)) + draw(st.sampled_from(SIGNS)) + text
        elif draw(st.integers(0, 3)) == 0:
            parts.append(draw(st.sampled_from(PLACES[form])).format(draw(st.sampled_from(DATES))))
        parts.append(draw(st.sampled_from(PLACES[form])).format(text))
    return "".join(parts), form, words


def told(text: str, name: str, **options: object) -> str:
    """All that comes out of a file: its events and its notes."""
    reading = reading_of(name, **options)
    chronology = read(text.encode(), reading)
    values = msgspec.json.encode(chronology).decode()
    return " ".join([json.dumps(json.loads(values), ensure_ascii=False), *map(str, reading.notes)])


@given(articles())
@settings(max_examples=50)
def test_every_word_of_an_article_is_in_an_event_or_in_a_note(article: tuple[str, str, list[str]]) -> None:
    text, form, words = article

    out = told(text, "a", reader=form)

    assert [word for word in words if word not in out] == []


@given(articles())
@settings(max_examples=30)
def test_every_note_of_an_article_has_its_line_and_the_counts_add_up(article: tuple[str, str, list[str]]) -> None:
    text, form, _ = article
    reading = reading_of("a", reader=form)
    read(text.encode(), reading)

    left_out = [note for note in reading.notes if note.kind == "left out"]
    assert all(note.position and 1 <= note.position[0] <= text.count("\n") + 1 for note in left_out)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_word_of_the_corpus_comes_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    out = told(text, path.name).casefold()

    seen = _seen(text, path.suffix)
    missing = [word for word in re.findall(r"[^\W\d_]{4,}", seen) if word.casefold() not in out]
    assert [word for word in missing if word.casefold() not in CONSUMED | LABELS] == []


def _seen(text: str, suffix: str) -> str:
    """What of a file people read."""
    if suffix == ".html":
        text = re.sub(r"(?s)<(script|style|noscript|template|svg)\b.*?</\1>|<!--.*?-->", " ", text)
        return html.unescape(re.sub(r"<[^>]*>", " ", text))
    return re.sub(r"\]\([^)]*\)|<!--.*?-->|https?://\S+", " ", text) if suffix == ".md" else text
