"""Which code makes what is made: another one may make another thing of the same."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

_GENERATOR = Path(__file__).parents[1]
BESIDE_THE_CODE = _GENERATOR / "__pycache__"
"""Where Python usually keeps what it has compiled of the generator."""
_READ_ONCE = (".py", ".toml", ".txt", ".yaml")


def code_version() -> str:
    """A digest of the generator's files, of the packages that are installed, and of Python."""
    # While serving, templates are read again when they have changed; the rest is not.
    return f"{_version_when_begun()} {_digest(('.html',))}"


@cache
def _version_when_begun() -> str:
    # The name of such a folder tells the package and its version.
    packages = {found.name for path in sys.path for found in Path(path).glob("*.dist-info")}
    return _digest(_READ_ONCE, sys.version, *sorted(packages))


def _digest(endings: tuple[str, ...], *more: str) -> str:
    told = blake2b("\0".join(more).encode(), digest_size=16)
    for file in sorted(_GENERATOR.rglob("*")):
        if file.suffix in endings:
            told.update(file.relative_to(_GENERATOR).as_posix().encode() + b"\0")
            told.update(file.read_bytes())
    return told.hexdigest()
