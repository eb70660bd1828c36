"""Abbreviations in a page: which ones it uses, and each explained where it first stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from markupsafe import escape

from generator.model.text import suggest_identifier

# A tag with its attributes, whose values may hold a ">"; a script or a style as a whole.
_TAG = re.compile(
    r"""<(?:(script|style)\b.*?</\1|!--.*?--|(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)"""
    r"""(?:"[^"]*"|'[^']*'|[^>"'])*)>""",
    re.DOTALL | re.IGNORECASE,
)
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
    if not abbreviations:
        return html
    return "".join(_explained(html, _buttons(tuple(abbreviations.items()))))


@lru_cache(maxsize=4)
def _buttons(abbreviations: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """By an abbreviation as it stands in HTML, what takes its place where it is explained."""
    ids = anchors(short for short, _ in abbreviations)
    return {
        str(escape(short)): f'<button type="button" class="term" '
        f'popovertarget="forklaring-{ids[short]}">{escape(short)}</button>'
        f'<span class="term__meaning" id="forklaring-{ids[short]}" popover>{escape(meaning)}</span>'
        for short, meaning in abbreviations
    }


def _explained(html: str, buttons: Mapping[str, str]) -> Iterator[str]:
    left = set(buttons)
    tags = _TAG.finditer(html)
    tag = next(tags, None)
    done = depth = text_from = 0
    for match in _pattern(tuple(buttons)).finditer(html):
        word = match[0]
        if word not in left:
            continue
        while tag and tag.start() < match.start():
            if tag["name"] in _ELSEWHERE:
                depth += -1 if tag["slash"] else 1
            text_from = tag.end()
            tag = next(tags, None)
        if not depth and match.start() >= text_from:
            left.remove(word)
            yield html[done : match.start()]
            yield buttons[word]
            done = match.end()
    yield html[done:]


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first; what stands after an "&" is the name of a character."""
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    rests = (
        f"(?<={re.escape(word[0])}){re.escape(word[1:])}"
        for word in sorted(words, key=len, reverse=True)
    )
    # The first letter comes first: few characters of a page get any farther.
    return re.compile(rf"[{firsts}](?<![\w&#].)(?:{'|'.join(rests)})(?!\w)")
