"""Build a public catalogue of leadership and talent programmes from YAML descriptions."""
