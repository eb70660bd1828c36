"""Templates that were compiled before."""

import sys

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.memory.store import Store

_JOB = "template"


class CompiledTemplates(BytecodeCache):
    """Jinja's own kind of cache, in a store that does not hand out what is damaged."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Its name alone: catalogues whose templates differ take turns, and nothing piles up."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        compiled = self._store.get(_JOB, bucket.key, _version(bucket))
        if compiled:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(_JOB, [(bucket.key, _version(bucket), bucket.bytecode_to_string())])


def _version(bucket: Bucket) -> str:
    """Of the template's text, and of what compiles it."""
    return f"{sys.version} {jinja2.__version__} {bucket.checksum}"
