"""The files in which a browser finds the index: small ones, so that a query loads only its own.

Each is a script that calls `searchData` with its name and its data: unlike JSON, a script is loaded
from a folder without a server as well.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from generator.search.analysis import fold, rules
from generator.search.document import Document
from generator.search.index import Entry, Index

_LARGEST = 6000
"""Characters of a file of words that need not be divided further."""
_HITS_A_FILE = 32
_TEXTS_A_FILE = 4
_MANY = 256
"""Pages from which on their texts share files: fewer to write, and larger ones to load."""


def search_files(documents: Sequence[Document], index: Index) -> Iterator[tuple[str, str]]:
    """The name and content of each file; the one named `index` tells of the others."""
    entries = {key: _json(_entry(entry)) for key, entry in index.items()}
    shards = dict(_shards(entries))
    spellings = _spellings(index)
    files = {f"words-{prefix}": _words(entries, keys) for prefix, keys in shards.items()}
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
    scripts = {name: _call(name, data) for name, data in files.items()}
    contents = {
        "version": hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:12],
        "pages": len(documents),
        "programmes": sum(bool(document.programme) for document in documents),
        "hitsAFile": _HITS_A_FILE,
        "textsAFile": texts_a_file,
        "shards": sorted(shards),
        "spellings": sorted(spellings),
        "rules": rules(),
    }
    yield "index", script("index", contents)
    yield from scripts.items()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(name: str, data: Any) -> str:
    """The content of a file of that name."""
    return _call(name, _json(data))


def _call(name: str, data: str) -> str:
    return f'searchData("{name}",{data});\n'


def _words(entries: Mapping[str, str], keys: Iterable[str]) -> str:
    return "{" + ",".join(f"{_json(key)}:{entries[key]}" for key in keys) + "}"


def _entry(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if entry.pages:
        told["pages"] = _by_strength(entry.pages)
    if entry.parts:
        told["parts"] = entry.parts
    if entry.links:
        told["links"] = sorted(entry.links.items(), key=lambda link: (-link[1], link[0]))
    return told


def _by_strength(pages: Mapping[int, int]) -> list[list[int]]:
    """Each strength with the pages that have it, as distances from one page to the next."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for page, strength in sorted(pages.items()):
        groups[strength].append(page)
    return [
        [strength, found[0], *(b - a for a, b in pairwise(found))]
        for strength, found in sorted(groups.items(), reverse=True)
    ]


def _shards(entries: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The keys by what they begin with, as many letters as it takes to make files small."""
    yield from _divide(sorted(entries, key=str.lower), entries, 1)


def _divide(
    keys: Sequence[str], entries: Mapping[str, str], letters: int
) -> Iterator[tuple[str, list[str]]]:
    for prefix, group in groupby(keys, key=lambda key: key[:letters].lower()):
        found = list(group)
        size = sum(len(key) + len(entries[key]) for key in found)
        if size > _LARGEST and letters < max(map(len, found)):
            yield from _divide(found, entries, letters + 1)
        else:
            yield prefix, found


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
