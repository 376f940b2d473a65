"""What became known as an Atom feed (RFC 4287): an entry a change, the newest first."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from relations_cli.query.answer import Answer
from relations_cli.query.changes import News
from relations_cli.writers import feeds
from relations_cli.writers.format import How

left_out = feeds.left_out

_NAMESPACE = "http://www.w3.org/2005/Atom"


def write(answer: Answer[News], how: How) -> Iterator[str]:
    """The feed. It has no ``self`` link, since nobody knows where it will be published."""
    encoding = "utf-8" if how.screen.unicode else "us-ascii"
    entries = feeds.items(answer)
    feed = feeds.head(answer, entries)
    yield f'<?xml version="1.0" encoding="{encoding}"?>\n<feed xmlns="{_NAMESPACE}">\n'
    said = {"id": feed.id, "title": feed.title, "subtitle": feed.description, "updated": feed.updated}
    yield from (_text(_element(name, text), how) for name, text in said.items() if text)
    author = ET.Element("author")
    author.append(_element("name", feed.title))
    yield _text(author, how)
    if feed.licence:
        yield _text(_element("rights", feed.licence), how)
    yield _text(_element("generator", "timeline"), how)
    for item in entries:
        yield _text(_entry(item), how)
    yield "</feed>\n"


def _entry(item: feeds.Item) -> ET.Element:
    """The entry; one that leads nowhere has content, as the RFC asks for (section 4.1.2)."""
    entry = ET.Element("entry")
    entry.append(_element("id", item.id))
    entry.append(_element("title", item.title))
    entry.append(_element("updated", item.updated))
    entry.append(_element("published", item.updated))
    if item.address:
        entry.append(_element("link", None, rel="alternate", href=item.address))
        if item.text:
            entry.append(_element("summary", item.text))
    else:
        entry.append(_element("content", item.text or item.title, type="text"))
    entry.append(_element("category", None, term=item.kind))
    return entry


def _element(name: str, text: str | None, **attributes: str) -> ET.Element:
    element = ET.Element(name, attributes)
    element.text = text
    return element


def _text(element: ET.Element, how: How) -> str:
    encoded: bytes = ET.tostring(element, encoding="utf-8" if how.screen.unicode else "us-ascii", xml_declaration=False)
    return encoded.decode() + "\n"
