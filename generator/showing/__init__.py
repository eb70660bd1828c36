"""From a catalogue to pages: plain values with HTML, ready for any site builder."""
