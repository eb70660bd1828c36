"""Measuring side by side: what disturbs the machine for a while disturbs everybody."""

from collections.abc import Callable, Mapping, Sequence

from bench.process import Usage
from bench.progress import progress

Figures = Mapping[str, Sequence[float]]
"""By the name of a column, its value in each round."""


def side_by_side(
    title: str, rounds: int, jobs: Mapping[str, Callable[[], Mapping[str, float]]]
) -> dict[str, Figures]:
    """Do each job once a round, in turn first and last, and give the figures of each job."""
    found: dict[str, dict[str, list[float]]] = {name: {} for name in jobs}
    for number in range(rounds):
        for name in [*jobs] if number % 2 == 0 else reversed([*jobs]):
            progress(f"{title}: round {number + 1} of {rounds}, {name}")
            for column, value in jobs[name]().items():
                found[name].setdefault(column, []).append(value)
    return dict(found)


def figures(usage: Usage) -> dict[str, float]:
    return {
        "wall s": usage.wall,
        "user s": usage.user,
        "system s": usage.system,
        "peak MiB": usage.peak,
    }
