"""From YAML text to a checked model; everything that is wrong becomes a problem with a place."""
