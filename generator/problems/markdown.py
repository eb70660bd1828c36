"""Problems on a page of a pipeline's run, for editors who see no terminal."""

import re
from collections.abc import Iterable
from itertools import groupby

from generator.problems.help import help_address
from generator.problems.problem import Place, Problem, Severity, as_sentence
from generator.problems.terminal import marked, summary

MOST = 300
"""How many are told: a step's summary on GitHub may weigh one megabyte."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def markdown(problems: Iterable[Problem], site: str = "") -> str:
    """A list under the name of each file; the gravest come first."""
    gravest_first = sorted(problems, key=lambda p: list(Severity).index(p.severity))
    parts = [f"## {summary(gravest_first)}"]
    for severity, alike in groupby(gravest_first[:MOST], key=lambda p: p.severity):
        parts.append(f"### {_HEADINGS[severity]}")
        for file, found in groupby(alike, key=lambda p: p.place.file):
            parts += [f"**{as_text(file)}**", *(_item(problem, site) for problem in found)]
    left = len(gravest_first) - MOST
    if left > 0:
        parts.append(
            f"Her står de første {MOST}. Kør »python -m generator check« for at se resten."
        )
    return "\n\n".join(parts)


_HEADINGS = {
    Severity.ERROR: "Fejl, der skal rettes, før siden bliver udgivet",
    Severity.WARNING: "Advarsler, du skal tage stilling til",
    Severity.REMINDER: "Påmindelser om det, der snart sker",
    Severity.GAP: "Huller: spørgsmål uden svar",
}


def _item(problem: Problem, site: str) -> str:
    said = as_sentence(problem.message)
    lines = [
        f"- {_where(problem.place)}**{as_text(said)}** {as_text(as_sentence(problem.help))}"
        f" ({_code(problem, site)})"
    ]
    if problem.place.excerpt:
        shown = marked(problem.place)
        # A fence longer than any in the line cannot be closed by it.
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`*", shown)))
        lines += ["", fence + "text", *shown.split("\n"), fence]
    return "\n".join(f"  {line}" if index and line else line for index, line in enumerate(lines))


def _where(place: Place) -> str:
    """The line, as a link to it where one can edit it."""
    line = f"Linje {place.told_line}" if place.told_line else ""
    if place.address:
        return f"[{line or 'Ret filen'}]({place.address}): "
    return f"{line}: " if line else ""


def _code(problem: Problem, site: str) -> str:
    address = help_address(site, problem.code)
    return f"[`{problem.code}`]({address})" if address else f"`{problem.code}`"


def as_text(words: str) -> str:
    """Without meaning to Markdown, whatever an editor wrote."""
    return _MARKS.sub(r"\\\1", words)
