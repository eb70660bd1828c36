"""Amounts as people also write them, in the form that they can be read in."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_SHORT = {
    "min": "minutter",
    "t": "timer",
    "tim": "timer",
    "d": "dage",
    "dg": "dage",
    "u": "uger",
    "md": "måneder",
    "mdr": "måneder",
}
_ALIKE = 0.75
_FIGURE = "[0-9¼½¾]"
_NUMBER_AND_UNIT = re.compile(rf"(.*{_FIGURE}) ?([a-zæøå]+)\.?")


def rewritten(text: str, units: Iterable[str]) -> str:
    """The text with the signs, the spaces and one of the `units` that were most likely meant."""
    text = re.sub(r"^(?:ca|cirka|omkring|omtrent)\b\.? *", "ca. ", " ".join(text.lower().split()))
    text = re.sub(r"(?<=[0-9])\.(?=(?:[0-9]|25|50|75)(?![0-9]))", ",", text)
    text = re.sub(rf"(?<={_FIGURE}) ?(?:til|eller|[-–]) ?(?={_FIGURE})", "-", text)
    parts = _NUMBER_AND_UNIT.fullmatch(text)
    if not parts:
        return text
    near = get_close_matches(parts[2], units, n=1, cutoff=_ALIKE)
    unit = _SHORT.get(parts[2]) or next(iter(near), "")
    return f"{parts[1]} {unit}" if unit else text
