"""Whether a programme is for somebody, as far as answers can tell.

Three values, as in Kleene's strong logic: True, False, and None for what is not known. The browser
does the same for a reader: `theme/scripts/find/fit.js`.
"""

from collections.abc import Collection, Iterable, Mapping

Answers = Mapping[str, str]
"""The answer to each question of the profile that somebody has answered."""

Rule = Mapping[str, Collection[str]]
"""By question, the answers that meet a requirement; without questions, none can be given."""


def meets(rule: Rule, answers: Answers) -> bool | None:
    """Whether answers meet a requirement: each of its questions, with one of the answers."""
    given = [
        answers[question] in wanted for question, wanted in rule.items() if question in answers
    ]
    if not all(given):
        return False
    return True if rule and len(given) == len(rule) else None


def fits(rules: Iterable[Rule], answers: Answers) -> bool | None:
    """Whether answers meet all requirements; what has none tells nothing of whom it is for."""
    met = [meets(rule, answers) for rule in rules]
    if False in met:
        return False
    return True if met and all(met) else None


def excludes_everybody(rules: Iterable[Rule]) -> bool:
    """Whether no answers can meet all requirements: two ask for different answers to a question."""
    left: dict[str, set[str]] = {}
    for rule in rules:
        for question, wanted in rule.items():
            left[question] = left.get(question, set(wanted)) & set(wanted)
    return not all(left.values())
