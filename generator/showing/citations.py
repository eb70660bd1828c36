"""Which sources a part of a page rests on."""

from collections.abc import Iterable, Iterator

from generator.model.programme import Programme
from generator.model.references import Citation
from generator.problems.problem import listed
from generator.showing.texts import text

_BETWEEN = " / "
"""Stands between the parts, where somebody has named several."""


def cited(citations: Iterable[Citation | None], programme: Programme) -> Iterator[str]:
    """A line for each source, with the parts of it that are cited; one cited as a whole apart."""
    titles = {source.id: source.title for source in programme.sources}
    parts: dict[tuple[str, bool], dict[str, None]] = {}
    for citation in filter(None, citations):
        names = citation.part.split(_BETWEEN) if citation.part else ()
        known = parts.setdefault((citation.source, bool(names)), {})
        known.update(dict.fromkeys(text("programme.source-part", part=name) for name in names))
    for (source, _), known in parts.items():
        line = text("programme.source", title=titles[source])
        yield f"{line}, {listed(known)}" if known else line
