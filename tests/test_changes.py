"""What is different between two versions of a catalogue: told as facts, in Danish, each once.

A folder of `cases/changes/` is a case: a programme before and after, or a whole catalogue.
"""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import reports
from generator.changes.compare import compare
from generator.changes.matching import moved
from generator.changes.version import Version, read_version
from generator.changes.wording import Told, told
from tests.conftest import Golden
from tests.support.cases import ROOT, files
from tests.support.catalogues import run, write, write_catalogue
from tests.support.mutations import REGISTER, TEXTS, mutated
from tests.support.repository import commit, git

MONDAY = "2026-03-02T08:00:00+01:00"
PROGRAMME = files("views", "dates-with-and-without-year.yaml")[0].read_bytes()


def version(folder: Path) -> Version:
    found, problems = read_version(folder / "programmes.yaml")
    assert found, problems
    return found


def difference(before: Version, after: Version) -> list[Told]:
    return [told(change, before, after) for change in compare(before, after)]


def written(case: Path, folder: Path) -> Version:
    """The catalogue of a case's folder, or one that has its file as a programme."""
    if case.is_dir():
        return version(case)
    write_catalogue(folder, program=case.with_suffix(".yaml").read_bytes())
    return version(folder)


@pytest.mark.parametrize("case", files("changes", "*"), ids=lambda folder: folder.name)
def test_changes(case: Path, tmp_path: Path, golden: Golden) -> None:
    before, after = (written(case / side, tmp_path / side) for side in ("before", "after"))
    found = difference(before, after)
    golden(case / "expected.out", reports.terminal(found) + "\n")
    assert bool(difference(after, before)) == bool(found), "what was changed can be changed back"
    assert not difference(before, before)
    assert all(one.line in reports.terminal(found).splitlines() for one in found)


@pytest.mark.parametrize("case", ["markup", "programmes"])
def test_markdown(case: str, tmp_path: Path, golden: Golden) -> None:
    """What an editor wrote is shown as it was written, whatever it means in Markdown."""
    folder = files("changes", case)[0]
    before, after = (written(folder / side, tmp_path / side) for side in ("before", "after"))
    golden(folder / "expected.md", reports.markdown(difference(before, after)) + "\n")


@pytest.mark.parametrize("case", ["deadline-and-places", "programmes-in-another-order"])
def test_json(case: str, tmp_path: Path, golden: Golden) -> None:
    folder = files("changes", case)[0]
    before, after = (written(folder / side, tmp_path / side) for side in ("before", "after"))
    golden(folder / "expected.json", reports.as_json(difference(before, after)) + "\n")


@given(order=st.permutations(range(7)))
def test_as_few_as_possible_are_moved(order: list[int]) -> None:
    """Taking them away leaves the others in order, and no fewer do."""
    found = moved(dict(enumerate(order)))
    left = [was for now, was in enumerate(order) if now not in found]
    assert left == sorted(left)
    assert len(left) == max(map(len, _rising(order)))


def _rising(order: list[int]) -> Iterator[list[int]]:
    for chosen in range(2 ** len(order)):
        run_ = [was for now, was in enumerate(order) if chosen >> now & 1]
        if run_ == sorted(run_):
            yield run_


@given(seed=st.integers(0, 2**32), times=st.integers(1, 4), of_register=st.booleans())
def test_mutated_version(tmp_path: Path, seed: int, times: int, of_register: bool) -> None:
    """Whatever happened to a file, both ways are told, or it can't be read and that is told."""
    chance = random.Random(seed)
    texts = [REGISTER + b"\nprogrammes:\n  - program.yaml\n", chance.choice(TEXTS)]
    versions = []
    for _ in range(2):
        write(tmp_path / "programmes.yaml", texts[0])
        write(tmp_path / "program.yaml", texts[1])
        found, problems = read_version(tmp_path / "programmes.yaml")
        assert bool(found) != bool(problems)
        versions.append(found)
        for _ in range(times):
            texts[not of_register] = mutated(texts[not of_register], chance)
    before, after = versions
    if before and after:
        for one, other in ((before, after), (after, before)):
            found_changes = difference(one, other)
            assert (found_changes == []) == (compare(other, one) == [])
            assert all(change.words.strip() for change in found_changes)
            assert json.loads(reports.as_json(found_changes))
        assert not compare(after, after)


# --- the command, in repositories of git ---


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue in a folder of a repository, with one commit."""
    folder = tmp_path / "repository" / "æøå katalog"
    write_catalogue(folder, alfa=PROGRAMME)
    commit(tmp_path / "repository", MONDAY)
    return folder


def edit(folder: Path, old: bytes, new: bytes) -> None:
    file = folder / "alfa.yaml"
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new))


def test_files_as_they_are(catalogue: Path) -> None:
    assert run("changes", "HEAD", cwd=catalogue).out == "Kataloget siger det samme som før.\n"
    edit(catalogue, b"status: ", b"price: Gratis\nstatus: ")
    found = run("changes", "HEAD", cwd=catalogue)
    assert (found.code, found.err) == (0, "")
    assert "pris tilføjet: »Gratis«" in found.out
    assert found.out.endswith("\n1 ændring.\n")


def test_two_revisions(catalogue: Path) -> None:
    edit(catalogue, b"status: ", b"price: Gratis\nstatus: ")
    commit(catalogue.parent, MONDAY)
    edit(catalogue, b"price: Gratis", b"price: Dyrt")
    found = run("changes", "HEAD~1", "HEAD", cwd=catalogue)
    assert "pris tilføjet: »Gratis«" in found.out
    assert "Dyrt" not in found.out
    assert "pris fjernet: »Gratis«" in run("changes", "main", "HEAD~1", cwd=catalogue).out


def test_catalogue_of_another_folder(catalogue: Path) -> None:
    edit(catalogue, b"status: ", b"price: Gratis\nstatus: ")
    file = f"{catalogue.name}/mkdocs.yml"
    found = run("changes", "HEAD", "--config-file", file, cwd=catalogue.parent)
    assert found.out == run("changes", "HEAD", cwd=catalogue).out
    assert "pris tilføjet" in found.out


def test_nothing_is_checked_out(catalogue: Path) -> None:
    edit(catalogue, b"status: ", b"price: Gratis\nstatus: ")
    git(catalogue, "add", "--all")
    (catalogue / "beta.yaml").write_bytes(b"")
    state = [(file, file.read_bytes()) for file in catalogue.parent.rglob("*") if file.is_file()]
    run("changes", "HEAD", cwd=catalogue)
    for file, content in state:
        assert file.read_bytes() == content, file


def test_renamed_file(catalogue: Path) -> None:
    """A version has what it had, also files that are gone now."""
    register = catalogue / "programmes.yaml"
    (catalogue / "alfa.yaml").rename(catalogue / "beta.yaml")
    register.write_bytes(register.read_bytes().replace(b"alfa", b"beta"))
    found = run("changes", "HEAD", cwd=catalogue)
    assert "/programmer/alfa/ til /programmer/beta/" in found.out
    assert found.out.endswith("\n1 ændring.\n")


@pytest.mark.parametrize("side", ["before", "after"])
def test_version_that_cannot_be_read(catalogue: Path, side: str) -> None:
    if side == "before":
        write(catalogue / "alfa.yaml", b"title: [\n")
        commit(catalogue.parent, MONDAY)
        write(catalogue / "alfa.yaml", PROGRAMME)
    else:
        write(catalogue / "alfa.yaml", b"title: [\n")
    found = run("changes", "HEAD", cwd=catalogue)
    assert (found.code, found.out) == (1, "")
    first = {"before": "Versionen »HEAD« kan ikke læses:", "after": "Filerne, som de er nu, kan"}
    assert found.err.startswith(first[side])
    assert "fejl[yaml-klamme] alfa.yaml:1:8" in found.err


def test_version_without_a_catalogue(catalogue: Path) -> None:
    git(catalogue, "rm", "-r", "--cached", ".")
    git(catalogue, "commit", "--message", "Intet katalog")
    found = run("changes", "HEAD", cwd=catalogue)
    assert found.code == 1
    assert "fejl[intet-register] programmes.yaml" in found.err


@pytest.mark.parametrize("revision", ["findes-ikke", "--output=x", "", "HEAD:alfa.yaml", "HEAD~9"])
def test_unknown_revision(catalogue: Path, revision: str) -> None:
    found = run("changes", "--", revision, cwd=catalogue)
    assert (found.code, found.out) == (2, "")
    assert f"fejl: Versionen »{revision}« findes ikke." in found.err


@pytest.mark.parametrize(
    ("revision", "hint"), [("mian", " Mente du »main«?"), ("v2", ""), ("", "")]
)
def test_nearest_branch(catalogue: Path, revision: str, hint: str) -> None:
    found = run("changes", "--", revision, cwd=catalogue)
    assert found.err == f"fejl: Versionen »{revision}« findes ikke.{hint}\n"


def test_history_that_is_not_all_here(catalogue: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", catalogue.parent.as_uri(), "klon")
    found = run("changes", "v2", cwd=tmp_path / "klon" / catalogue.name)
    assert "findes ikke. Kun en del af historikken er hentet." in found.err


@pytest.mark.parametrize("git_is_there", [True, False])
def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git_is_there: bool) -> None:
    write_catalogue(tmp_path, alfa=PROGRAMME)
    if not git_is_there:
        monkeypatch.setenv("PATH", "")
    found = run("changes", "HEAD", cwd=tmp_path)
    assert (found.code, found.out) == (2, "")
    assert "ligger ikke i et git-repository" in found.err


def test_changes_of_the_published_catalogue(tmp_path: Path, golden: Golden) -> None:
    """An afternoon's editing of a real programme."""
    folder = tmp_path / "katalog"
    for name in ("content", "programmes.yaml", "mkdocs.yml"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        folder.mkdir(exist_ok=True)
        copy(source, folder / name)
    commit(tmp_path, MONDAY)
    file = folder / "content" / "programmes" / "htk-talent.yaml"
    text = file.read_text("utf-8").replace("deadline: 1. marts", "deadline: 15. marts")
    text = text.replace("    places: 20\n", "").replace("Din leder skal vejlede", "HR skal vejlede")
    file.write_text(text.replace("elements:\n", "elements:\n  - name: Kick-off\n"), "utf-8")
    golden(ROOT / "tests" / "golden" / "changes.out", run("changes", "HEAD", cwd=folder).out)
