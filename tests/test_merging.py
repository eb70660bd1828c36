"""Two editors at once: git merges what they wrote, and what comes of it is in order."""

import subprocess
from pathlib import Path

import pytest

from generator.problems.problem import errors
from generator.reading.catalogue import Reading, read_catalogue
from generator.reading.placeholders import UNFILLED
from tests.support.cases import CASES
from tests.support.catalogues import run, write_catalogue
from tests.support.repository import commit, git

MONDAY, TUESDAY = "2027-01-04T12:00:00Z", "2027-01-05T12:00:00Z"
PROGRAM = (CASES / "editing/offering-below-the-others/before.yaml").read_bytes()
NEW_OFFERING = ("new", "offering", "alfa", "--name", "Foråret 2028", "--start", "3. april 2028")
CLOSED = ("close-offering", "alfa")
OTHER_OFFERING = ("new", "offering", "delta", "--name", "Efteråret 2028")


def new_deadline(folder: Path) -> None:
    file = folder / "alfa.yaml"
    file.write_text(file.read_text("utf-8").replace("1. februar 2027", "15. februar 2027"), "utf-8")


def merged(folder: Path, mine: tuple[str, ...], theirs: tuple[str, ...] | None) -> Reading:
    """One edit on each of two branches, merged; without a command a deadline is moved by hand."""
    write_catalogue(folder, alfa=PROGRAM, delta=PROGRAM)
    commit(folder, MONDAY)
    git(folder, "switch", "--create", "theirs")
    if theirs:
        assert run(*theirs, cwd=folder).code == 0
    else:
        new_deadline(folder)
    commit(folder, TUESDAY)
    git(folder, "switch", "main")
    assert run(*mine, cwd=folder).code == 0
    commit(folder, TUESDAY)
    git(folder, "merge", "theirs", "--message", "Flet")
    reading = read_catalogue(folder / "programmes.yaml")
    assert not errors(p for p in reading.problems if p.code != UNFILLED), reading.problems
    return reading


def test_new_offering_and_a_moved_deadline(tmp_path: Path) -> None:
    catalogue = merged(tmp_path, NEW_OFFERING, None).catalogue
    assert catalogue
    first, second = catalogue.programmes["alfa"].offerings
    assert str(first.deadline) == "15. februar 2027"
    assert second.name == "Foråret 2028"


def test_new_offering_and_the_old_one_closed(tmp_path: Path) -> None:
    catalogue = merged(tmp_path, NEW_OFFERING, CLOSED).catalogue
    assert catalogue
    assert [o.status for o in catalogue.programmes["alfa"].offerings] == ["closed", None]


def test_offerings_of_two_programmes(tmp_path: Path) -> None:
    catalogue = merged(tmp_path, NEW_OFFERING, OTHER_OFFERING).catalogue
    assert catalogue
    assert [len(p.offerings) for p in catalogue.programmes.values()] == [2, 2]


def test_new_programme_and_a_new_offering(tmp_path: Path) -> None:
    reading = merged(tmp_path, ("new", "programme", "beta"), NEW_OFFERING)
    assert [*reading.files] == ["alfa", "beta", "delta"]


def test_two_programmes_in_a_list_that_is_in_order(tmp_path: Path) -> None:
    reading = merged(tmp_path, ("new", "programme", "beta"), ("new", "programme", "omega"))
    assert [*reading.files] == ["alfa", "beta", "delta", "omega"]


def test_two_offerings_of_one_programme_are_for_a_person(tmp_path: Path) -> None:
    """Git can't know their order; what is left in the file is told as an error."""
    other = (*NEW_OFFERING[:4], "Efteråret 2028")
    with pytest.raises(subprocess.CalledProcessError):
        merged(tmp_path, NEW_OFFERING, other)
    assert errors(read_catalogue(tmp_path / "programmes.yaml").problems)
