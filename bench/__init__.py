"""How fast the generator is, beside other generators that build the same invented catalogue.

Hugo reads the very same YAML files and makes of them a list, a page each, a sitemap and a list of
texts to search in; Material and Zensical are given ready Markdown. Nobody has a history in git to
look up. Each runs in turn within a round, and a ratio is that of two runs of one round. Nothing is
kept before a cold build, but the system has the files of the programs in its memory. It takes
Linux, which tells what a tree of processes has used.
"""
