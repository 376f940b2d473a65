"""Dates as people, tables and articles write them, read in full or refused; and the date that a text begins with."""
