"""The index: for each key the pages it stands on, and the keys that answer it as well."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.search.analysis import family, is_phrase, word
from generator.search.compounds import Splitter
from generator.search.thesaurus import Term, Thesaurus
from generator.search.weighing import Weighed

_FAMILY, _ROOT, _WORD_OF_PHRASE = 0.35, 0.6, 0.6
_MOST_LINKS, _MOST_LINKS_OF_UNKNOWN = 4, 8
"""A word that pages say needs fewer than another, and so does a phrase: a question has several."""


_numbers = partial(array, "I")


@dataclass(slots=True)
class Entry:
    pages: "defaultdict[int, array[int]]" = field(default_factory=lambda: defaultdict(_numbers))
    """The numbers of the pages it stands on, in order, by how strongly it does."""
    parts: tuple[str, ...] = ()
    links: dict[str, float] = field(default_factory=dict)
    """What answers it as well, and how well."""
    written: str = ""
    """How it is written on most pages."""
    is_stop: bool = False
    """Whether it is made of words that say nothing by themselves: `hvem kan søge`, MED in small."""
    is_fact: bool = False
    """Whether it is a word of facts: a place, a month, a price. One who types it requires it."""

    @property
    def page_count(self) -> int:
        return sum(map(len, self.pages.values()))


Index = Mapping[str, Entry]


class Postings:
    """What documents say. What one of them weighs is not needed any more once it is in here."""

    def __init__(self) -> None:
        self._said: defaultdict[str, Entry] = defaultdict(Entry)
        self._met: Counter[str] = Counter()
        self._documents = 0

    def add(self, document: Weighed) -> None:
        """Take in the next document; each is known by its place in the sequence."""
        for key, strength in document.strengths.items():
            self._said[key].pages[strength].append(self._documents)
        for key in document.facts:
            self._said[key].is_fact = True
        self._met.update(document.met)
        self._documents += 1

    def index(self, thesaurus: Thesaurus, splitter: Splitter) -> Index:
        """The index of all documents; nothing is added after it."""
        index = self._said
        _tell_words(index, self._met, splitter)
        _link_terms(index, thesaurus, splitter)
        _link_families(index)
        for key, entry in index.items():
            if entry.links:
                most = _MOST_LINKS if entry.pages or is_phrase(key) else _MOST_LINKS_OF_UNKNOWN
                entry.links = dict(_best(entry.links, most))
        return dict(sorted(index.items()))


def _tell_words(index: defaultdict[str, Entry], met: Counter[str], splitter: Splitter) -> None:
    """How the words are written on most pages that say them, and what they are made of."""
    for found in (word(written) for written, _ in met.most_common()):
        entry = index[found.key]
        entry.written = entry.written or found.written.lower()
        entry.parts = entry.parts or splitter.parts_of(found)
    for key, written in splitter.written.items():
        if key in index:
            index[key].written = index[key].written or written


def _link_terms(index: defaultdict[str, Entry], thesaurus: Thesaurus, splitter: Splitter) -> None:
    answered = {key for key, entry in index.items() if entry.pages}
    kin = _families(answered)
    for key in [key for key in answered if key.isupper()]:
        small = index[key.lower()]
        small.links[key], small.is_stop = 1.0, True
    for source, found in _links(answered, kin, thesaurus).items():
        term = thesaurus.terms[source]
        entry = index[term.sought]
        entry.links = _nearest(entry.links, found)
        entry.is_stop = entry.is_stop or (is_phrase(source) and not term.telling)
        entry.written = entry.written or term.written
        if not entry.parts and source.isalpha():
            entry.parts = splitter.parts(source)


def _links(
    answered: Collection[str], kin: Mapping[str, list[str]], thesaurus: Thesaurus
) -> Mapping[str, dict[str, float]]:
    """By term, the keys on pages that answer it: found from those, since few terms are said."""
    links: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for term in thesaurus.terms.values():
        for key, share in _answers(term, answered, kin):
            for source, weight in thesaurus.links_to(term.key).items():
                # Where a word is said itself, a word of a phrase for it would only add noise.
                if key != source and (share == 1 or source not in answered):
                    found = links[source]
                    found[key] = max(weight * share, found.get(key, 0))
    return links


def _answers(
    term: Term, answered: Collection[str], kin: Mapping[str, list[str]]
) -> Iterator[tuple[str, float]]:
    """What is said on pages for a term, and how well: itself, its family or its only word."""
    if term.key in answered:
        yield term.key, 1.0
        return
    for known in kin.get(term.family, ()):
        yield known, 1.0
    if len(term.telling) == 1 and term.telling[0] in answered and is_phrase(term.key):
        yield term.telling[0], _WORD_OF_PHRASE


def _families(keys: Iterable[str]) -> Mapping[str, list[str]]:
    """The keys of words made from one another, by what they share."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        if root := family(key):
            families[root].append(key)
    return families


def _link_families(index: defaultdict[str, Entry]) -> None:
    families = _families(sorted(key for key in index if not is_phrase(key)))
    for root, keys in families.items():
        known = [root, *keys] if root in index else keys
        answered = [key for key in known if index[key].pages]
        for key in known:
            # A word and its root are nearer than two words made from it.
            others = {
                other: _ROOT if root in (key, other) else _FAMILY
                for other in answered
                if other != key
            }
            index[key].links = _nearest(index[key].links, others)
        if root not in index:
            links: Mapping[str, float] = dict.fromkeys(answered, _ROOT)
            for key in keys:
                onward = index[key].links.items()
                links = _nearest(links, {other: _ROOT * w for other, w in onward})
            index[root].links = dict(links)


def _best(links: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    """The links worth following, since each costs a reader a file."""
    return sorted(links.items(), key=lambda link: (-link[1], link[0]))[:most]


def _nearest(links: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    return {key: max(links.get(key, 0), more.get(key, 0)) for key in {**links, **more}}
