"""The command line; a module a command, with its name, its words and what it does."""
