"""The catalogue day by day, as git has it, back from its last commit."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.changes.shape import PROGRAMME, REGISTER, Shape
from generator.changes.version import Group, Version, facts, telling_lines
from generator.git import NotFetchedError, commits, contents, root_of, tree
from generator.reading.listing import is_identifier, listed_names

MOST_FILES = 200
"""Programmes that are compared; to read one takes some milliseconds, and each build pays."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which programmes were changed, as it left them and as it found them."""

    when: datetime
    """The day's last commit, in the time zone of the one who committed."""
    before: Version
    after: Version
    """Both have only the programmes whose files differ."""


@dataclass(frozen=True, slots=True)
class End:
    """How far back is told."""

    when: datetime
    number: int
    """The programmes that the catalogue began with, or that were changed in one go."""
    is_start: bool
    """Whether the history begins here; else more is changed than is read."""


@dataclass(frozen=True)
class _State:
    when: datetime
    register: Group
    blobs: Mapping[str, str]
    """By path from the register's folder."""
    names: Mapping[str, str]
    """By id of a programme, the path of its file; what can be no id was never an address."""

    @cached_property
    def listed(self) -> Mapping[str, str]:
        """By id of a programme, the blob that describes it."""
        return {id: self.blobs[name] for id, name in self.names.items()}


def days(register: Path, left_out: Collection[str]) -> Iterator[Day | End]:
    """The days with changes, the latest first, and at last the end; nothing where git tells none.

    A day is that of the commit along the first parents, when its change reached the readers. Of
    several commits on a day the last counts, so that what was mended at once is no change. What
    could not be read was not published: its day goes with the next one that can be. A programme of
    which only the lines of fields to leave out were changed is not among a day's.

    There is no end where not all of the history is here.
    """
    with suppress(NotFetchedError):
        yield from _days(register, left_out)


def _days(register: Path, left_out: Collection[str]) -> Iterator[Day | End]:
    folder = register.parent.resolve()
    root = root_of(folder)
    if not root:
        return
    texts = _Texts(root, re.compile(rb" *(?:- )?(?:%s):" % "|".join(left_out).encode()))
    later: _State | None = None
    left = MOST_FILES
    for when, blobs in _last_of_days(root, folder):
        state = _state(when, blobs, register.name, texts, later)
        if later and state:
            ids = texts.differing(state.listed, later.listed)
            if len(ids) > left:
                yield End(later.when, len(ids), is_start=False)
                return
            left -= len(ids)
            before, after = (_version(one, ids, texts) for one in (state, later))
            if before and after and ids:
                yield Day(later.when, before, after)
            if not before and after:
                continue
        later = state or later
    if later:
        yield End(later.when, len(later.listed), is_start=True)


def _last_of_days(root: Path, folder: Path) -> Iterator[tuple[datetime, dict[str, str]]]:
    """The files as the last commit of each day left them.

    Clocks and time zones differ: what another commit rests on can't be of a later day than that.
    """
    blobs = dict(tree(folder, "HEAD"))
    inside = len(folder.relative_to(root).parts)
    told = date.max
    for commit in commits(root, folder):
        if commit.when and commit.when.date() < told:
            told = commit.when.date()
            yield commit.when, dict(blobs)
        for path, (before, _) in commit.blobs.items():
            name = "/".join(path.split("/")[inside:])
            blobs[name] = before
            if not before:
                del blobs[name]


@dataclass(frozen=True, slots=True)
class _Texts:
    """What blobs say, each fetched and read once."""

    root: Path
    aside: re.Pattern[bytes]
    """How a line begins that makes no difference."""
    _raw: dict[str, bytes] = field(default_factory=dict)
    _read: dict[str, Group | None] = field(default_factory=dict)

    def differing(self, before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
        """The ids of the programmes that are new, gone or changed."""
        ids = {id for id, _ in before.items() ^ after.items()}
        pairs = {id: (before.get(id, ""), after.get(id, "")) for id in ids}
        self.fetch({blob for pair in pairs.values() for blob in pair})
        return {id for id, (was, now) in pairs.items() if self._lines(was) != self._lines(now)}

    def _lines(self, blob: str) -> list[bytes]:
        return [line for line in telling_lines(self._raw[blob]) if not self.aside.match(line)]

    def fetch(self, blobs: Collection[str]) -> None:
        self._raw.update(contents(self.root, set(blobs) - self._raw.keys()))

    def facts(self, shape: Shape, blob: str) -> Group | None:
        if blob not in self._read:
            self.fetch({blob})
            self._read[blob] = facts(shape, self._raw[blob])
        return self._read[blob]


def _state(
    when: datetime, blobs: Mapping[str, str], register: str, texts: _Texts, later: _State | None
) -> _State | None:
    """None when the register can't be read."""
    data = texts.facts(REGISTER, blobs.get(register, ""))
    if data is None:
        return None
    if later and later.register is data and later.blobs.keys() == blobs.keys():
        return _State(when, data, blobs, later.names)
    listed = {PurePosixPath(name).stem: name for name in listed_names(data, register, blobs)}
    names = {id: name for id, name in listed.items() if is_identifier(id)}
    return _State(when, data, blobs, names)


def _version(state: _State, ids: Collection[str], texts: _Texts) -> Version | None:
    """The version with only some of its programmes; None when one of them can't be read."""
    described = {id: texts.facts(PROGRAMME, state.listed[id]) for id in state.listed if id in ids}
    programmes = {id: told for id, told in described.items() if told is not None}
    register = {name: told for name, told in state.register.items() if name != "programmes"}
    return Version(register, programmes) if len(programmes) == len(described) else None
