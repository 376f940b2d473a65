"""Options → Query → Answer → output: the only folder that knows Typer."""
