"""Two versions of a catalogue compared as facts, and what is different told in words."""
