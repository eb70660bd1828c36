"""Words that mean the same, nearly the same, or a kind of the same, and how near they are."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import permutations

from generator.search.analysis import word, words

_SAME, _NEAR, _NARROWER, _BROADER = 0.85, 0.5, 0.7, 0.4

Group = tuple[str, ...]


@dataclass(frozen=True)
class Thesaurus:
    same: tuple[Group, ...] = ()
    near: tuple[Group, ...] = ()
    narrower: Mapping[str, Group] = field(default_factory=dict)
    """Kinds of things, by the word for all of them."""

    @cached_property
    def written(self) -> Mapping[str, str]:
        """How each term is written, by its key."""
        kinds = ((broader, *narrower) for broader, narrower in self.narrower.items())
        return {_key(term): term for group in (*self.same, *self.near, *kinds) for term in group}

    @cached_property
    def links(self) -> Mapping[str, Mapping[str, float]]:
        """From the key of each term to the keys of what else answers it, and how well.

        What means the same as a near word is near too, and what is near a word of the same meaning.
        """
        direct: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for source, target, weight in self._related():
            if source != target:
                direct[source][target] = max(weight, direct[source].get(target, 0))
        same = {term: _of_weight(_SAME, targets) for term, targets in direct.items()}
        found: dict[str, dict[str, float]] = {}
        for term, targets in direct.items():
            found[term] = links = dict(targets)
            for near, weight in targets.items():
                for key, further in (direct if weight == _SAME else same)[near].items():
                    if key != term and weight * further > links.get(key, 0):
                        links[key] = weight * further
        return found

    def extended(self, groups: Iterable[Group]) -> "Thesaurus":
        """With further groups of words that mean the same."""
        return Thesaurus((*self.same, *groups), self.near, self.narrower)

    def _related(self) -> Iterator[tuple[str, str, float]]:
        """The keys of two terms, and how well the other answers the one."""
        known = {term: key for key, term in self.written.items()}
        for weight, groups in ((_SAME, self.same), (_NEAR, self.near)):
            for group in groups:
                keys = [known.get(term) or _key(term) for term in group]
                yield from ((one, other, weight) for one, other in permutations(keys, 2))
        for term, kinds in self.narrower.items():
            broader = known.get(term) or _key(term)
            for kind in (known.get(kind) or _key(kind) for kind in kinds):
                yield broader, kind, _NARROWER
                yield kind, broader, _BROADER


def _of_weight(weight: float, targets: Mapping[str, float]) -> dict[str, float]:
    return {key: each for key, each in targets.items() if each == weight}


def _key(term: str) -> str:
    """The keys of a term's words, in order."""
    return word(term).key if term.isalpha() else "_".join(each.key for each in words(term))


@cache
def thesaurus() -> Thesaurus:
    """The one that comes with the generator: a file a subject, in the order of their names."""
    folder = files("generator.search").joinpath("thesaurus")
    ordered = sorted(folder.iterdir(), key=lambda file: file.name)
    tables = [tomllib.loads(file.read_text("utf-8")) for file in ordered]
    return Thesaurus(
        tuple(tuple(group) for table in tables for group in table.get("same", ())),
        tuple(tuple(group) for table in tables for group in table.get("near", ())),
        {
            broader: tuple(kinds)
            for table in tables
            for broader, kinds in table.get("narrower", {}).items()
        },
    )
