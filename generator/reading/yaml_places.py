"""How a place in a file is made of what libyaml counts."""

from collections.abc import Callable

from generator.problems.problem import Place

PlaceAt = Callable[[int, int], Place]
"""A place of line and column from 0; of the last line, where there are not so many."""
