"""What is measured: each row of `make bench` by its name."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

from bench.first_view import first_view
from bench.peers.generator import Generator
from bench.peers.hugo import Hugo
from bench.peers.material import Material, Zensical
from bench.peers.peer import Peer
from bench.project import Project, Workplace
from bench.rounds import figures, side_by_side
from bench.serving import serving
from bench.table import Table, compared

GENERATOR, HUGO, MATERIAL, ZENSICAL = Generator(), Hugo(), Material(), Zensical()
PEERS = (GENERATOR, HUGO, MATERIAL, ZENSICAL)
_FEW = 5
_GROWTH = 10


def cold(place: Workplace, number: int, rounds: int) -> Table:
    """Build with nothing kept."""
    note = "Goal: wall at most 0.8 × Hugo's, user at most 1.2 ×."
    return _cold(place, number, rounds, (GENERATOR, HUGO), note)


def few(place: Workplace, _number: int, rounds: int) -> Table:
    """Build what is mostly the start of the program."""
    note = "Goal: wall at most 1.3 × Material's."
    return _cold(place, _FEW, rounds, (GENERATOR, MATERIAL), note)


def edit(place: Workplace, number: int, rounds: int) -> Table:
    """Build once more after the edit of one field, in a new process."""
    projects = _built(place, number, GENERATOR, HUGO)
    title = f"After one edit, {number:,} programmes, a new process"
    jobs = {name: partial(_edit_and_build, project, count(1)) for name, project in projects.items()}
    return compared(title, side_by_side(title, rounds, jobs), "Goal: wall at most 0.4 × Hugo's.")


def unchanged(place: Workplace, number: int, rounds: int) -> Table:
    """Build once more with nothing changed, in a new process."""
    projects = _built(place, number, GENERATOR, HUGO)
    for project in projects.values():
        project.build()
    title = f"Nothing changed, {number:,} programmes, a new process"
    jobs = {name: partial(_build_again, project) for name, project in projects.items()}
    note = "Goal: no file touched, in its time or its bytes, and no slower than after an edit."
    return compared(title, side_by_side(title, rounds, jobs), note)


def serve(place: Workplace, number: int, rounds: int) -> Table:
    """Save a file while the server for those who write is running."""
    projects = _built(place, number, GENERATOR, HUGO, ZENSICAL)
    title = f"Saved until shown by the server, {number:,} programmes"
    with serving([*projects.values()]) as servers:
        jobs = {name: server.save for name, server in servers.items()}
        found = side_by_side(title, rounds, jobs)
    return compared(title, found, "Goal: at most 0.7 × the fastest other's.")


def view(place: Workplace, number: int, _rounds: int) -> Table:
    """Open a programme's page for the first time."""
    projects = _built(place, number, GENERATOR, HUGO, MATERIAL)
    title = f"First view of a programme's page, {number:,} programmes"
    jobs = {name: partial(first_view, project) for name, project in projects.items()}
    note = "Goal: at most 60 kB, and nothing that blocks beyond one stylesheet."
    return compared(title, side_by_side(title, 1, jobs), note)


def growth(place: Workplace, number: int, rounds: int) -> Table:
    """Build a catalogue, and one ten times as large."""
    title = "Growth of a cold build"
    jobs = {
        f"{size:,}": partial(_build_afresh, place.project(GENERATOR, size))
        for size in (_GROWTH * number, number)
    }
    note = "Goal: at most 10.5 times as long, and 600 MiB at 10,000."
    return compared(title, side_by_side(title, rounds, jobs), note)


def _cold(place: Workplace, number: int, rounds: int, peers: tuple[Peer, ...], note: str) -> Table:
    title = f"Cold build, {number:,} programmes"
    jobs = {peer.name: partial(_build_afresh, place.project(peer, number)) for peer in peers}
    return compared(title, side_by_side(title, rounds, jobs), note)


def _built(place: Workplace, number: int, *peers: Peer) -> dict[str, Project]:
    """The projects of these peers by their names, with a site each."""
    projects = {peer.name: place.project(peer, number) for peer in peers}
    for project in projects.values():
        project.be_built()
    return projects


def _build_afresh(project: Project) -> dict[str, float]:
    return {**figures(project.build_afresh()), "site MB": project.size / 1e6}


def _edit_and_build(project: Project, numbers: Iterator[int]) -> dict[str, float]:
    project.edit(f"Rettet for {next(numbers)}. gang.")
    return figures(project.build())


def _build_again(project: Project) -> dict[str, float]:
    before = project.files()
    found = figures(project.build())
    after = project.files()
    touched = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    return {**found, "files touched": len(touched)}


ROWS: dict[str, Callable[[Workplace, int, int], Table]] = {
    row.__name__: row for row in (cold, few, edit, serve, unchanged, view, growth)
}
ONLY_WHEN_ASKED = {"growth"}
