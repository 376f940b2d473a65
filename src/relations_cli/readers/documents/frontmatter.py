"""One event a file: Markdown with front matter in YAML or TOML, as the pages of a site are kept."""

import os
import re
from typing import Any

from msgspec.structs import replace

from relations_cli.escaping import one_line
from relations_cli.limits import lifted_by
from relations_cli.model.facts import Chronology
from relations_cli.readers.documents.document import entry_of
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.fences import longest_key, parted
from relations_cli.readers.located.faults import TOO_DEEP
from relations_cli.readers.prose.reader import is_chronology
from relations_cli.readers.prose.reader import read as read_article
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_LISTS = frozenset(("_index", "index", "README", "readme"))
"""Pages that stand for their folder."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the one event that a page tells of; the text below the front matter is its summary.

    Where that text is a chronology of its own, of two entries or more, its entries are the events.

    Raises:
        DataError: its front matter cannot be read, or has neither date nor title.
    """
    text = decoded(data, reading).replace("\r\n", "\n")
    page = parted(text)
    if page.body and is_chronology(page.body):
        return read_article(text.encode(), replace(reading, options=replace(reading.options, reader="markdown")))
    fields = _yaml(page.fields, reading) if page.fence == "---" else _toml(page.fields, reading)
    if not isinstance(fields, dict):
        reading.refuse("its front matter holds no fields", (1, None))
    entry = entry_of(fields, (1, None), reading)
    stem = os.path.basename(reading.path).rpartition(".")[0]
    dated = re.match(r"\d{4}-\d\d-\d\d", stem, re.ASCII)  # as Jekyll names its posts
    if not entry.date and dated:
        entry.date = dated[0]
    if page.body and not entry.summary:
        entry.summary = page.body
    elif page.body:
        entry.extra["body"] = page.body
    if not entry.date and stem in _LISTS:
        reading.note("left out", "a page that lists others is no event")
        return Chronology(title=reading.title, events=())
    if not entry.title and not entry.summary:
        entry.title = stem[len(dated[0]) if dated else 0 :].strip("-_ ").replace("-", " ")
    return chronology_of([entry], reading)


def _yaml(head: str, reading: Reading) -> Any:  # noqa: ANN401 -- any YAML
    from relations_cli.readers.documents.yaml import parsed

    return parsed(head, reading, first_line=2)[0]


def _toml(head: str, reading: Reading) -> Any:  # noqa: ANN401 -- any TOML
    import tomllib

    import msgspec

    if longest_key(head) > reading.limits.depth:
        why = f"a key of more than {reading.limits.depth} parts: {lifted_by()}"
        reading.refuse("no valid TOML", (2, None), why=why)
    try:
        fields = tomllib.loads(head, parse_float=str)
        msgspec.json.encode(fields)  # a number in hexadecimal may have more digits than can be written again
    except tomllib.TOMLDecodeError as error:
        reading.refuse("no valid TOML", (2, None), why=one_line(str(error)))
    except RecursionError:
        reading.refuse(TOO_DEEP, (2, None))
    except ValueError:  # more digits than Python converts
        reading.refuse("no valid TOML", (2, None), why="a number of too many digits")
    else:
        return fields
