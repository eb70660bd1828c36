"""The files in which a browser finds the index: small ones, so that a query loads only its own.

Each is a script that calls `searchData` with its name and its data: unlike JSON, a script is loaded
from a folder without a server as well.
"""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, NewType

from generator.search.analysis import fold, rules
from generator.search.document import Document
from generator.search.index import Index
from generator.search.shards import divided

_PAGES_A_FILE = 4
_MANY = 256
"""Pages from which on several share a file: fewer to write, and larger ones to load."""


_DIGITS = 12
_STRUCTURE = ("pagesAFile", "spellings", "rules")
"""What of the contents, beside the order of the pages, a file must have in common with them."""


Limits = Mapping[str, Mapping[str, int]]
"""By filter of the list, its values and what they allow at most."""


Packed = NewType("Packed", bytes)
"""Data as JSON that takes little room: a large catalogue has more text than index."""


def packed(data: object) -> Packed:
    return Packed(zlib.compress(_json(data).encode(), level=1))


def _unpacked(data: Packed) -> str:
    return zlib.decompress(data).decode()


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
    text = packed([document.summary, *passages])
    return Shown(document.address, bool(document.programme), document.is_over, _json(hit), text)


def search_files(
    documents: Sequence[Shown],
    index: Index,
    known: Iterable[str],
    limits: Limits,
    more: Mapping[str, Packed],
) -> Iterator[tuple[str, str]]:
    """The name and content of each file, `more` among them; the last, `index`, tells of all.

    `known` are keys of words that are spelt right, whether a page answers them or not.
    """
    shards = dict(divided(index, known))
    spellings = _spellings(index)
    pages_a_file = 1 if len(documents) <= _MANY else _PAGES_A_FILE
    contents = {
        "pages": len(documents),
        "programmes": sum(document.is_programme for document in documents),
        "over": [number for number, document in enumerate(documents) if document.is_over],
        "pagesAFile": pages_a_file,
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
        # Some systems take capitals for small letters, and keys may have both.
        yield from ((f"words-{after.encode().hex()}", words) for after, words in shards.items())
        for number, start in enumerate(range(0, len(documents), pages_a_file)):
            block = documents[start : start + pages_a_file]
            yield f"hits-{number}", f"[{','.join(document.hit for document in block)}]"
            yield f"texts-{number}", f"[{','.join(_unpacked(document.text) for document in block)}]"
        yield from ((f"spelling-{name}", _json(written)) for name, written in spellings.items())
        yield from ((name, _unpacked(data)) for name, data in more.items())

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


def _spellings(index: Index) -> Mapping[str, list[str]]:
    """Every word as it is written, the most frequent first, by its first letter."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, entry in index.items():
        if entry.written and len(key) > 3 and key.isalpha():
            found[fold(entry.written)[0]].append((-entry.page_count, entry.written))
    return {name: [written for _, written in sorted(words)] for name, words in found.items()}
