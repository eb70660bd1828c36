"""The words of the index, in order, divided into files of about the same size."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from operator import sub

from generator.search.analysis import place
from generator.search.index import Entry, Index

_SMALLEST, _LARGEST = 2000, 5000
"""Characters that a file of words has."""
_FEW = 24
"""Pages of a word that are repeated wherever another leads to it."""


def divided(index: Index, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the keys in each file come after, and the file: entries, and keys that are known alone.

    A file ends where that can be told in few letters, since the contents tell it of every file. It
    tells that itself as well, so that one of another division is not taken for it.
    """
    entries = _entries(index)
    places = {key: place(key) for key in {*index, *known}}
    keys = sorted(places, key=lambda key: _as_browsers_do(places[key]))
    sizes = [0, *accumulate(len(key) + len(entries.get(key, "")) for key in keys)]
    start, after = 0, ""
    while start < len(keys):
        first = bisect(sizes, sizes[start] + _SMALLEST)
        last = min(len(keys), max(first + 1, bisect(sizes, sizes[start] + _LARGEST)))
        ends = {
            _between(places[keys[end - 1]], places[keys[end]]): end for end in range(first, last)
        }
        following = min(ends, key=len, default="")
        end = ends.get(following, len(keys))
        yield after, _file(entries, keys[start:end], following)
        start, after = end, following


def _file(entries: Mapping[str, str], keys: Iterable[str], before: str) -> str:
    # Keys are letters, digits, "_" and "+": as JSON, they need no more than quotes.
    told = ",".join([f'"{key}":{entries[key]}' for key in keys if key in entries])
    known = " ".join([key for key in keys if key not in entries])
    return f'{{"before":"{before}","entries":{{{told}}},"known":"{known}"}}'


def _entries(index: Index) -> dict[str, str]:
    """As JSON, by key, the entries that tell anything."""
    # Python writes lists of numbers as JSON does, but for the spaces, and sooner.
    said = {key: entry for key, entry in index.items() if entry.pages}
    pages = {key: str(_by_strength(entry)).replace(" ", "") for key, entry in said.items()}
    told = {key: ",".join(_told(index, key, pages)) for key in index}
    return {key: f"{{{fields}}}" for key, fields in told.items() if fields}


def _told(index: Index, key: str, pages: Mapping[str, str]) -> Iterator[str]:
    entry = index[key]
    if entry.pages:
        yield f'"pages":{pages[key]}'
    if entry.parts:
        parts = ",".join([f'"{part}"' for part in entry.parts])
        yield f'"parts":[{parts}]'
    if entry.is_fact:
        yield '"fact":1'
    if entry.links:
        links = ",".join([_link(index, *link, pages) for link in entry.links.items()])
        yield f'"links":[{links}]'


def _link(index: Index, key: str, nearness: float, pages: Mapping[str, str]) -> str:
    """A key and how near it is; with its pages where they are few, which spares loading a file."""
    few = f",{pages[key]}" if index[key].page_count <= _FEW else ""
    return f'["{key}",{nearness:.3g}{few}]'


def _by_strength(entry: Entry) -> list[list[int]]:
    """Each strength with the pages that have it, as distances from one page to the next."""
    return [
        [strength, found[0], *map(sub, found[1:], found)]
        for strength, found in sorted(entry.pages.items(), reverse=True)
    ]


def _as_browsers_do(key: str) -> bytes:
    """Keys in the order in which a browser compares them."""
    return key.encode("utf-16-be")


def _between(last: str, first: str) -> str:
    """The shortest beginning of a place that comes after the one before."""
    for at, letter in enumerate(last):
        if first[at : at + 1] != letter:
            return first[: at + 1]
    return first[: len(last) + 1]
