"""What became known as JSON Feed 1.1: an item a change and a line, the newest first."""

from collections.abc import Iterator

import msgspec

from relations_cli.escaping import ascii_json, json_text
from relations_cli.query.answer import Answer
from relations_cli.query.changes import News
from relations_cli.writers import feeds
from relations_cli.writers.format import How

left_out = feeds.left_out


def write(answer: Answer[News], how: How) -> Iterator[str]:
    """The feed. It has no ``feed_url``, since nobody knows where it will be published."""
    feed = feeds.head(answer)
    said = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "description": feed.description}
    top = {name: text for name, text in said.items() if text} | {"authors": [{"name": feed.title}]}
    yield f'{_text(top, how)[:-1]},"items":['
    for place, item in enumerate(feeds.items(answer)):
        yield (",\n" if place else "\n") + _text(_item(item), how)
    yield "\n]}\n"


def _item(item: feeds.Item) -> dict[str, object]:
    return {
        "id": item.id,
        **({"url": item.address} if item.address else {}),
        "title": item.title,
        "content_text": item.text or item.title,
        "date_published": item.updated,
        "tags": [item.kind],
    }


def _text(value: object, how: How) -> str:
    text = json_text(msgspec.json.encode(value).decode())
    return text if how.screen.unicode else ascii_json(text)
