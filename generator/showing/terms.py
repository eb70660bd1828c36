"""Abbreviations in a page: which ones it uses, and each explained where it first stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from markupsafe import escape

from generator.model.text import suggest_identifier

# A tag with its attributes, whose values may hold a ">"; a script or a style as a whole.
_TAG = re.compile(
    r"""(<(?:(script|style)\b.*?</\2|!--.*?--|(/?)([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^>"'])*)>)""",
    re.DOTALL | re.IGNORECASE,
)
_PARTS = 5
"""A text, then of its tag: all of it, whether it is a script, its slash and its name."""

_ELSEWHERE = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption"} | {
    "a", "button", "label", "summary", "nav", "aside", "figure", "svg", "template"
}  # fmt: skip
"""Where no button may stand, or where it would break up what names something else."""


def used(text: str, abbreviations: Iterable[str]) -> set[str]:
    """Those that stand in a text as whole words: MED is not `med`, nor a part of `MEDLEM`."""
    words = tuple(abbreviations)
    return set(_pattern(words).findall(text)) if words else set()


def anchors(words: Iterable[str]) -> Mapping[str, str]:
    """A name for each word that can stand in an address, and that no other has."""
    found: dict[str, str] = {}
    for word in words:
        name = least = suggest_identifier(word) or "ord"
        number = 1
        while name in found.values():
            number += 1
            name = f"{least}-{number}"
        found[word] = name
    return found


def explained(html: str, abbreviations: Mapping[str, str]) -> str:
    """The HTML of a page, in whose text the first of each abbreviation tells what it stands for.

    A popover needs no script, answers to keyboard and touch, and is read out where it stands.
    """
    return "".join(_explained(html, abbreviations)) if abbreviations else html


def _explained(html: str, abbreviations: Mapping[str, str]) -> Iterator[str]:
    meanings = {str(escape(short)): escape(text) for short, text in abbreviations.items()}
    ids = dict(zip(meanings, anchors(abbreviations).values(), strict=True))
    pattern = _pattern(tuple(meanings))
    left = set(meanings)

    def explain(match: re.Match[str]) -> str:
        word = match[0]
        if word not in left:
            return word
        left.remove(word)
        return (
            f'<button type="button" class="term" popovertarget="forklaring-{ids[word]}">{word}'
            f'</button><span class="term__meaning" id="forklaring-{ids[word]}" popover>'
            f"{meanings[word]}</span>"
        )

    depth = 0
    *pieces, last = _TAG.split(html)
    for at in range(0, len(pieces), _PARTS):
        text, tag, _, slash, name = pieces[at : at + _PARTS]
        yield text if depth else pattern.sub(explain, text)
        yield tag
        if name and name.lower() in _ELSEWHERE:
            depth += -1 if slash else 1
    yield last if depth else pattern.sub(explain, last)


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first; what stands after an "&" is the name of a character."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w&#])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
