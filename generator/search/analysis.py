"""What a text is to the search: its words, each as a key that spelling and inflection leave alone.

The browser does the same to a query, by the same rules: `theme/scripts/search/analysis.js`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

# Pieces joined by hyphens are one word; a number keeps the dot that may make it an ordinal.
_WORD = re.compile(r"[0-9]{1,2}\.(?= ?[A-Za-zÆØÅæøå])|[^\W_]+(?:[-'’.,](?=[^\W_])[^\W_]+)*")
# A date's day or an ordinal, which the next word tells apart.
_NUMBER = re.compile(r"[0-9]\. ?[A-Za-zÆØÅæøå]")
_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W0-9_]+")
_LETTERS = re.compile("[a-z]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_VOWEL = re.compile("[aeiouy]")
_LONGEST_ENDING = 5
_KNOWN_WORDS = 1 << 17


@dataclass(slots=True, eq=False)  # comparing parts costs time, and few are made twice
class Word:
    written: str
    key: str
    pieces: tuple[str, ...]
    """Its parts as they are written apart, folded: `Høje-Taastrup` has `hoje` and `tastrup`."""
    is_stop: bool = False
    """Whether it says nothing of what is sought."""


@cache
def rules() -> Mapping[str, Any]:
    """The rules of the language, as plain data."""
    return tomllib.loads(files("generator.search").joinpath("danish.toml").read_text("utf-8"))


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    text = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    found = _WORD.findall(text)
    if not _NUMBER.search(text):
        return [*map(word, found)]
    return [
        _number(written[:-1], *found[place : place + 1]) if written[-1] == "." else word(written)
        for place, written in enumerate(found, 1)
    ]


@lru_cache(_KNOWN_WORDS)
def word(written: str) -> Word:
    """A word by itself."""
    pieces = tuple(map(_piece, _PIECE.findall(written)))
    key = stem("".join(pieces).lower()) if len(pieces) > 1 else "".join(map(stem, pieces))
    return Word(written, key, pieces, "".join(pieces) in _stop_words())


@lru_cache(_KNOWN_WORDS)
def stem(folded: str) -> str:
    """A folded word without its inflection. A word in capitals is its own stem."""
    if not _LETTERS.fullmatch(folded):
        return folded
    if known := _listed("whole", folded):
        return known
    base = folded[: len(folded) - _ending(folded)]
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiou":
        base = base[:-1]
    if len(base) > 4 and base.endswith("el") and base[-3] not in "aeiouy":
        base = f"{base[:-2]}l"
    return _listed("irregular", base) or base


@lru_cache(_KNOWN_WORDS)
def family(key: str) -> str:
    """What words made from one another share: `ledels` and `leder` have `led`; empty for none."""
    if not key.endswith(_family_endings()):
        return ""
    for end in _family_endings():
        root = key.removesuffix(end)
        if root != key and len(root) >= 4:
            # In "træning" the n is the root's own.
            return f"{root}n" if end == "ning" and root[-1] in "aeiouy" else root
    return ""


def place(key: str) -> str:
    """Where a key lies in the order of the index: beside a word of its own that tells."""
    if "_" not in key:
        return key
    parts = key.split("_")
    return f"{next((part for part in parts if not is_stop(part)), parts[0])}_{key}"


def sought(telling: Iterable[str]) -> str:
    """The key of several keys that may stand anywhere in a question, in any order: `barn+skol`."""
    return "+".join(sorted({*telling}))


def is_phrase(key: str) -> bool:
    """Whether it is a key of several words."""
    return "_" in key or "+" in key


def is_stop(key: str) -> bool:
    """Whether a stop word has the key."""
    return key in _stop_keys()


def fold(text: str) -> str:
    """In lower case and one spelling: `Skærmbesøg` and `skaermbesoeg` are `skaermbesog`."""
    folded = text.lower()
    pairs, letters = _spellings()
    for written, key in pairs:
        folded = folded.replace(written, key)
    return folded if folded.isascii() else folded.translate(letters)


def _piece(written: str) -> str:
    if written[0] in "0123456789":
        return re.sub("[.,]", "", written)
    folded = fold(written)
    if written.isupper() and len(written) > 1 and folded in _stop_words():
        return folded.upper()
    number: str = rules()["numbers"].get(folded, folded)
    return number


def _number(digits: str, following: str = "") -> Word:
    ordinals = rules()["ordinals"]
    is_ordinal = fold(following) not in rules()["months"] and 1 <= int(digits) <= len(ordinals)
    return word(ordinals[int(digits) - 1] if is_ordinal else digits)


def _listed(table: str, form: str) -> str:
    """The stem that a table of the rules gives a form; empty for none."""
    stems, ends = _forms(table)
    if not form.endswith(ends):
        return stems.get(form, "")
    end = next(end for end in ends if form.endswith(end))
    return f"{form.removesuffix(end)}{stems[f'-{end}']}"


def _ending(word: str) -> int:
    """How many letters the inflection of a word has: those of the longest ending that fits."""
    endings, after = _endings(), rules()["after"]
    for length in range(min(_LONGEST_ENDING, len(word) - 1), 0, -1):
        end, left = word[-length:], len(word) - length
        fits = left >= endings.get(end, len(word)) and word[left - 1] in after.get(end, word)
        if fits and _VOWEL.search(word, 0, left):
            return length
    return 0


@cache
def _forms(table: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """A table of the rules, and those of its forms that may be a last part, without the hyphen."""
    stems: dict[str, str] = rules()[table]
    if table == "whole":
        short = {f"{stem}{end}": stem for stem in rules()["short"] for end in ("er", "erne")}
        stems = short | stems
    return stems, tuple(form[1:] for form in stems if form[0] == "-")


@cache
def _endings() -> Mapping[str, int]:
    """Each ending with the number of letters that it must leave."""
    return {end: int(left) for left, ends in rules()["endings"].items() for end in ends}


@cache
def _family_endings() -> tuple[str, ...]:
    return tuple(rules()["family"])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(map(fold, rules()["stop"]))


@cache
def _stop_keys() -> frozenset[str]:
    return frozenset(map(stem, _stop_words()))


@cache
def _spellings() -> tuple[tuple[tuple[str, str], ...], Mapping[int, str]]:
    """What two letters stand for, and what one does."""
    folding = rules()["folding"].items()
    pairs = tuple((written, key) for written, key in folding if len(written) == 2)
    return pairs, str.maketrans({written: key for written, key in folding if len(written) == 1})
