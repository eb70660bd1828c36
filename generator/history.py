"""When files were last changed, as git tells it, and programmes in what they say."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.changes.version import says_the_same
from generator.git import contents, git
from generator.model.catalogue import Catalogue

_COMMIT = "\x01"
_MOST_COMMITS = 20


@dataclass(frozen=True, slots=True)
class History:
    """When the files of a catalogue were last changed, as far as that is known."""

    programmes: Mapping[str, datetime] = field(default_factory=dict)
    """By programme id."""
    _files: Mapping[Path, datetime] = field(default_factory=dict)

    @classmethod
    def read(cls, catalogue: Catalogue, register: Path, prose: Iterable[Path]) -> "History":
        """That of the register, of the programmes that it lists, and of other files beside it."""
        described = {id: register.parent / file for id, file in catalogue.files.items()}
        changes = last_changes(register.parent, [register, *prose], described.values())
        programmes = {id: changes[file] for id, file in described.items() if file in changes}
        facts = [*programmes.values(), *(changes[file] for file in (register,) if file in changes)]
        # What the register is the source of shows the programmes as well.
        latest = {register: max(facts)} if facts else {}
        return cls(programmes, {**changes, **latest})

    def of(self, file: Path) -> datetime | None:
        """The last change of what is shown from a file; of the whole catalogue for its register."""
        return self._files.get(file)


@dataclass(frozen=True, slots=True)
class _Commit:
    """A change of a file; None is the time of one that removed it."""

    when: datetime | None
    blobs: tuple[str, str]
    """The ids of its contents before and after."""


def last_changes(
    folder: Path, files: Iterable[Path], programmes: Iterable[Path] = ()
) -> Mapping[Path, datetime]:
    """By file, when a commit last changed it, with the time zone of the one who committed.

    Of the files of programmes, what counts is a change of what they say, not of notes or line
    breaks; of the latest twenty changes the oldest, if they all were of form.

    Only files within `folder` are looked for. A file is left out when the history does not tell:
    there is no git or no repository, its last change is not committed, or the clone is shallow, so
    that its oldest commit seems to have changed everything.

    What is told rests on the commit alone, never on the day or the machine of the build. It is the
    committer's date along the first parents: a change that was merged counts from when it was
    merged, since that is when it reached the readers.
    """
    folder = folder.resolve()
    place = _git(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel")
    is_shallow, _, top = place.rstrip("\n").partition("\n")
    if is_shallow != "false":
        return {}
    root = Path(top)
    described = {file.resolve(): file for file in programmes}
    paths = {file.resolve(): file for file in files} | described
    wanted = {
        path.relative_to(root).as_posix(): file
        for path, file in paths.items()
        if path.is_relative_to(folder)
    }
    if not wanted:
        return {}
    uncommitted = set(_uncommitted(root, folder))
    commits: dict[str, list[_Commit]] = {name: [] for name in wanted if name not in uncommitted}
    for name, commit in _committed(root, folder):
        if name in commits and len(commits[name]) < _MOST_COMMITS:
            commits[name].append(commit)
    of_form = _of_form(root, {n: commits[n] for n in commits if wanted[n] in described.values()})
    told = {
        name: history[of_form.get(name, 0)].when for name, history in commits.items() if history
    }
    return {wanted[name]: when for name, when in told.items() if when}


def _of_form(root: Path, commits: Mapping[str, list[_Commit]]) -> Mapping[str, int]:
    """By file, how many of its latest commits changed nothing of what it says."""
    counts = {name: 0 for name, history in commits.items() if len(history) > 1}
    looked_at = list(counts)
    while looked_at:
        pairs = {name: commits[name][counts[name]].blobs for name in looked_at}
        content = contents(root, {blob for pair in pairs.values() for blob in pair})
        same = [
            name
            for name, (before, after) in pairs.items()
            if says_the_same(content[before], content[after])
        ]
        for name in same:
            counts[name] += 1
        looked_at = [name for name in same if counts[name] < len(commits[name]) - 1]
    return counts


def _uncommitted(root: Path, folder: Path) -> Iterator[str]:
    """The files that are not as the last commit has them."""
    return _tokens(_git(root, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--", folder))


def _committed(root: Path, folder: Path) -> Iterator[tuple[str, _Commit]]:
    """Every change of a file, from the newest."""
    along = ("--first-parent", "-m", "--no-renames", "--no-show-signature")
    shown = ("--raw", "--no-abbrev", "-z", f"--format={_COMMIT}%cI")
    listed = _tokens(_git(root, "log", *along, *shown, "--", folder))
    when: datetime | None = None
    for word in listed:
        if word.startswith(_COMMIT):
            when = _moment(word.removeprefix(_COMMIT))
        else:
            _, _, before, after, status = word.split()
            yield next(listed), _Commit(None if status == "D" else when, (before, after))


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None  # a commit may hold any figures for its date


def _tokens(listed: str) -> Iterator[str]:
    return (token.lstrip("\n") for token in listed.split("\0") if token)


def _git(folder: Path, *command: str | Path) -> str:
    """What git answers in a folder; nothing when it does not."""
    return os.fsdecode(git(folder, *command) or b"")
