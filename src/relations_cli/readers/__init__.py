"""Bytes to a Chronology: ``loading`` reads files, ``registry`` knows the formats, a module each."""
