"""Files of the catalogue as paths that can be opened from where the command runs."""

import os
from dataclasses import replace
from pathlib import Path

from generator.problems.problem import Place, Problem


def place_from_here(place: Place, folder: Path) -> Place:
    return replace(place, file=Path(os.path.relpath(folder / place.file)).as_posix())


def problem_from_here(problem: Problem, folder: Path) -> Problem:
    return replace(problem, place=place_from_here(problem.place, folder))
