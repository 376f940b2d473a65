"""What became known as an Atom feed (RFC 4287): an entry a change, the newest first."""

from collections.abc import Iterator

from relations_cli.query.answer import Answer
from relations_cli.query.changes import News
from relations_cli.writers import feeds
from relations_cli.writers.format import How

left_out = feeds.left_out


def write(answer: Answer[News], how: How) -> Iterator[str]:
    """The feed. It has no ``self`` link, since nobody knows where it will be published."""
    encoding = "utf-8" if how.screen.unicode else "us-ascii"
    feed = feeds.head(answer)
    yield f'<?xml version="1.0" encoding="{encoding}"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    said = {"id": feed.id, "title": feed.title, "subtitle": feed.description, "updated": feed.updated}
    lines = [_element(name, text) for name, text in said.items() if text]
    lines.append(f"<author>{_element('name', feed.title)}</author>")
    if feed.licence:
        lines.append(_element("rights", feed.licence))
    lines.append(_element("generator", "timeline"))
    yield from (_encoded(line, how) for line in lines)
    yield from (_encoded(_entry(item), how) for item in feeds.items(answer))
    yield "</feed>\n"


def _entry(item: feeds.Item) -> str:
    """The entry; one that leads nowhere has content, as the RFC asks for (section 4.1.2)."""
    parts = [_element("id", item.id), _element("title", item.title)]
    parts += [_element("updated", item.updated), _element("published", item.updated)]
    if item.address:
        parts.append(f'<link rel="alternate" href="{_xml(item.address)}"/>')
        parts += [_element("summary", item.text)] if item.text else []
    else:
        parts.append(_element("content", item.text or item.title))
    parts.append(f'<category term="{_xml(item.kind)}"/>')
    return f"<entry>{''.join(parts)}</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_xml(text)}</{name}>"


def _xml(text: str) -> str:
    """The text as an element or an attribute holds it (XML 1.0, section 2.4); lines and tabs are in texts alone."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _encoded(line: str, how: How) -> str:
    """The line, in ASCII for an output that has no more."""
    return (line if how.screen.unicode else line.encode("ascii", "xmlcharrefreplace").decode()) + "\n"
