"""Dates in other languages, said in English for the one grammar: its words are exchanged, and their order."""
