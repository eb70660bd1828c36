"""Problems for a pipeline: on the right line of a merge request, as GitHub and GitLab ask."""

import json
from collections.abc import Iterable

from generator.problems.fingerprints import with_fingerprints
from generator.problems.help import help_address
from generator.problems.problem import Problem, Severity

_GITHUB = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.REMINDER: "notice",
    Severity.GAP: "notice",
}
_GITLAB = {
    Severity.ERROR: "blocker",
    Severity.WARNING: "minor",
    Severity.REMINDER: "info",
    Severity.GAP: "info",
}


def github(problems: Iterable[Problem], site: str = "") -> str:
    """Workflow commands. Source: GitHub Docs, "Workflow commands for GitHub Actions"."""
    return "\n".join(
        f"::{_GITHUB[p.severity]} file={_property(p.place.file)},line={p.place.line},"
        f"col={p.place.column},title={_property(f'{p.severity}: {p.code}')}"
        f"::{_data(_with_help(p, site))}"
        for p in problems
    )


def gitlab(problems: Iterable[Problem], site: str = "") -> str:
    """A Code Quality report. Source: GitLab Docs, "Code Quality report format"."""
    report = [_code_quality(found, mark, site) for found, mark in with_fingerprints(problems)]
    return json.dumps(report, ensure_ascii=False, indent=2)


def _code_quality(problem: Problem, fingerprint: str, site: str) -> dict[str, object]:
    place = problem.place
    return {
        "description": _with_help(problem, site),
        "check_name": problem.code,
        "fingerprint": fingerprint,
        "severity": _GITLAB[problem.severity],
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }


def _with_help(problem: Problem, site: str) -> str:
    address = help_address(site, problem.code)
    return f"{problem.sentences} Læs mere: {address}" if address else problem.sentences


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
