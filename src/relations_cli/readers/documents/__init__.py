"""JSON, YAML and pages with front matter: where a decoded document holds its entries, and what its keys mean."""
