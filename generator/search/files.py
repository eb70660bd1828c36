"""The files in which a browser finds the index: small ones, so that a query loads only its own.

Each is a script that calls `searchData` with its name and its data: unlike JSON, a script is loaded
from a folder without a server as well.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.search.analysis import fold, rules, words
from generator.search.document import Document
from generator.search.index import Index

_LARGEST = 2000
"""Characters after which a file of words is full."""
_FEW = 24
"""Pages of a word that are repeated wherever another leads to it."""
_HITS_A_FILE = 8
_TEXTS_A_FILE = 4
_MANY = 256
"""Pages from which on their texts share files: fewer to write, and larger ones to load."""


Limits = Mapping[str, Mapping[str, int]]
"""By filter of the list, its values and what they allow at most."""


def search_files(
    documents: Sequence[Document], index: Index, limits: Limits, more: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The name and content of each file, `more` among them; the one named `index` tells of all."""
    entries = _entries(index)
    shards = list(_shards(entries))
    spellings = _spellings(index)
    files = {f"words-{number}": _words(entries, keys) for number, keys in enumerate(shards)}
    files |= {f"spelling-{letter}": _json(written) for letter, written in spellings.items()}
    files |= {
        f"hits-{number}": _json([_hit(document) for document in block])
        for number, block in enumerate(_blocks(documents, _HITS_A_FILE))
    }
    texts_a_file = 1 if len(documents) <= _MANY else _TEXTS_A_FILE
    files |= {
        f"texts-{number}": _json([_text(document) for document in block])
        for number, block in enumerate(_blocks(documents, texts_a_file))
    }
    files |= {name: _json(data) for name, data in more.items()}
    version = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:12]
    contents = {
        "pages": len(documents),
        "programmes": sum(bool(document.programme) for document in documents),
        "hitsAFile": _HITS_A_FILE,
        "textsAFile": texts_a_file,
        "shards": ["", *(_between(a[-1], b[0]) for a, b in pairwise(shards))],
        "spellings": sorted(spellings),
        "openings": sorted(_openings(index)),
        "limits": limits,
        "rules": rules(),
    }
    for name, data in {"index": _json(contents), **files}.items():
        yield name, f'searchData("{name}","{version}",{data});\n'


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _words(entries: Mapping[str, str], keys: Iterable[str]) -> str:
    return "{" + ",".join(f"{_json(key)}:{entries[key]}" for key in keys) + "}"


def _entries(index: Index) -> dict[str, str]:
    pages = {key: _json(_by_strength(entry.pages)) for key, entry in index.items()}
    return {key: _entry(index, key, pages) for key in index}


def _entry(index: Index, key: str, pages: Mapping[str, str]) -> str:
    entry = index[key]
    told = {}
    if entry.pages:
        told["pages"] = pages[key]
    if entry.parts:
        told["parts"] = _json(entry.parts)
    if entry.is_fact:
        told["fact"] = "1"
    if entry.links:
        told["links"] = f"[{','.join(_link(index, link, pages) for link in entry.links.items())}]"
    return "{" + ",".join(f'"{name}":{value}' for name, value in told.items()) + "}"


def _link(index: Index, link: tuple[str, float], pages: Mapping[str, str]) -> str:
    """A key and how near it is; with its pages where they are few, which spares loading a file."""
    key, nearness = link
    few = f",{pages[key]}" if len(index[key].pages) <= _FEW else ""
    return f"[{_json(key)},{nearness:.3g}{few}]"


def _by_strength(pages: Mapping[int, int]) -> list[list[int]]:
    """Each strength with the pages that have it, as distances from one page to the next."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for page, strength in sorted(pages.items()):
        groups[strength].append(page)
    return [
        [strength, found[0], *(b - a for a, b in pairwise(found))]
        for strength, found in sorted(groups.items(), reverse=True)
    ]


def _shards(entries: Mapping[str, str]) -> Iterator[list[str]]:
    """The keys in order, divided into files of about the same size."""
    shard: list[str] = []
    size = 0
    for key in sorted(entries, key=_as_browsers_do):
        if size > _LARGEST:
            yield shard
            shard, size = [], 0
        shard.append(key)
        size += len(key) + len(entries[key])
    yield shard


def _openings(index: Index) -> set[str]:
    """The stop words with which a known phrase begins, or that are a name in capitals."""
    stop = {word.key for written in rules()["stop"] for word in words(written)}
    begin = {key.split("_")[0] for key, entry in index.items() if entry.links}
    return stop & begin


def _as_browsers_do(key: str) -> bytes:
    """Keys in the order in which a browser compares them."""
    return key.encode("utf-16-be")


def _between(last: str, first: str) -> str:
    """The shortest beginning of a key that comes after the last one of the file before."""
    return next(
        first[:end]
        for end in range(1, len(first) + 1)
        if _as_browsers_do(first[:end]) > _as_browsers_do(last)
    )


def _spellings(index: Index) -> Mapping[str, list[str]]:
    """Every word as it is written, the most frequent first, by its first letter."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, entry in index.items():
        if entry.written and len(key) > 3 and key.isalpha():
            found[fold(entry.written)[0]].append((-len(entry.pages), entry.written))
    return {letter: [written for _, written in sorted(words)] for letter, words in found.items()}


def _hit(document: Document) -> list[str]:
    hit = [document.programme, document.address, document.title, document.byline]
    return [*hit, *document.status]


def _text(document: Document) -> list[Any]:
    return [document.summary, *([p.heading, p.anchor, p.text] for p in document.passages)]


def _blocks(documents: Sequence[Document], size: int) -> Iterator[Sequence[Document]]:
    return (documents[start : start + size] for start in range(0, len(documents), size))
