"""Words that mean the same, nearly the same, or a kind of the same, and how near they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from generator.search.analysis import family, rules, sought, word, words

_SAME, _NEAR, _NARROWER, _BROADER = 0.9, 0.5, 0.7, 0.4

_MOST_TOGETHER = 3
"""Words that are looked up wherever they stand in a question."""

Group = tuple[str, ...]
"""Terms, of one word or more; or their keys."""

_Ties = Mapping[str, list[tuple[Group, float]]]
"""By the key of a term, the groups of keys that it is tied to, and how nearly."""


class Term(NamedTuple):
    written: str
    key: str
    """The keys of its words, in order, as a text has them."""
    sought: str
    """What it is to one who asks: most phrases are their telling words, wherever they stand."""
    telling: tuple[str, ...]
    """The keys of its words that tell."""
    family: str
    """What words made from one another share, else its key."""


@dataclass(frozen=True)
class Thesaurus:
    same: tuple[Group, ...] = ()
    near: tuple[Group, ...] = ()
    narrower: tuple[Group, ...] = ()
    """A word for things, and then kinds of them."""
    extends: "Thesaurus | None" = None
    """What it has further words to, and what need not be looked into once more."""

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """By their keys."""
        return {term.key: term for term in self._written.values()}

    def links_from(self, key: str) -> Mapping[str, float]:
        """The keys of what else answers one who asks for a term, and how well.

        What means the same as a near word is near too, and what is near a word of the same meaning.
        """
        return _onward(key, self._asked)

    def links_to(self, key: str) -> Mapping[str, float]:
        """The keys of what else a term answers, and how well: the links from those, turned."""
        return _onward(key, self._answering)

    def look_into(self) -> None:
        """Find out what it answers by, which is kept with it."""
        _ = self.terms, self._answering

    def extended(self, groups: Iterable[Group]) -> "Thesaurus":
        """With further groups of words that mean the same."""
        return Thesaurus(tuple(groups), extends=self)

    @cached_property
    def _written(self) -> Mapping[str, Term]:
        before = self.extends._written if self.extends else {}
        groups = (*self.same, *self.near, *self.narrower)
        terms = {term: 0 for group in groups for term in group if term not in before}
        return {**before, **{term: _term(term) for term in terms}}

    @cached_property
    def _asked(self) -> _Ties:
        before = self.extends._asked if self.extends else {}
        return self._ties(before, _NARROWER, _BROADER)

    @cached_property
    def _answering(self) -> _Ties:
        before = self.extends._answering if self.extends else {}
        return self._ties(before, _BROADER, _NARROWER)

    def _ties(self, before: _Ties, to_narrower: float, to_broader: float) -> _Ties:
        ties: defaultdict[str, list[tuple[Group, float]]] = defaultdict(list)
        for weight, groups in ((_SAME, self.same), (_NEAR, self.near)):
            for group in groups:
                keys = self._keys_of(group)
                for key in keys:
                    ties[key].append((keys, weight))
        for group in self.narrower:
            broader, *kinds = self._keys_of(group)
            ties[broader].append((tuple(kinds), to_narrower))
            for kind in kinds:
                ties[kind].append(((broader,), to_broader))
        return {**before, **{key: [*before.get(key, ()), *tied] for key, tied in ties.items()}}

    def _keys_of(self, group: Group) -> Group:
        return tuple(self._written[term].key for term in group)


def _onward(term: str, ties: _Ties) -> dict[str, float]:
    direct = _direct(term, ties)
    links = dict(direct)
    for near, weight in direct.items():
        for key, further in _direct(near, ties).items():
            if _SAME in (weight, further) and weight * further > links.get(key, 0):
                links[key] = weight * further
    links.pop(term, None)
    return links


def _direct(term: str, ties: _Ties) -> dict[str, float]:
    found: dict[str, float] = {}
    for keys, weight in ties.get(term, ()):
        for key in keys:
            if key != term and weight > found.get(key, 0):
                found[key] = weight
    return found


def _term(written: str) -> Term:
    if written.isalpha():  # half of them are: a word needs no looking for words
        key = word(written).key
        return Term(written, key, key, (key,), family(key) or key)
    found = words(written)
    key = "_".join(each.key for each in found)
    telling = tuple(each.key for each in found if not each.is_stop)
    # "Uden eksamen" asks for the opposite of what its words say, so they must stand as they are.
    turns = any(each.written.lower() in rules()["negations"] for each in found)
    is_free = 1 < len({*telling}) <= _MOST_TOGETHER and not turns
    return Term(written, key, sought(telling) if is_free else key, telling, family(key) or key)


@cache
def thesaurus() -> Thesaurus:
    """The one that comes with the generator: a file a subject, in the order of their names.

    A line ties its terms by their sign: `a = b = c` mean the same and `a ~ b` nearly so, while
    `a > b, c` are kinds of one thing.
    """
    folder = files("generator.search").joinpath("thesaurus")
    ordered = sorted(folder.iterdir(), key=lambda file: file.name)
    lines = [line for file in ordered for line in file.read_text("utf-8").splitlines()]
    return Thesaurus(
        tuple(_groups(lines, " = ")),
        tuple(_groups(lines, " ~ ")),
        tuple((broader, *kinds.split(", ")) for broader, kinds in _groups(lines, " > ")),
    )


def _groups(lines: Iterable[str], sign: str) -> Iterator[Group]:
    return (tuple(line.split(sign)) for line in lines if sign in line and line[0] != "#")
