"""Synonyms that lead nowhere: no programme says any of the words."""

from collections.abc import Iterator

from generator.checks.finding import Finding
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.search.vocabulary import answers, vocabulary

_IDS = ("status", "organisation", "audiences", "fields")


def unanswered(catalogue: Catalogue) -> Iterator[Finding]:
    """A finding for each group of synonyms that finds nothing; its path is in the register."""
    register = catalogue.register
    if not register.synonyms:
        return
    names = [organisation.name for organisation in register.organisations.values()]
    labels = [*register.audiences.values(), *register.fields.values(), *names]
    texts = (text for programme in catalogue.programmes.values() for text in _said(programme))
    known = vocabulary([*labels, *texts])
    for number, group in enumerate(register.synonyms):
        if not any(answers(known, term) for term in group):
            yield Finding("ubesvaret-synonym", ("synonyms", number), {"words": ", ".join(group)})


def _said(programme: Programme) -> Iterator[str]:
    """What a reader is told, without ids, addresses and the names of sources."""
    return programme.texts(exclude={*_IDS, "sources", "links"})
