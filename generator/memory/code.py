"""Which code makes what is made: another one may make another thing of the same."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

_GENERATOR = Path(__file__).parents[1]


@cache
def code_version() -> str:
    """A digest of the generator's files, of the packages that are installed, and of Python."""
    told = blake2b(sys.version.encode(), digest_size=16)
    for file in sorted(_GENERATOR.rglob("*")):
        if file.suffix in (".py", ".html", ".toml", ".txt", ".yaml"):
            told.update(file.relative_to(_GENERATOR).as_posix().encode() + b"\0")
            told.update(file.read_bytes())
    # The name of such a folder tells the package and its version.
    packages = {found.name for path in sys.path for found in Path(path).glob("*.dist-info")}
    told.update("\0".join(sorted(packages)).encode())
    return told.hexdigest()
