"""Compounds taken apart: `ledertalentudvikling` is about leaders, talents and development."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.search.analysis import Word, fold, rules, stem

_SHORTEST = 3


class Splitter:
    """Takes words apart by a list of words; those that stand in the list stay whole."""

    def __init__(self, words: Collection[str]) -> None:
        self.written = {stem(fold(word)): word for word in words}
        """Each stem that it knows, and a word that has it."""
        wholes = {fold(word): stem(fold(word)) for word in words}
        # What a part looks like when another follows: with what joins it to the next, or bare.
        self.heads = {
            whole + link: (key, len(link))
            for link in (*rules()["links"], "")
            for whole, key in wholes.items()
        }
        self.known: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The stems of the parts of a folded word; none for a word that can't be taken apart."""
        if word not in self.known:
            self.known[word] = self._split(word)
        return self.known[word]

    def parts_of(self, word: Word) -> tuple[str, ...]:
        """The keys of what a word is made of: pieces written apart, compounds taken apart."""
        parts = tuple(self.parts(piece) for piece in word.pieces)
        if len(parts) == 1:
            return parts[0]
        apart = zip(word.pieces, parts, strict=True)
        return tuple(key for piece, own in apart for key in own or (stem(piece),))

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 * _SHORTEST or not word.isalpha() or stem(word) in self.written:
            return ()
        # How one best gets from the beginning of the word to each place in it.
        ways = {0: _Way()}
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            for start, way in tuple(ways.items()):
                if head := self.heads.get(word[start:end]):
                    longer = way.with_part(*head)
                    if end not in ways or longer.cost() < ways[end].cost():
                        ways[end] = longer
        tails = [
            way.with_part(key)
            for start, way in ways.items()
            if start and (key := stem(word[start:])) in self.written
        ]
        return min(tails, key=_Way.cost).parts if tails else ()


@dataclass(frozen=True, slots=True)
class _Way:
    parts: tuple[str, ...] = ()
    joining: int = 0
    """Letters that belong to no part."""

    def with_part(self, part: str, joining: int = 0) -> "_Way":
        return _Way((*self.parts, part), self.joining + joining)

    def cost(self) -> tuple[int, int, int]:
        """Few parts are better, then few letters between them, then a long last part."""
        return len(self.parts), self.joining, -len(self.parts[-1])


@cache
def splitter() -> Splitter:
    """By the list of words that comes with the generator."""
    lines = files("generator.search").joinpath("lexicon.txt").read_text("utf-8").splitlines()
    return Splitter([line for line in lines if line and not line.startswith("#")])
