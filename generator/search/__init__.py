"""Danish finding: how words become keys, and the index that a browser searches without a server."""
