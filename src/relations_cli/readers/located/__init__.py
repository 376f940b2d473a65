"""Where each value of a JSON document stands, and errors that name it."""
