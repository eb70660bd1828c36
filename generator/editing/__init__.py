"""Edits of the catalogue's files as a person would make them: the rest stays as it is."""
