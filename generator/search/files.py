"""The files in which a browser finds the index: small ones, so that a query loads only its own.

Each is a script that calls `searchData` with its name and its data: unlike JSON, a script is loaded
from a folder without a server as well.
"""

import hashlib
import json
import zlib
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from generator.search.analysis import fold, place, rules
from generator.search.document import Document
from generator.search.index import Entry, Index

_SMALLEST, _LARGEST = 1200, 3000
"""Characters that a file of words has."""
_FEW = 24
"""Pages of a word that are repeated wherever another leads to it."""
_LENGTHS_A_FILE = 12
_PAGES_A_FILE = 4
_MANY = 256
"""Pages from which on several share a file: fewer to write, and larger ones to load."""


_DIGITS = 12
_STRUCTURE = ("pagesAFile", "lengthsAFile", "shards", "spellings", "rules")
"""What of the contents, beside the order of the pages, a file must have in common with them."""


Limits = Mapping[str, Mapping[str, int]]
"""By filter of the list, its values and what they allow at most."""


class Packed(NamedTuple):
    """Data as JSON that takes little room: a large catalogue has more text than index."""

    compressed: bytes

    @classmethod
    def of(cls, data: object) -> "Packed":
        return cls(zlib.compress(_json(data).encode(), level=1))

    def __str__(self) -> str:
        return zlib.decompress(self.compressed).decode()


class Shown(NamedTuple):
    """A document as it is shown to those who search, in the form that its files have."""

    address: str
    is_programme: bool
    is_over: bool
    hit: str
    text: Packed
    """What is quoted of it."""


def shown(document: Document) -> Shown:
    hit = [document.programme, document.address, document.title, document.byline, *document.status]
    passages = ([p.heading, p.anchor, p.text] for p in document.passages)
    text = Packed.of([document.summary, *passages])
    return Shown(document.address, bool(document.programme), document.is_over, _json(hit), text)


def search_files(
    documents: Sequence[Shown], index: Index, limits: Limits, more: Mapping[str, Packed]
) -> Iterator[tuple[str, str]]:
    """The name and content of each file, `more` among them; the last, `index`, tells of all."""
    entries = _entries(index)
    shards = dict(_shards(entries))
    spellings = _spellings(index)
    pages_a_file = 1 if len(documents) <= _MANY else _PAGES_A_FILE
    contents = {
        "pages": len(documents),
        "programmes": sum(document.is_programme for document in documents),
        "over": [number for number, document in enumerate(documents) if document.is_over],
        "pagesAFile": pages_a_file,
        "lengthsAFile": _LENGTHS_A_FILE,
        "shards": [*shards],
        "spellings": sorted(spellings),
        "stopPhrases": sorted(key for key, entry in index.items() if entry.is_stop),
        "limits": limits,
        "rules": rules(),
    }
    addresses = [document.address for document in documents]
    common = _json([addresses, *(contents[name] for name in _STRUCTURE)])
    structure = hashlib.sha256(common.encode()).hexdigest()[:_DIGITS]

    def parts() -> Iterator[tuple[str, str]]:
        for number, keys in enumerate(shards.values()):
            yield f"words-{number}", _words(entries, keys)
        for number, start in enumerate(range(0, len(documents), pages_a_file)):
            block = documents[start : start + pages_a_file]
            yield f"hits-{number}", f"[{','.join(document.hit for document in block)}]"
            yield f"texts-{number}", f"[{','.join(str(document.text) for document in block)}]"
        yield from ((f"spelling-{name}", _json(written)) for name, written in spellings.items())
        yield from ((name, str(packed)) for name, packed in more.items())

    said = hashlib.sha256()
    for name, content in parts():
        part = _script(name, structure, content)
        said.update(part.encode())
        yield name, part
    version = said.hexdigest()[:_DIGITS]
    yield "index", _script("index", structure, _json({**contents, "version": version}))


def _script(name: str, structure: str, content: str) -> str:
    return f'searchData("{name}","{structure}",{content});\n'


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _words(entries: Mapping[str, str], keys: Iterable[str]) -> str:
    return "{" + ",".join(f'"{key}":{entries[key]}' for key in keys) + "}"


def _entries(index: Index) -> dict[str, str]:
    # Python writes lists of numbers as JSON does, but for the spaces, and sooner.
    said = {key: entry for key, entry in index.items() if entry.pages}
    pages = {key: str(_by_strength(entry)).replace(" ", "") for key, entry in said.items()}
    return {key: _entry(index, key, pages) for key in index}


def _entry(index: Index, key: str, pages: Mapping[str, str]) -> str:
    # Keys are letters, digits, "_" and "+": as JSON, they need no more than quotes.
    entry = index[key]
    told = [f'"pages":{pages[key]}'] if entry.pages else []
    if entry.parts:
        told.append(f'"parts":{_json(entry.parts)}')
    if entry.is_fact:
        told.append('"fact":1')
    if entry.links:
        links = ",".join([_link(index, *link, pages) for link in entry.links.items()])
        told.append(f'"links":[{links}]')
    return f"{{{','.join(told)}}}"


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


def _shards(entries: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The keys in order, divided into files of about the same size; and what each comes after.

    A file ends where that can be told in few letters, since the contents tell it of every file.
    """
    places = {key: place(key) for key in entries}
    keys = sorted(entries, key=lambda key: _as_browsers_do(places[key]))
    sizes = [0, *accumulate(len(key) + len(entries[key]) for key in keys)]
    start, after = 0, ""
    while start < len(keys):
        first = bisect(sizes, sizes[start] + _SMALLEST)
        last = min(len(keys), max(first + 1, bisect(sizes, sizes[start] + _LARGEST)))
        ends = {
            _between(places[keys[end - 1]], places[keys[end]]): end for end in range(first, last)
        }
        following = min(ends, key=len, default="")
        end = ends.get(following, len(keys))
        yield after, keys[start:end]
        start, after = end, following


def _as_browsers_do(key: str) -> bytes:
    """Keys in the order in which a browser compares them."""
    return key.encode("utf-16-be")


def _between(last: str, first: str) -> str:
    """The shortest beginning of a place that comes after the one before."""
    for at, letter in enumerate(last):
        if first[at : at + 1] != letter:
            return first[: at + 1]
    return first[: len(last) + 1]


def _spellings(index: Index) -> Mapping[str, list[str]]:
    """Every word as it is written, the most frequent first, by its first letter and its length."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, entry in index.items():
        if entry.written and len(key) > 3 and key.isalpha():
            found[f"{fold(entry.written)[0]}{len(key) // _LENGTHS_A_FILE}"].append(
                (-entry.page_count, entry.written)
            )
    return {name: [written for _, written in sorted(words)] for name, words in found.items()}
