"""What the browser finds programmes by: the index of all pages, and the columns of the list."""

from collections.abc import Iterable, Iterator

from generator.model.catalogue import Catalogue
from generator.search import files
from generator.search.compounds import splitter
from generator.search.document import Document
from generator.search.index import build
from generator.search.thesaurus import thesaurus
from generator.showing.cards import cards
from generator.showing.facets import LIMITS
from generator.showing.glossary import glossary_document
from generator.showing.listing import list_data
from generator.showing.searchable import programme_document
from generator.showing.upcoming import upcoming_data


def search_files(catalogue: Catalogue, prose: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The name and content of each file that the browser searches in."""
    register = catalogue.register
    documents = [programme_document(catalogue, id) for id in catalogue.programmes]
    documents += prose
    if register.abbreviations:
        documents.append(glossary_document(register))
    # What an abbreviation stands for comes before the comma; the rest explains it.
    meanings = ((short, text.split(",")[0]) for short, text in register.abbreviations.items())
    words = thesaurus().extended([*register.synonyms, *meanings])
    index = build(documents, words, splitter())
    more = {**list_data(catalogue, cards(catalogue)), **upcoming_data(catalogue)}
    return files.search_files(documents, index, LIMITS, more)
