"""A peer's project in a folder of its own: fresh, built, edited."""

import os
from hashlib import sha256
from pathlib import Path

from bench.catalogue.writing import PROGRAMMES, write_catalogue
from bench.peers.peer import Peer
from bench.process import Usage, measured
from bench.progress import progress


class Workplace:
    """The catalogues and the projects of a run, made when they are first asked for."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._projects: dict[tuple[str, int], Project] = {}

    def catalogue(self, number: int) -> Path:
        folder = self._folder / f"catalogue-{number}"
        if not folder.exists():
            progress(f"a catalogue of {number}")
            write_catalogue(folder, number, self._seed)
        return folder

    def project(self, peer: Peer, number: int) -> "Project":
        folder = self._folder / f"{peer.name}-{number}"
        fresh = Project(peer, self.catalogue(number), folder)
        return self._projects.setdefault((peer.name, number), fresh)


class Project:
    def __init__(self, peer: Peer, catalogue: Path, folder: Path) -> None:
        self.peer = peer
        self._catalogue = catalogue
        self._folder = folder
        self._builds = 0
        self._unedited = ""

    @property
    def folder(self) -> Path:
        """Where it was last built afresh."""
        return self._folder / str(self._builds)

    @property
    def programme(self) -> str:
        """The programme in the middle, which stands for them all."""
        ids = sorted(file.stem for file in (self._catalogue / PROGRAMMES).iterdir())
        return ids[len(ids) // 2]

    @property
    def site(self) -> Path:
        return self.folder / self.peer.output

    def build(self) -> Usage:
        return measured(self.peer.build(), self.folder)

    def build_afresh(self) -> Usage:
        """Build where no site and no cache is, with what the installation has compiled before.

        What is written waits for nobody's disk. The folder is another each time: where files were
        deleted just before, Linux looks long for room for new ones, and longest for who writes the
        most.
        """
        self._builds += 1
        self.peer.prepare(self._catalogue, self.folder)
        os.sync()
        return self.build()

    def be_built(self) -> None:
        """Have a site that shows the catalogue as it is."""
        if not self.site.exists():
            progress(f"{self.peer.name}: a first build")
            self.build_afresh()

    def edit(self, mark: str) -> None:
        """Begin the programme's summary with `mark`, which nothing else of the site says."""
        file = self.peer.source(self.folder, self.programme)
        self._unedited = self._unedited or file.read_text("utf-8")
        file.write_text(self.peer.edited(self._unedited, mark), "utf-8")

    @property
    def size(self) -> int:
        """Bytes of the site."""
        return sum(file.stat().st_size for file in self.site.rglob("*") if file.is_file())

    def files(self) -> dict[str, tuple[int, bytes]]:
        """When each file of the site was written, in nanoseconds, and what is in it."""
        return {
            file.relative_to(self.site).as_posix(): (
                file.stat().st_mtime_ns,
                sha256(file.read_bytes()).digest(),
            )
            for file in self.site.rglob("*")
            if file.is_file()
        }
