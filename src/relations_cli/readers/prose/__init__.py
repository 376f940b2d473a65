"""Articles: a chronology written as prose, in plain text, Markdown or HTML, as dated entries."""
