"""The words of the catalogue that not everybody knows."""

from dataclasses import dataclass

from generator.model.register import Register
from generator.model.text import suggest_identifier
from generator.search.document import Document, Passage
from generator.showing.addresses import GLOSSARY
from generator.showing.texts import text


@dataclass(frozen=True, slots=True)
class Entry:
    word: str
    meaning: str
    anchor: str


def glossary(register: Register) -> tuple[Entry, ...]:
    """The abbreviations in alphabetical order."""
    return tuple(
        Entry(word, meaning, f"ord-{suggest_identifier(word)}")
        for word, meaning in sorted(register.abbreviations.items())
    )


def glossary_document(register: Register) -> Document:
    passages = (
        Passage(entry.word, entry.anchor, f"{entry.word}: {entry.meaning}.")
        for entry in glossary(register)
    )
    return Document(GLOSSARY, text("glossary.title"), text("glossary.description"), tuple(passages))
