"""How much a page is about a word: more in its title than in its text, more the more often."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.search.analysis import Word, words
from generator.search.compounds import Splitter
from generator.search.document import Document

_TITLE, _NAME, _SUMMARY, _ABOUT, _HEADING, _FACT, _TEXT = 8.0, 6.0, 2.5, 3.5, 1.5, 2.0, 1.4

# A part tells less than the word; the last one is what the thing is, the others what kind of it.
_FIRST_PART, _LAST_PART = 0.6, 0.7

# Words of a title and of a page of usual length; in longer ones each says less.
_USUAL_TITLE, _USUAL_TEXT = 4, 250

_SHORT = 80
"""Characters up to which a text is kept as it was read."""

_FINEST = 4
"""Strengths are told in quarters."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a document says by its words."""

    strengths: dict[str, int]
    """How much it is about each of its keys, in quarters."""
    met: tuple[str, ...]
    """Its words, as they are written."""
    facts: set[str]
    """The keys of the words that facts are told with."""


class Weigher:
    """Weighs the keys of documents, one at a time."""

    def __init__(self, splitter: Splitter, phrases: Iterable[str]) -> None:
        self.splitter = splitter
        self.phrases = _by_beginning(phrases)
        self._shares: dict[Word, tuple[tuple[str, float], ...]] = {}
        self._read: dict[str, _Read] = {}

    def weigh(self, document: Document) -> Weighed:
        said = _Said()
        for text, weight in _named(document):
            self._add_with_pairs(said, text, weight)
        facts: set[str] = set()
        for fact in document.facts:
            facts.update(word.key for word in self._add_with_pairs(said, fact, _FACT))
        for text, weight in _told(document):
            self._add(said, text, weight)
        passages = _together(passage.text for passage in document.passages)
        length = max(passages.count(" ") / _USUAL_TEXT, 1.0)
        self._add(said, passages, _TEXT / (0.75 + 0.25 * length))
        strengths = said.phrases
        for word, weight in said.words.items():
            for key, share in self._shares.get(word) or self._shares_of(word):
                strengths[key] += weight * share
        return Weighed(
            {key: _rounded(round(strength * _FINEST)) for key, strength in strengths.items()},
            tuple(word.written for word in said.words),
            facts,
        )

    def _add_with_pairs(self, said: "_Said", text: str, weight: float) -> Sequence[Word]:
        found = self._add(said, text, weight)
        for first, second in pairwise(found):
            said.phrases[f"{first.key}_{second.key}"] += weight
        return found

    def _add(self, said: "_Said", text: str, weight: float) -> Sequence[Word]:
        read = self._read.get(text) or self._reading(text)
        for phrase, times in read.phrases:
            said.phrases[phrase] += _often(weight, times)
        for word, times in read.times:
            said.words[word] += _often(weight, times)
        return read.words

    def _reading(self, text: str) -> "_Read":
        found = words(text)
        telling = [word for word in found if not word.is_stop]
        read = _Read(telling, [*self._phrases_in(found)], [*Counter(telling).items()])
        if len(text) <= _SHORT:  # a place or an audience, as many pages tell it
            self._read[text] = read
        return read

    def _phrases_in(self, found: Sequence[Word]) -> Iterator[tuple[str, int]]:
        """The terms of several words that stand in a text, and how often."""
        keys = [word.key for word in found]
        # Each pair is looked up, and each phrase counted, without a step of Python's own.
        if beginnings := self.phrases.keys() & pairwise(keys):
            spaced = _spaced(keys)
            for beginning in sorted(beginnings):
                for phrase, as_spaced in self.phrases[beginning]:
                    if times := spaced.count(as_spaced):
                        yield phrase, times

    def _shares_of(self, word: Word) -> tuple[tuple[str, float], ...]:
        """The keys of a word and of what it is made of, each with its share of the weight."""
        parts = self.splitter.parts_of(word)
        shares = [(part, _FIRST_PART) for part in parts[:-1]]
        shares += [(part, _LAST_PART) for part in parts[-1:]]
        self._shares[word] = ((word.key, 1.0), *shares)
        return self._shares[word]


class _Read(NamedTuple):
    """What a text says."""

    words: Sequence[Word]
    """Those that tell something, in order."""
    phrases: Sequence[tuple[str, int]]
    times: Sequence[tuple[Word, int]]


class _Said:
    """What a document was found to say so far."""

    def __init__(self) -> None:
        self.words: defaultdict[Word, float] = defaultdict(float)
        self.phrases: defaultdict[str, float] = defaultdict(float)


def _often(weight: float, times: int) -> float:
    """What a word weighs that is said so many times: the second time adds less than the first."""
    return weight * 1.5 * times / (times + 0.5)


def _by_beginning(phrases: Iterable[str]) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """The phrases of several words, each also spaced, by the first two."""
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for phrase in phrases:
        keys = phrase.split("_")
        if len(keys) > 1:
            found[keys[0], keys[1]].append((phrase, _spaced(keys)))
    return dict(found)


def _spaced(keys: Iterable[str]) -> str:
    """Keys in a row, in which a phrase can be counted even where it follows upon itself."""
    return f" {'  '.join(keys)} "


def _named(document: Document) -> Iterator[tuple[str, float]]:
    for weight, name in ((_TITLE, document.title), *((_NAME, name) for name in document.names)):
        length = max(1.0, (name.count(" ") + 1) / _USUAL_TITLE)
        yield name, weight / length**0.5


def _told(document: Document) -> Iterator[tuple[str, float]]:
    yield document.summary, _SUMMARY
    yield _together(document.about), _ABOUT
    yield _together(document.notes), _FACT
    yield _together(passage.heading for passage in document.passages), _HEADING


def _together(texts: Iterable[str]) -> str:
    """Texts as one: what each says counts once for all of them."""
    return " / ".join(texts)


@cache
def _rounded(level: int) -> int:
    """In steps that grow with it, so that pages share them; at least one."""
    level = max(1, level)
    step = 1 << max(0, level.bit_length() - 4)
    return round(level / step) * step
