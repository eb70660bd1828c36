"""Which words a text can answer: its own, their parts, and what the thesaurus ties to them."""

from collections.abc import Iterable

from generator.search.analysis import words
from generator.search.compounds import splitter
from generator.search.thesaurus import thesaurus


def vocabulary(texts: Iterable[str]) -> set[str]:
    """The keys of the words in texts and of what those are made of."""
    known: set[str] = set()
    for word in {word for text in texts for word in words(text)}:
        known |= {word.key, *splitter().parts_of(word)}
    return known


def answers(known: set[str], term: str) -> bool:
    """Whether texts with those keys say a term, or what the shipped thesaurus has for it."""
    keys = [word.key for word in words(term)]
    near = thesaurus().links_from("_".join(keys))
    sought = (keys, *(key.split("_") for key in near))
    return bool(keys) and any(known.issuperset(each) for each in sought)
