"""What the browser finds programmes by: the index of all pages, and the columns of the list."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.each import Each, one_by_one
from generator.model.catalogue import Catalogue
from generator.model.register import Register
from generator.search import files
from generator.search.analysis import is_phrase
from generator.search.compounds import Splitter, splitter
from generator.search.document import Document
from generator.search.index import Postings
from generator.search.thesaurus import Thesaurus, thesaurus
from generator.search.weighing import Weighed, Weigher
from generator.showing.addresses import CALENDAR, COMPARE, FIND
from generator.showing.cards import cards
from generator.showing.comparison import comparison_data, comparison_description
from generator.showing.facets import LIMITS
from generator.showing.glossary import glossary_document
from generator.showing.listing import list_data
from generator.showing.searchable import programme_document
from generator.showing.self_check import has_self_check
from generator.showing.texts import text
from generator.showing.upcoming import upcoming_data

LANGUAGE = "language"
"""The job of looking into the words that come with the generator, whatever the catalogue says."""


def search_files(
    catalogue: Catalogue, prose: Iterable[Document], each: Each = one_by_one
) -> Iterator[tuple[str, str]]:
    """The name and content of each file that the browser searches in."""
    register = catalogue.register
    ((shipped, apart),) = each(LANGUAGE, lambda _: _language(), {"": ""})
    words = _of_house(shipped, register)
    weigher = Weigher(apart, words.terms)

    def weighed(document: Document) -> tuple[files.Shown, Weighed]:
        return files.shown(document), weigher.weigh(document)

    documents: list[files.Shown] = []
    postings = Postings()

    def add(found: Iterable[tuple[files.Shown, Weighed]]) -> None:
        for shown, weight in found:
            documents.append(shown)
            postings.add(weight)

    programmes = catalogue.versions
    add(each("search", lambda id: weighed(programme_document(catalogue, id)), programmes))
    rest = chain(
        list_data(catalogue, cards(catalogue, each)),
        comparison_data(catalogue, each),
        upcoming_data(catalogue, each),
    )
    more = {name: files.packed(data) for name, data in rest}
    # One may have to wait for the prose: what comes before must not need it.
    add(map(weighed, chain(prose, _own_pages(catalogue))))
    index = postings.index(words, apart)
    known = (key for key in (*words.terms, *apart.written) if not is_phrase(key))
    return files.search_files(documents, index, known, LIMITS, more)


def _own_pages(catalogue: Catalogue) -> Iterator[Document]:
    """Those that help to choose and to understand, where the catalogue has them."""
    if has_self_check(catalogue):
        yield _titled(FIND, "find", text("find.description"))
    if catalogue.is_comparable:
        yield _titled(COMPARE, "compare", comparison_description(catalogue))
    yield _titled(CALENDAR, "calendar", text("calendar.description"))
    if catalogue.register.abbreviations:
        yield glossary_document(catalogue.register)


def _titled(address: str, group: str, description: str) -> Document:
    title, name = text(f"{group}.title"), text(f"{group}.also-called")
    return Document(address, title, description, names=(name,))


def _language() -> tuple[Thesaurus, Splitter]:
    """What words mean and are made of; what was found out of each is remembered with it."""
    words, apart = thesaurus(), splitter()
    words.look_into()
    for key in filter(str.isalpha, words.terms):
        apart.parts(key)
    return words, apart


def _of_house(shipped: Thesaurus, register: Register) -> Thesaurus:
    """The generator's, with the words of the catalogue's own house."""
    # What an abbreviation stands for comes before the comma; the rest explains it.
    meanings = ((short, text.split(",")[0]) for short, text in register.abbreviations.items())
    return shipped.extended([*register.synonyms, *meanings])
