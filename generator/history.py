"""When files were last changed, as git tells it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.git import git
from generator.model.catalogue import Catalogue

_COMMIT = "\x01"


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
        changes = last_changes(register.parent, [register, *described.values(), *prose])
        programmes = {id: changes[file] for id, file in described.items() if file in changes}
        facts = [*programmes.values(), *(changes[file] for file in (register,) if file in changes)]
        # What the register is the source of shows the programmes as well.
        latest = {register: max(facts)} if facts else {}
        return cls(programmes, {**changes, **latest})

    def of(self, file: Path) -> datetime | None:
        """The last change of what is shown from a file; of the whole catalogue for its register."""
        return self._files.get(file)


def last_changes(folder: Path, files: Iterable[Path]) -> Mapping[Path, datetime]:
    """By file, when a commit last changed it, with the time zone of the one who committed.

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
    paths = {path: file for file in files if (path := file.resolve()).is_relative_to(folder)}
    wanted = {path.relative_to(root).as_posix(): file for path, file in paths.items()}
    if not wanted:
        return {}
    changes = dict.fromkeys(_uncommitted(root, folder))
    for name, when in _committed(root, folder):
        changes.setdefault(name, when)
    return {file: when for name, file in wanted.items() if (when := changes.get(name))}


def _uncommitted(root: Path, folder: Path) -> Iterator[str]:
    """The files that are not as the last commit has them."""
    return _tokens(_git(root, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--", folder))


def _committed(root: Path, folder: Path) -> Iterator[tuple[str, datetime | None]]:
    """Every change of a file, from the newest; None is the time of one that removed it."""
    along = ("--first-parent", "-m", "--no-renames", "--no-show-signature")
    shown = ("--name-status", "-z", f"--format={_COMMIT}%cI")
    listed = _tokens(_git(root, "log", *along, *shown, "--", folder))
    when: datetime | None = None
    for word in listed:
        if word.startswith(_COMMIT):
            when = _moment(word.removeprefix(_COMMIT))
        else:
            removed = word == "D"
            yield next(listed), None if removed else when


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
