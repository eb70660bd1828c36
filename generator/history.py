"""When files were last changed, as git tells it, and programmes in what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.changes.version import says_the_same
from generator.git import NotFetchedError, commits, contents, root_of, uncommitted
from generator.model.catalogue import Catalogue

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

    def without(self, catalogue: Catalogue, register: Path, ids: Iterable[str]) -> "History":
        """The same when the files of these programmes have been changed, and not committed."""
        left = set(ids)
        files = {register.parent / catalogue.files[id] for id in left}
        return History(
            {id: when for id, when in self.programmes.items() if id not in left},
            {file: when for file, when in self._files.items() if file not in files},
        )

    def of(self, file: Path) -> datetime | None:
        """The last change of what is shown from a file; of the whole catalogue for its register."""
        return self._files.get(file)


@dataclass(frozen=True, slots=True)
class _Change:
    """A commit's change of a file; None is the time of one that removed it."""

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
    there is no git or no repository, its last change is not committed, or not all of the history is
    here: of a shallow clone the oldest commit seems to have changed everything.

    What is told rests on the commit alone, never on the day or the machine of the build. It is the
    committer's date along the first parents: a change that was merged counts from when it was
    merged, since that is when it reached the readers.
    """
    folder = folder.resolve()
    root = root_of(folder)
    if not root:
        return {}
    described = {file.resolve(): file for file in programmes}
    paths = {file.resolve(): file for file in files} | described
    wanted = {
        path.relative_to(root).as_posix(): file
        for path, file in paths.items()
        if path.is_relative_to(folder)
    }
    if not wanted:
        return {}
    in_work = set(uncommitted(root, folder))
    changes: dict[str, list[_Change]] = {name: [] for name in wanted if name not in in_work}
    for commit in commits(root, folder):
        for name, blobs in commit.blobs.items():
            if name in changes and len(changes[name]) < _MOST_COMMITS:
                changes[name].append(_Change(commit.when if blobs[1] else None, blobs))
    of_programmes = {*described.values()}
    try:
        of_form = _of_form(root, {n: changes[n] for n in changes if wanted[n] in of_programmes})
    except NotFetchedError:
        return {}
    told = {
        name: history[of_form.get(name, 0)].when for name, history in changes.items() if history
    }
    return {wanted[name]: when for name, when in told.items() if when}


def _of_form(root: Path, changes: Mapping[str, list[_Change]]) -> Mapping[str, int]:
    """By file, how many of its latest commits changed nothing of what it says."""
    counts = {name: 0 for name, history in changes.items() if len(history) > 1}
    looked_at = list(counts)
    while looked_at:
        pairs = {name: changes[name][counts[name]].blobs for name in looked_at}
        content = contents(root, {blob for pair in pairs.values() for blob in pair})
        same = [
            name
            for name, (before, after) in pairs.items()
            if says_the_same(content[before], content[after])
        ]
        for name in same:
            counts[name] += 1
        looked_at = [name for name in same if counts[name] < len(changes[name]) - 1]
    return counts
