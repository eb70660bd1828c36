"""The programs that are held against each other, each with a site of the same catalogue."""
