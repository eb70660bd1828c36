"""A file is written whole: one that others may be reading is replaced all at once, or stays."""

import os
import tempfile
from pathlib import Path


def write_new(file: Path, content: bytes) -> None:
    """Make a file with `content`, or none. Raises OSError, such as FileExistsError."""
    with file.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
        except OSError:
            file.unlink()
            raise


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` in the place of what the file holds, all at once. Raises OSError."""
    target = file.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        beside.chmod(target.stat().st_mode & 0o777)
        os.replace(beside, target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
