"""The catalogue's look: a MkDocs theme on Material's blocks."""
