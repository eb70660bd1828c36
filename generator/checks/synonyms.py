"""Synonyms that lead nowhere: no programme says any of the words."""

from collections.abc import Iterator

from generator.checks.finding import Finding
from generator.model.catalogue import Catalogue
from generator.search.vocabulary import answers, vocabulary


def unanswered(catalogue: Catalogue) -> Iterator[Finding]:
    """A finding for each group of synonyms that finds nothing; its path is in the register."""
    register = catalogue.register
    if not register.synonyms:
        return
    names = [organisation.name for organisation in register.organisations.values()]
    labels = [*register.audiences.values(), *register.fields.values(), *names]
    texts = (text for programme in catalogue.programmes.values() for text in programme.texts())
    known = vocabulary([*labels, *texts])
    for number, group in enumerate(register.synonyms):
        if not any(answers(known, term) for term in group):
            yield Finding("ubesvaret-synonym", ("synonyms", number), {"words": ", ".join(group)})
