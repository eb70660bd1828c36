"""What a catalogue and its programmes are, and nothing of how they are written down or shown."""
