"""The words of the catalogue that not everybody knows."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.each import Each, one_by_one
from generator.model.catalogue import Catalogue
from generator.model.register import Register
from generator.search.document import Document, Passage
from generator.showing.addresses import GLOSSARY, programme_address
from generator.showing.facts import Piece
from generator.showing.terms import anchors, used
from generator.showing.texts import text
from generator.showing.wording import collated

_NAMED = 6
"""Programmes that are named; the search finds the rest."""


class Entry(NamedTuple):
    word: str
    meaning: str
    anchor: str
    programmes: tuple[Piece, ...]
    """The first of those that use the word."""
    has_more: bool


def glossary(catalogue: Catalogue, each: Each = one_by_one) -> tuple[Entry, ...]:
    """The abbreviations in alphabetical order."""
    register = catalogue.register

    def words_of(id: str) -> set[str]:
        return used(" ".join(catalogue.programmes[id].texts()), register.abbreviations)

    users: defaultdict[str, list[Piece]] = defaultdict(list)
    said = each("glossary", words_of, catalogue.versions)
    for id, words in zip(catalogue.versions, said, strict=True):
        for word in words:
            users[word].append(Piece(catalogue.programmes[id].title, programme_address(id)))
    return tuple(
        Entry(
            word,
            register.abbreviations[word],
            anchor,
            tuple(users[word][:_NAMED]),
            len(users[word]) > _NAMED,
        )
        for word, anchor in word_anchors(register)
    )


def word_anchors(register: Register) -> Iterator[tuple[str, str]]:
    """The abbreviations in alphabetical order, with their places on the page."""
    names = anchors(register.abbreviations)
    return ((word, f"ord-{names[word]}") for word in sorted(names, key=collated))


def glossary_document(register: Register) -> Document:
    passages = (
        Passage(word, anchor, f"{word}: {register.abbreviations[word]}.")
        for word, anchor in word_anchors(register)
    )
    return Document(GLOSSARY, text("glossary.title"), text("glossary.description"), tuple(passages))
