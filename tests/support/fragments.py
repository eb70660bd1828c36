"""Parts of a file as examples show them, made whole with what a file must have."""

import re

LEAST_PROGRAMME = {
    "title": "title: Ny leder",
    "status": "status: unconfirmed",
    "summary": "summary: Et forløb for nye ledere.",
    "sources": "sources:\n  - id: opslag\n    title: Opslag om forløbet",
}


def told_apart(programme: str, number: int) -> str:
    """The same programme under another title, for each number but the first."""
    return programme.replace("title: ", f"title: {'Et til. ' * number}", 1)


def completed(fragment: str, least: dict[str, str]) -> str:
    """The fragment, after the fields that a file must have and the fragment lacks."""
    given = set(re.findall(r"^(\w+):", fragment, re.MULTILINE))
    return "\n".join([*(lines for name, lines in least.items() if name not in given), fragment])
