"""Problems in a catalogue: what is wrong, where, and how to mend it, told in Danish."""
