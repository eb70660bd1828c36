"""How much a page is about a word: more in its title than in its text, more the more often."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from generator.search.analysis import Word, words
from generator.search.compounds import Splitter
from generator.search.document import Document

_TITLE, _NAME, _SUMMARY, _ABOUT, _HEADING, _FACT, _TEXT = 8.0, 6.0, 2.5, 3.5, 1.5, 2.0, 1.4

# A part tells less than the word; the last one is what the thing is, the others what kind of it.
_FIRST_PART, _LAST_PART = 0.6, 0.7

# Words of a title and of a page of usual length; in longer ones each says less.
_USUAL_TITLE, _USUAL_TEXT = 4, 250

_TEXTS_KEPT, _STRENGTHS_KEPT = 4096, 16384
"""As they were read, and as they were rounded: many pages tell of the same places, and alike."""

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
        self._shares = cache(self._shares_of)
        self._read = lru_cache(_TEXTS_KEPT)(self._reading)

    def weigh(self, document: Document) -> Weighed:
        said = _Said()
        for text, weight in _named(document):
            self._add_with_pairs(said, text, weight)
        facts: set[str] = set()
        for fact in document.facts:
            facts.update(word.key for word in self._add_with_pairs(said, fact, _FACT))
        for text, weight in _told(document):
            said.add(self._read(text), weight)
        passages = _together(passage.text for passage in document.passages)
        length = max(passages.count(" ") / _USUAL_TEXT, 1.0)
        said.add(self._reading(passages), _TEXT / (0.75 + 0.25 * length))
        strengths = said.phrases
        for word, weight in said.words.items():
            strengths[word.key] += weight
            for part, share in self._shares(word):
                strengths[part] += weight * share
        return Weighed(
            {key: _level(strength) for key, strength in strengths.items()},
            tuple(word.written for word in said.words),
            facts,
        )

    def _add_with_pairs(self, said: "_Said", text: str, weight: float) -> Sequence[Word]:
        read = self._read(text)
        said.add(read, weight)
        for first, second in pairwise(read.words):
            said.phrases[f"{first.key}_{second.key}"] += weight
        return read.words

    def _reading(self, text: str) -> "_Read":
        found = words(text)
        telling = [word for word in found if not word.is_stop]
        return _Read(telling, [*self._phrases_in(found)], [*Counter(telling).items()])

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
        """The keys of what a word is made of, each with its share of the weight."""
        parts = self.splitter.parts_of(word)
        shares = (*repeat(_FIRST_PART, len(parts) - 1), _LAST_PART)
        return tuple(zip(parts, shares, strict=False))


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

    def add(self, read: _Read, weight: float) -> None:
        for phrase, times in read.phrases:
            self.phrases[phrase] += weight * _often(times)
        for word, times in read.times:
            self.words[word] += weight * _often(times)


@cache
def _often(times: int) -> float:
    """What saying a word so many times makes of its weight: the second adds less than the first."""
    return 1.5 * times / (times + 0.5)


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


@lru_cache(_STRENGTHS_KEPT)
def _level(strength: float) -> int:
    """In quarters, and in steps that grow with it, so that pages share them; at least one."""
    level = max(1, round(strength * _FINEST))
    step = 1 << max(0, level.bit_length() - 4)
    return round(level / step) * step
