"""The report that stands over a preview whose catalogue has errors."""

from collections.abc import Sequence

from generator.problems.problem import Problem
from generator.problems.terminal import render, summary
from generator.showing.environment import body


def problems_html(problems: Sequence[Problem], *, over_a_site: bool) -> str:
    """The report; `over_a_site` when the last catalogue without errors is shown below it."""
    reports = [render(problem) for problem in problems]
    return body(
        "problems.html", reports=reports, summary=summary(problems), over_a_site=over_a_site
    )
