"""Letters that were lost, or became others, when a file was saved in another encoding."""

import re

from generator.problems.problem import Problem, problem
from generator.reading.yaml_places import Lines

# The letters of Danish, and quotation marks and dashes, as UTF-8 read for Windows' own encoding.
_EXCHANGED = re.compile("Ã[¦¸¥†˜…©¼¶¤‰]|Â[«»½¼¾§°·]|â€[“”œ™˜¢¦]")
_LOST = re.compile("\ufffd")
_SIGNS = ("Ã", "Â", "â€", "\ufffd")


def wrong_letter(text: str, lines: Lines) -> Problem | None:
    """The first letter of a file's text that cannot be the one that was meant."""
    if not any(sign in text for sign in _SIGNS):
        return None  # as nearly always, and sooner than a pattern tells it
    for code, pattern in (("forkert-kodning", _EXCHANGED), ("tabt-bogstav", _LOST)):
        if found := pattern.search(text):
            return problem(code, lines.place_of(found), text=found[0], meant=_meant(found[0]))
    return None


def _meant(exchanged: str) -> str:
    return exchanged.encode("cp1252", "ignore").decode("utf-8", "ignore")
