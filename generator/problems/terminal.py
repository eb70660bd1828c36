"""Problems for a person at a terminal: the line, a marker under it, and the mend."""

from collections.abc import Iterable

from generator.problems.help import help_address
from generator.problems.problem import Place, Problem, Severity, listed

_COUNTED = {
    Severity.ERROR: ("fejl", "fejl"),
    Severity.WARNING: ("advarsel", "advarsler"),
    Severity.REMINDER: ("påmindelse", "påmindelser"),
    Severity.GAP: ("hul", "huller"),
}


_WIDEST = 160
"""How much of a line is shown; of a longer one, what stands around the place."""


def render(problem: Problem, site: str = "") -> str:
    """The report on one problem; `site` is the address of the published site, if it is known."""
    place = problem.place
    head = f"{problem.severity}[{problem.code}] {place.told}"
    gutter = " " * len(str(place.line)) if place.excerpt else " "
    wrong = f"{gutter} |\n{marked(place)}" if place.excerpt else " "
    lines = [head, f"{wrong} {problem.message}", f"{gutter} = {problem.help}"]
    if address := help_address(site, problem.code):
        lines.append(f"{gutter} = læs mere: {address}")
    return "\n".join([*lines, ""])


def marked(place: Place) -> str:
    """The line with its number, and below it a marker under the place."""
    start = max(0, place.column - _WIDEST // 2) if len(place.excerpt) > _WIDEST else 0
    shown = place.excerpt[start : start + _WIDEST]
    before = shown[: place.column - 1 - start]
    # A tab in the line must push the marker as far as it pushes the text.
    lead = "".join("\t" if sign == "\t" else " " for sign in before)
    marker = "^" * max(1, min(place.width, len(shown) - len(before)))
    return f"{place.line} | {shown}\n{' ' * len(str(place.line))} | {lead}{marker}"


def summary(problems: Iterable[Problem]) -> str:
    """`1 fejl, 2 advarsler og 7 huller`, or that nothing was found."""
    found = [problem.severity for problem in problems]
    counts = [(found.count(severity), severity) for severity in Severity]
    words = [f"{number} {_COUNTED[severity][number != 1]}" for number, severity in counts if number]
    if not words:
        return "Kataloget er i orden."
    return f"{listed(words)}."


def report(problems: Iterable[Problem], site: str = "") -> str:
    problems = list(problems)
    return "\n".join([*(render(problem, site) for problem in problems), summary(problems)])


def verdict(problems: Iterable[Problem], site: str = "") -> str:
    """The report on a whole catalogue, and whether it can be published."""
    problems = list(problems)
    number = sum(problem.severity is Severity.ERROR for problem in problems)
    if not problems:
        return summary(problems)
    if not number:
        return f"{report(problems, site)} Ingen fejl: siden kan udgives."
    mended = "fejlen" if number == 1 else "fejlene"
    return f"{report(problems, site)} Siden kan ikke udgives, før {mended} er rettet."
