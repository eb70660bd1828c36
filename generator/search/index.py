"""The index: for each key the pages it stands on, and the keys that answer it as well."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.search.analysis import family
from generator.search.compounds import Splitter
from generator.search.document import Document
from generator.search.thesaurus import Thesaurus
from generator.search.weighing import Weigher

_FAMILY, _FROM_FAMILY = 0.35, 0.6
_MOST_LINKS, _MOST_LINKS_FOR_UNKNOWN = 4, 8
_FINEST = 4
"""Strengths are told in quarters."""


@dataclass(slots=True)
class Entry:
    pages: dict[int, int] = field(default_factory=dict)
    """The number of each page it stands on, and how strongly."""
    parts: tuple[str, ...] = ()
    links: dict[str, float] = field(default_factory=dict)
    """What answers it as well, and how well."""
    written: str = ""
    """How it is written most often."""
    is_fact: bool = False
    """Whether it is a word of facts: a place, a month, a price. One who types it requires it."""


Index = Mapping[str, Entry]


def build(documents: Sequence[Document], thesaurus: Thesaurus, splitter: Splitter) -> Index:
    """The index of documents, each known by its place in the sequence."""
    weigher = Weigher(splitter, thesaurus.links)
    index: defaultdict[str, Entry] = defaultdict(Entry)
    for number, document in enumerate(documents):
        for key, strength in weigher.weigh(document).items():
            index[key].pages[number] = _rounded(round(strength * _FINEST))
    for word, _ in weigher.met.most_common():
        index[word.key].written = index[word.key].written or word.written.lower()
    for key, written in splitter.written.items():
        if key in index:
            index[key].written = index[key].written or written
    for key in weigher.facts:
        index[key].is_fact = True
    for key, parts in weigher.parts.items():
        index[key].parts = parts
    _link_terms(index, thesaurus, splitter)
    _link_families(index)
    for entry in index.values():
        entry.links = dict(_best(index, entry))
    return dict(sorted(index.items()))


def _link_terms(index: defaultdict[str, Entry], thesaurus: Thesaurus, splitter: Splitter) -> None:
    answered = {key for key, entry in index.items() if entry.pages}
    kin = _families(answered)
    for key in [key for key in answered if key.isupper()]:
        index[key.lower()].links[key] = 1.0
    for source, targets in thesaurus.links.items():
        found: dict[str, float] = {}
        for key, weight in targets.items():
            for known in [key] if key in answered else kin.get(family(key) or key, ()):
                found[known] = max(weight, found.get(known, 0))
        if found:
            index[source].links = _nearest(index[source].links, found)
            index[source].written = index[source].written or thesaurus.written.get(source, "")
            if not index[source].parts and source.isalpha():
                index[source].parts = splitter.parts(source)


def _families(keys: Iterable[str]) -> Mapping[str, list[str]]:
    """The keys of words made from one another, by what they share."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        if root := family(key):
            families[root].append(key)
    return families


def _link_families(index: defaultdict[str, Entry]) -> None:
    families = _families(sorted(index))
    for root, keys in families.items():
        known = [root, *keys] if root in index else keys
        for key in known:
            others = dict.fromkeys((other for other in known if other != key), _FAMILY)
            index[key].links = _nearest(index[key].links, others)
        if root not in index:
            links: Mapping[str, float] = dict.fromkeys(keys, _FROM_FAMILY)
            for key in keys:
                onward = index[key].links.items()
                links = _nearest(links, {other: _FROM_FAMILY * w for other, w in onward})
            index[root].links = dict(links)


def _best(index: Index, entry: Entry) -> list[tuple[str, float]]:
    """The links worth following: each costs a reader a file, and a word of its own needs fewer."""
    answering = (link for link in entry.links.items() if index[link[0]].pages)
    links = sorted(answering, key=lambda link: (-link[1], link[0]))
    return links[: _MOST_LINKS if entry.pages else _MOST_LINKS_FOR_UNKNOWN]


def _nearest(links: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    return {key: max(links.get(key, 0), more.get(key, 0)) for key in {**links, **more}}


@cache
def _rounded(level: int) -> int:
    """In steps that grow with it, so that pages share them; at least one."""
    level = max(1, level)
    step = 1 << max(0, level.bit_length() - 4)
    return round(level / step) * step
