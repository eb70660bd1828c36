"""The report that stands over a preview whose catalogue has errors."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.problems.problem import Place, Problem, as_sentence
from generator.problems.terminal import marked, summary
from generator.showing.environment import body
from generator.showing.texts import text


class _Reported(NamedTuple):
    message: str
    help: str
    line: str
    """With a marker below it; empty when it is the file at large."""
    place: str


def problems_html(problems: Sequence[Problem], *, over_a_site: bool) -> str:
    """The report; `over_a_site` when the last catalogue without errors is shown below it."""
    reported = [
        _Reported(
            message=as_sentence(problem.message),
            help=as_sentence(problem.help),
            line=marked(problem.place) if problem.place.excerpt else "",
            place=_words(problem.place),
        )
        for problem in problems
    ]
    return body(
        "problems.html", problems=reported, summary=summary(problems), over_a_site=over_a_site
    )


def _words(place: Place) -> str:
    line = text("shortcomings.line", line=place.told_line) if place.told_line else ""
    return f"{place.file}, {line}" if line else place.file
