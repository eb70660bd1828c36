"""Which item of a list was which: by its name, however the list was put in order."""

import json
import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from generator.changes.version import Data

NAMES = ("id", "name", "organisation", "does", "text", "title")
"""The fields that an item may be known by; the first that it has is the one."""
TEXTS = ("does", "text")
"""Names that are sentences, of which a new wording is no new item."""
_SHARED = {"kind", "source", "involves_manager"}
"""What items of one list have in common, so that it does not tell which is which."""
_WORD = re.compile(r"\w+")
_LIKE = 0.6
_MOST_COMPARED = 60

Pairs: TypeAlias = dict[int, int]
"""By position afterwards, the position before."""


def name_field(item: Data) -> str:
    """The field that an item is known by; empty if it has none."""
    return next((name for name in NAMES if name in item), "") if isinstance(item, dict) else ""


def name_of(item: Data) -> str:
    """What an item is known by: its id or name, else its text."""
    if isinstance(item, dict):
        return name_of(item.get(name_field(item), next(iter(item.values()), "")))
    return item if isinstance(item, str) else ", ".join(map(name_of, item))


def is_known_by_text(item: Data) -> bool:
    return not isinstance(item, dict) or name_field(item) in TEXTS


def matched(before: Sequence[Data], after: Sequence[Data], by_likeness: bool) -> Pairs:
    """What stands in both: the same, of the same name, the same under another name, or alike."""
    pairs: Pairs = {}
    for sign in (_whole, name_of, _but_its_name):
        _match(before, after, sign, pairs)
    if by_likeness:
        _match_texts(before, after, pairs)
    return pairs


def moved(pairs: Pairs) -> list[int]:
    """The positions afterwards of the fewest items whose moving explains the new order."""
    # The longest run that kept its order stayed. Of runs of each length, the lowest last position:
    ends: list[int] = []
    lengths: dict[int, int] = {}
    for now, was in sorted(pairs.items()):
        lengths[now] = bisect_left(ends, was)
        ends[lengths[now] : lengths[now] + 1] = [was]
    stayed: set[int] = set()
    limit = max(ends, default=0) + 1
    for now in sorted(pairs, reverse=True):
        if lengths[now] == len(ends) - 1 - len(stayed) and pairs[now] < limit:
            stayed.add(now)
            limit = pairs[now]
    return [now for now in sorted(pairs) if now not in stayed]


def _match(
    before: Sequence[Data], after: Sequence[Data], sign: Callable[[Data], str], pairs: Pairs
) -> None:
    """Pair those of one sign that have no pair yet: first what kept its place between others."""
    taken = set(pairs.values())
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for was, item in enumerate(before):
        if was not in taken:
            waiting[sign(item)].append(was)
    told = {now: sign(item) for now, item in enumerate(after) if now not in pairs}
    next_was = _next_was(pairs, len(after), len(before))
    for in_place in (True, False):
        last = -1
        for now in range(len(after)):
            candidates = waiting[told[now]] if told.get(now) and now not in pairs else None
            if candidates and (not in_place or last < candidates[0] < next_was[now]):
                pairs[now] = candidates.popleft()
            last = pairs.get(now, last)


def _next_was(pairs: Pairs, length: int, end: int) -> list[int]:
    """By position, where the next item that has a pair was before; `end` if there is none."""
    found = []
    for now in reversed(range(length)):
        end = pairs.get(now, end)
        found.append(end)
    return found[::-1]


def _match_texts(before: Sequence[Data], after: Sequence[Data], pairs: Pairs) -> None:
    """Pair what is known by its text and was worded anew, the likest first."""
    taken = set(pairs.values())
    old = [was for was, item in enumerate(before) if was not in taken and is_known_by_text(item)]
    new = [now for now, item in enumerate(after) if now not in pairs and is_known_by_text(item)]
    if max(len(old), len(new)) > _MOST_COMPARED:
        return
    alike = [(-_likeness(before[was], after[now]), now, was) for now in new for was in old]
    for unlike, now, was in sorted(alike):
        if -unlike >= _LIKE and now not in pairs and was not in taken:
            pairs[now] = was
            taken.add(was)


def _likeness(one: Data, other: Data) -> float:
    words = _WORD.findall(name_of(one).lower()), _WORD.findall(name_of(other).lower())
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def _whole(item: Data) -> str:
    return json.dumps(item, sort_keys=True)


def _but_its_name(item: Data) -> str:
    """All but what it is known by; empty where little is left to know it by."""
    if not isinstance(item, dict):
        return ""
    rest = {name: value for name, value in item.items() if name != name_field(item)}
    return _whole(rest) if rest.keys() - _SHARED else ""
