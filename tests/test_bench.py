"""The measuring: its invented catalogues, its rounds and its tables. How fast is not asked here."""

import os
import select
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median

import pytest
import yaml

from bench.catalogue.writing import PROGRAMMES, write_catalogue
from bench.peers.generator import Generator
from bench.peers.hugo import Hugo
from bench.peers.material import Material
from bench.peers.peer import Peer
from bench.process import end, measured, pause, started
from bench.rounds import Figures, side_by_side
from bench.table import as_markdown, as_text, compared
from tests.conftest import Golden
from tests.support.cases import GOLDEN, ROOT
from tests.support.catalogues import run

FIGURES: dict[str, Figures] = {
    "generator": {"wall s": [2.0, 1.5, 1.75], "peak MiB": [410.0, 410, 412], "touched": [0, 0, 0]},
    "Hugo": {"wall s": [2.5, 3.0, 2.0], "peak MiB": [1650.4, 1600, 1700], "touched": [0, 1200, 0]},
    "Zensical": {"wall s": [12.34, 12.34, 12.34]},
}


def written(folder: Path, number: int, seed: int = 1) -> dict[str, bytes]:
    """A new catalogue, and its programmes by the names of their files."""
    write_catalogue(folder, number, seed)
    return {file.name: file.read_bytes() for file in (folder / PROGRAMMES).iterdir()}


@pytest.mark.parametrize("number", [1, 3, 30])
def test_catalogue_is_right(number: int, tmp_path: Path) -> None:
    programmes = written(tmp_path / "catalogue", number)
    found = run("check", cwd=tmp_path / "catalogue")
    assert (found.code, found.err, len(programmes)) == (0, "", number)
    assert "fejl[" not in found.out
    assert "advarsel[" not in found.out


def test_catalogue_is_as_long_as_those_of_editors(tmp_path: Path) -> None:
    programmes = written(tmp_path / "catalogue", 30)
    assert 100 <= median(text.count(b"\n") for text in programmes.values()) <= 140


def test_catalogue_depends_on_the_seed_alone(tmp_path: Path) -> None:
    one = written(tmp_path / "one", 5)
    assert written(tmp_path / "same", 5) == one
    assert not written(tmp_path / "other", 5, seed=2).items() & one.items()


def test_smaller_catalogue_is_part_of_a_larger(tmp_path: Path) -> None:
    few, many = written(tmp_path / "few", 3), written(tmp_path / "many", 30)
    assert few.items() < many.items()


@pytest.mark.parametrize("peer", [Generator(), Hugo(), Material()], ids=lambda peer: peer.name)
def test_edit_is_seen_once_by_each(peer: Peer, tmp_path: Path) -> None:
    programmes = written(tmp_path / "catalogue", 3)
    peer.prepare(tmp_path / "catalogue", tmp_path / "project")
    for name, text in programmes.items():
        file = peer.source(tmp_path / "project", name.removesuffix(".yaml"))
        before = file.read_text("utf-8")
        after = peer.edited(before, "Rettet.")
        summary = yaml.safe_load(text)["summary"]
        assert summary[:40] in before
        assert f"Rettet. {summary[:40]}" in after
        assert after.replace("Rettet. ", "") == before


def test_others_are_for_measuring_only() -> None:
    """Neither their packages nor a network are needed to have the code at hand, and to test it."""
    away = "import sys; sys.modules |= dict.fromkeys(['hugo', 'zensical']); import bench.__main__"
    subprocess.run([sys.executable, "-c", away], cwd=ROOT, check=True)


def test_everybody_comes_first_as_often() -> None:
    done = []

    def job(name: str) -> dict[str, float]:
        done.append(name)
        return {"place": len(done)}

    found = side_by_side("", 2, {name: partial(job, name) for name in "abc"})
    assert "".join(done) == "abccba"
    assert found["a"] == {"place": [1, 6]}


def test_program_that_fails_tells_why(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such catalogue"):
        measured([sys.executable, "-c", "raise SystemExit('no such catalogue')"], tmp_path)


def test_ended_program_leaves_nothing_running(tmp_path: Path) -> None:
    read, write = os.pipe()
    process = started(["sh", "-c", "sleep 600 & sleep 600"], tmp_path, write)
    os.close(write)
    pause(process)
    end(process)
    # A pipe ends when nobody is left who could write to it.
    assert select.select([read], [], [], 10)[0]
    assert os.read(read, 1) == b""
    os.close(read)


def test_tables(golden: Golden) -> None:
    table = compared("Cold build, 1,000 programmes", FIGURES, "Goal: less.")
    golden(GOLDEN / "bench" / "table.txt", as_text(table))
    golden(GOLDEN / "bench" / "table.md", as_markdown(table))
