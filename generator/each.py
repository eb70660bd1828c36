"""The same job for each of many things, as those see it who have the job to be done."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Protocol, TypeVar

T = TypeVar("T")


class OvertakenError(Exception):
    """What is being made is out of date: what it is made of was changed once more."""


class ProcessEndedError(Exception):
    """A process that had a part of the work was ended from outside, as for want of memory."""


class Each(Protocol):
    """Does a job for each of many things; who gives one decides how, and what is remembered.

    May raise OvertakenError or ProcessEndedError.
    """

    def __call__(
        self,
        job: str,
        make: Callable[[str], T],
        versions: Mapping[str, str],
        part: Iterable[str] | None = None,
    ) -> Iterator[T]:
        """What `make` makes of each key of `versions`, in their order.

        A key's version is another whenever what would be made of it is; `job` tells one `make`
        from another. What is made can be pickled. With `part`, of those keys alone, in that order:
        somebody else asks for the rest.
        """
        ...


def one_by_one(
    job: str,
    make: Callable[[str], T],
    versions: Mapping[str, str],
    part: Iterable[str] | None = None,
) -> Iterator[T]:
    """The plain way: one after another, and nothing remembered."""
    return map(make, versions if part is None else part)


def version_of(*parts: object) -> str:
    """A short word that is another whenever one of the parts is, bytes or what `str` tells."""
    told = blake2b(digest_size=16)
    for part in parts:
        content = part if isinstance(part, bytes) else str(part).encode()
        told.update(len(content).to_bytes(8, "big") + content)
    return told.hexdigest()
