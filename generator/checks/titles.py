"""Programmes that a reader can't tell apart."""

from collections.abc import Iterator

from generator.checks.finding import Finding
from generator.model.catalogue import Catalogue


def same_titles(catalogue: Catalogue) -> Iterator[tuple[str, Finding]]:
    """Each programme that has the title of an earlier one, by its id; it may be a copy of that."""
    first: dict[str, str] = {}
    for id, programme in catalogue.programmes.items():
        earlier = first.setdefault(programme.title.casefold(), id)
        if earlier != id:
            yield id, Finding("samme-titel", ("title",), {"other": catalogue.files[earlier]})
