"""Plain text of a text that may hold HTML tags and entities."""

import re


def untagged(text: str) -> str:
    """The text without tags, on as many lines as it has paragraphs; other texts are as they are."""
    if "<" not in text and "&" not in text:
        return text.strip()
    from html import unescape

    text = re.sub(r"(?is)<(script|style)\b[^<>]{0,2000}>.*?</\1\s{0,9}>", "", text)
    broken = re.sub(r"(?i)<(?:br|/p|/div|/li)\s{0,9}/?>", "\n", text)
    return unescape(re.sub(r"</?[a-zA-Z!][^<>]{0,2000}>", "", broken)).strip()
