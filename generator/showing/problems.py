"""The report that stands over a preview whose catalogue has errors."""

from collections.abc import Sequence

from generator.problems.problem import Problem
from generator.problems.terminal import summary
from generator.showing.environment import body


def problems_html(problems: Sequence[Problem]) -> str:
    return body("problems.html", problems=problems, summary=summary(problems))
