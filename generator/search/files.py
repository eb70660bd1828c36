"""The files in which a browser finds the index: small ones, so that a query loads only its own.

Each is a script that calls `searchData` with its name and its data: unlike JSON, a script is loaded
from a folder without a server as well.
"""

import hashlib
import json
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from generator.search.analysis import fold, is_stop, place, rules
from generator.search.document import Document
from generator.search.index import Index

_SMALLEST, _LARGEST = 1200, 3000
"""Characters that a file of words has."""
_FEW = 24
"""Pages of a word that are repeated wherever another leads to it."""
_LENGTHS_A_FILE = 4
_PAGES_A_FILE = 4
_MANY = 256
"""Pages from which on several share a file: fewer to write, and larger ones to load."""


Limits = Mapping[str, Mapping[str, int]]
"""By filter of the list, its values and what they allow at most."""


def search_files(
    documents: Sequence[Document], index: Index, limits: Limits, more: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The name and content of each file, `more` among them; the one named `index` tells of all."""
    entries = _entries(index)
    shards = dict(_shards(entries))
    spellings = _spellings(index)
    files = {
        f"words-{number}": _words(entries, keys) for number, keys in enumerate(shards.values())
    }
    files |= {f"spelling-{name}": _json(written) for name, written in spellings.items()}
    pages_a_file = 1 if len(documents) <= _MANY else _PAGES_A_FILE
    for number, block in enumerate(_blocks(documents, pages_a_file)):
        files[f"hits-{number}"] = _json([_hit(document) for document in block])
        files[f"texts-{number}"] = _json([_text(document) for document in block])
    files |= {name: _json(data) for name, data in more.items()}
    version = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:12]
    contents = {
        "pages": len(documents),
        "programmes": sum(bool(document.programme) for document in documents),
        "over": [number for number, document in enumerate(documents) if document.is_over],
        "pagesAFile": pages_a_file,
        "lengthsAFile": _LENGTHS_A_FILE,
        "shards": [*shards],
        "spellings": sorted(spellings),
        "stopPhrases": sorted(_stop_phrases(index)),
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
    for page, strength in pages.items():  # in their order, since they were met in it
        groups[strength].append(page)
    return [
        [strength, found[0], *(b - a for a, b in pairwise(found))]
        for strength, found in sorted(groups.items(), reverse=True)
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


def _stop_phrases(index: Index) -> Iterator[str]:
    """What is known of stop words alone: phrases, and names in capitals."""
    return (k for k, entry in index.items() if entry.links and all(map(is_stop, k.split("_"))))


def _as_browsers_do(key: str) -> bytes:
    """Keys in the order in which a browser compares them."""
    return key.encode("utf-16-be")


def _between(last: str, first: str) -> str:
    """The shortest beginning of a place that comes after the one before."""
    letters = enumerate(zip(last, first, strict=False))
    end = next((place for place, (one, other) in letters if one != other), len(last))
    return first[: end + 1]


def _spellings(index: Index) -> Mapping[str, list[str]]:
    """Every word as it is written, the most frequent first, by its first letter and its length."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, entry in index.items():
        if entry.written and len(key) > 3 and key.isalpha():
            found[f"{fold(entry.written)[0]}{len(key) // _LENGTHS_A_FILE}"].append(
                (-len(entry.pages), entry.written)
            )
    return {name: [written for _, written in sorted(words)] for name, words in found.items()}


def _hit(document: Document) -> list[str]:
    hit = [document.programme, document.address, document.title, document.byline]
    return [*hit, *document.status]


def _text(document: Document) -> list[Any]:
    return [document.summary, *([p.heading, p.anchor, p.text] for p in document.passages)]


def _blocks(documents: Sequence[Document], size: int) -> Iterator[Sequence[Document]]:
    return (documents[start : start + size] for start in range(0, len(documents), size))
