"""What tells one problem from another from one run to the next."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.problems.problem import Problem


def with_fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with 64 hexadecimal digits of its own, also when two read the same."""
    seen: Counter[str] = Counter()
    for found in problems:
        place = found.place
        # Without the line number, so that it stays the same when lines are added above.
        identity = f"{found.code}\n{place.file}\n{place.excerpt}\n{found.message}"
        seen[identity] += 1
        whole = f"{identity}\n{seen[identity]}".encode(errors="backslashreplace")
        yield found, hashlib.sha256(whole).hexdigest()
