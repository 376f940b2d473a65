"""Timelines that are written to be drawn: Mermaid and markwhen, as far as they hold dates."""
