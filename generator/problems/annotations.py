"""Problems for a pipeline: on the right line of a merge request, as GitHub and GitLab ask."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from generator.problems.problem import Problem, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "notice"}
_GITLAB = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.GAP: "info"}


def github(problems: Iterable[Problem]) -> str:
    """Workflow commands. Source: GitHub Docs, "Workflow commands for GitHub Actions"."""
    return "\n".join(
        f"::{_GITHUB[p.severity]} file={_property(p.place.file)},line={p.place.line},"
        f"col={p.place.column},title={_property(f'{p.severity}: {p.code}')}"
        f"::{_data(_sentences(p))}"
        for p in problems
    )


def gitlab(problems: Iterable[Problem]) -> str:
    """A Code Quality report. Source: GitLab Docs, "Code Quality report format"."""
    seen: Counter[str] = Counter()
    report = []
    for found in problems:
        place = found.place
        # Without the line number, so that it stays the same when lines are added above.
        identity = f"{found.code}\n{place.file}\n{place.excerpt}\n{found.message}"
        seen[identity] += 1
        report.append(_code_quality(found, f"{identity}\n{seen[identity]}"))
    return json.dumps(report, ensure_ascii=False, indent=2)


def _code_quality(problem: Problem, identity: str) -> dict[str, object]:
    place = problem.place
    return {
        "description": _sentences(problem),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode(errors="backslashreplace")).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }


def _sentences(problem: Problem) -> str:
    return " ".join(map(_sentence, (problem.message, problem.help)))


def _sentence(words: str) -> str:
    ended = words.endswith((".", "?", ":"))
    return words[:1].upper() + words[1:] + ("" if ended else ".")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
