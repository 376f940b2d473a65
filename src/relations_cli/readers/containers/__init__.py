"""Files that hold others' forms: workbooks, documents, mail, feeds and archives, whose bytes are no text."""
