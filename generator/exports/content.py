"""What a file holds, by the piece where it is large."""

from collections.abc import Iterator
from typing import TypeAlias

Content: TypeAlias = str | Iterator[str]
"""The whole, or what it is to be put together of, one piece at a time."""
