"""Delimited tables: columns by their names, or by the shape of coded data."""
