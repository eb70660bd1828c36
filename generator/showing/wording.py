"""Values of the model as a reader meets them: Danish, with typographic dashes and spaces."""

import re
from datetime import date
from functools import lru_cache

from generator.model.dates import PartialDate
from generator.model.timing import When
from generator.model.written import Written

NBSP = "\N{NO-BREAK SPACE}"
_VALUES_KEPT = 8192
"""Nearly all that a page shows were shown before, on this page or another."""
_AFTER_Z = str.maketrans("æøå", "{|}")
_RANGE = re.compile(r"(?<=[\d½¼¾.])-(?=[\d½¼¾])|(?<=[a-zåæø])-(?=[a-zåæø])")


def shown(value: Written | str) -> str:
    """A date, an amount or a count, kept together on a line and with a dash in its range."""
    return _shown(value)  # a cache in its place would keep types from being checked


@lru_cache(_VALUES_KEPT)
def _shown(value: Written | str) -> str:
    if isinstance(value, When) and not value.date:
        return value.phrase  # the editor's own words, with their own hyphens
    words = _RANGE.sub("–", str(value)).replace(" - ", f"{NBSP}– ")
    return re.sub(r"(?<=[\d½¼¾.]) (?=\w)|(?<=ca\.) ", NBSP, words)


def day(when: date) -> str:
    """`21. november 2026`, kept together on a line."""
    return shown(PartialDate.on(when))


def sentence(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]


def collated(words: str) -> str:
    """What to sort by: in Danish æ, ø and å come after z, and aa is å."""
    return words.lower().replace("aa", "å").translate(_AFTER_Z)
