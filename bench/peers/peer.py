"""What the measuring asks of a program, whichever it is."""

import re
import shutil
from pathlib import Path
from typing import Protocol

HERE = Path(__file__).parent

_SUMMARY = re.compile(r"^summary: >-\n +", re.MULTILINE)


class Peer(Protocol):
    """A generator of sites, and the site that it is to make of a catalogue."""

    name: str
    output: str
    """The folder of the finished site, in that of the project."""

    @property
    def version(self) -> str: ...

    def build(self) -> list[str]:
        """The command that builds the site."""

    def prepare(self, catalogue: Path, folder: Path) -> None:
        """Write the project into a new folder, with nothing built and nothing kept."""

    def source(self, folder: Path, id: str) -> Path:
        """The file in which an editor changes a programme."""

    def edited(self, text: str, mark: str) -> str:
        """What she has written when the summary begins with `mark`."""

    def serve(self, port: int) -> list[str]:
        """The command that shows the site on this machine while one writes."""


class FromYaml:
    """A program that reads the catalogue as it is."""

    catalogue = Path()
    """Where the catalogue's folder is, in that of the project."""

    def source(self, folder: Path, id: str) -> Path:
        return folder / self.catalogue / "content" / "programmes" / f"{id}.yaml"

    def edited(self, text: str, mark: str) -> str:
        return _SUMMARY.sub(rf"\g<0>{mark} ", text, count=1)


def copy(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)
