"""The words of the catalogue that not everybody knows."""

from dataclasses import dataclass

from generator.model.register import Register
from generator.search.document import Document, Passage
from generator.showing.addresses import GLOSSARY
from generator.showing.texts import text
from generator.showing.wording import collated


@dataclass(frozen=True, slots=True)
class Entry:
    word: str
    meaning: str
    anchor: str


def glossary(register: Register) -> tuple[Entry, ...]:
    """The abbreviations in alphabetical order."""
    words = sorted(register.abbreviations, key=collated)
    return tuple(
        Entry(word, register.abbreviations[word], f"ord-{number}")
        for number, word in enumerate(words, 1)
    )


def glossary_document(register: Register) -> Document:
    passages = (
        Passage(entry.word, entry.anchor, f"{entry.word}: {entry.meaning}.")
        for entry in glossary(register)
    )
    return Document(GLOSSARY, text("glossary.title"), text("glossary.description"), tuple(passages))
