"""What the check can tell an editor, each with an example and the same mended."""

from typing import NamedTuple

from generator.problems.help import Example, advice, examples
from generator.problems.problem import Severity, in_general, wordings
from generator.showing.texts import text
from generator.showing.wording import collated


class Finding(NamedTuple):
    code: str
    """Also its anchor on the page."""
    heading: str
    advice: str
    """Empty where it depends on the case alone."""
    example: Example | None


class Group(NamedTuple):
    severity: str
    heading: str
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> list[str]:
        """In alphabetical order, for one who has a code and looks for what it means."""
        return sorted((finding.code for finding in self.findings), key=collated)


def findings() -> tuple[Group, ...]:
    """Every finding by severity, the gravest first."""
    headings = {
        Severity.ERROR: text("findings.errors"),
        Severity.WARNING: text("findings.warnings"),
        Severity.REMINDER: text("findings.reminders"),
        Severity.GAP: text("findings.gaps"),
    }
    return tuple(
        Group(
            severity,
            headings[severity],
            tuple(_finding(code) for code in wordings() if _is(code, severity)),
        )
        for severity in Severity
    )


def _is(code: str, severity: Severity) -> bool:
    return wordings()[code]["severity"] == severity


def _finding(code: str) -> Finding:
    message = in_general(wordings()[code]["message"])
    heading = message[:1].upper() + message[1:]
    return Finding(code, heading, advice(code), examples().get(code))
