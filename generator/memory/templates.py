"""Templates that were compiled before."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.memory.store import Store

_JOB = "template"


class CompiledTemplates(BytecodeCache):
    """Jinja's own kind of cache, in a store that does not hand out what is damaged."""

    def __init__(self, store: Store, code: str) -> None:
        self._store = store
        self._code = code

    def load_bytecode(self, bucket: Bucket) -> None:
        compiled = self._store.get(_JOB, bucket.key, f"{self._code} {bucket.checksum}")
        if compiled:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        version = f"{self._code} {bucket.checksum}"
        self._store.put(_JOB, [(bucket.key, version, bucket.bytecode_to_string())])
