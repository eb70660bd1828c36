"""What programs read of a catalogue: files beside the pages, and data within them."""
