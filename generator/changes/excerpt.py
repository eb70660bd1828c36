"""Long texts in short, and where two of them differ."""

import re
from collections.abc import Iterator, Sequence

from generator.changes.matching import matched
from generator.showing.texts import counted, text

_LONG = 80
_AROUND = 3
"""How many words are told before and after what differs."""
_MOST_PIECES = 3
_SENTENCE_END = re.compile(r"(?<=[.?!:]) (?=[\WA-ZÆØÅ])")


def is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def in_short(words: str) -> str:
    """The beginning, cut between words."""
    if not is_long(words):
        return words
    return words[:_LONG].rsplit(" ", 1)[0] + " …"


def differences(before: str, after: str) -> list[str]:
    """The sentences that differ, each told by the words in which it does."""
    old, new = _SENTENCE_END.split(before), _SENTENCE_END.split(after)
    pairs = matched(old, new, by_likeness=True)
    kept = [(old[pairs[now]] if now in pairs else "", told) for now, told in enumerate(new)]
    gone = [(told, "") for was, told in enumerate(old) if was not in pairs.values()]
    found = [_piece(was, now) for was, now in [*gone, *kept] if was != now]
    # The same sentences in another order differ only as a whole.
    found = found or [_piece(before, after)]
    rest = len(found) - _MOST_PIECES
    more = [counted("changes.more-places", rest)] if rest > 0 else []
    return found[:_MOST_PIECES] + more


def _piece(before: str, after: str) -> str:
    if not before:
        return text("changes.sentence-added", after=in_short(after))
    if not after:
        return text("changes.sentence-removed", before=in_short(before))
    was, now = _narrowed(before.split(), after.split())
    shorter = [in_short(words) for words in (was, now)]
    # A long address may differ only at its end.
    was, now = shorter if shorter[0] != shorter[1] else (was, now)
    return text("changes.sentence-changed", before=was, after=now)


def _narrowed(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Both, without the words at either end that they share, but for a few."""
    shortest = min(len(before), len(after))
    head = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    rest = shortest - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    start, end = max(0, head - _AROUND), max(0, tail - _AROUND)
    for words in (before, after):
        shown = words[start : len(words) - end]
        yield ("… " if start else "") + " ".join(shown) + (" …" if end else "")
