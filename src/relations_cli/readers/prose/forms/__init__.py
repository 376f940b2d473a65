"""What an article is written in: text, Markdown or HTML, each to blocks."""
