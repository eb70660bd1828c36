"""Edits are the lines that a person would have written, or none at all."""

import random
import shlex
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems.problem import Severity
from generator.reading.catalogue import read_catalogue
from generator.reading.placeholders import UNFILLED
from tests.conftest import EFFORT, Golden
from tests.support.cases import CASES, files
from tests.support.catalogues import Run, run, write, write_catalogue
from tests.support.mutations import REGISTER, TEXTS, mutated

MUTATIONS = 500 * EFFORT
PROGRAM = (CASES / "editing/offering-below-the-others/before.yaml").read_bytes()
NEW = ("new", "offering", "program", "--name", "Foråret 2028", "--start", "3. april 2028")
COMMANDS = [
    NEW,
    ("new", "offering", "program"),
    ("close-offering", "program"),
    ("close-offering", "program", "Forårsholdet", "--as", "cancelled"),
    ("new", "programme", "ny-leder"),
]


def contents(folder: Path) -> dict[str, bytes]:
    """What the editor's own files hold."""
    found = (file for file in folder.rglob("*") if file.is_file() and ".schemas" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


@pytest.mark.parametrize("case", files("editing", "*/command.txt"), ids=lambda f: f.parent.name)
def test_command(case: Path, tmp_path: Path, golden: Golden) -> None:
    """A case is a folder: before, the command, after (where it is not refused) and its words."""
    before = case.with_name("before.yaml").read_bytes()
    write_catalogue(tmp_path, program=before)
    found = run(*shlex.split(case.read_text("utf-8")), cwd=tmp_path)
    changed = (tmp_path / "program.yaml").read_bytes()
    assert (changed == before) == (found.code != 0)
    golden(case.with_name("output.txt"), f"{found.out}{found.err}")
    if not found.code:
        golden(case.with_name("after.yaml"), changed.decode("utf-8").replace("\r\n", "\n"))
        assert changed.count(b"\r\n") == (changed.count(b"\n") if b"\r\n" in before else 0)
    assert case.with_name("after.yaml").exists() == (not found.code)


def test_rest_of_the_folder_stays(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=PROGRAM, another=PROGRAM)
    before = contents(tmp_path)
    assert run(*NEW, cwd=tmp_path).code == 0
    after = contents(tmp_path)
    assert before.keys() == after.keys(), "nothing is left lying"
    assert {name for name in before if before[name] != after[name]} == {"program.yaml"}


def test_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=b"")
    write(tmp_path / "elsewhere" / "x.yaml", PROGRAM).chmod(0o640)
    (tmp_path / "program.yaml").unlink()
    (tmp_path / "program.yaml").symlink_to("elsewhere/x.yaml")
    assert run(*NEW, cwd=tmp_path).code == 0
    assert (tmp_path / "program.yaml").is_symlink()
    assert "Foråret 2028" in (tmp_path / "elsewhere/x.yaml").read_text("utf-8")
    assert (tmp_path / "elsewhere/x.yaml").stat().st_mode & 0o777 == 0o640


def test_errors_of_others_are_no_hindrance(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=PROGRAM, another=b"title: [\n")
    assert run(*NEW, cwd=tmp_path).code == 0


def tried(command: tuple[str, ...], folder: Path) -> Run:
    """Run a command that must leave everything as it is, or the catalogue no worse."""
    before = contents(folder)
    errors_before = _errors(folder)
    found = run(*command, cwd=folder)
    after = contents(folder)
    assert found.code in (0, 1, 2), found
    assert found.out or found.err
    if found.code:
        assert after == before
    else:
        assert before.keys() <= after.keys(), "no file is lost"
        assert sum(after[name] != before.get(name) for name in after) in (1, 2)
        assert _errors(folder) <= errors_before
    return found


def _errors(folder: Path) -> set[tuple[str, str]]:
    """But for what the commands themselves leave to be filled in."""
    problems = read_catalogue(folder / "programmes.yaml").problems
    found = [p for p in problems if p.severity is Severity.ERROR and p.code != UNFILLED]
    return {(p.code, p.message) for p in found}


@settings(max_examples=MUTATIONS)
@given(
    seed=st.integers(0, 2**32),
    times=st.integers(0, 3),
    one_in_ten=st.integers(0, 9),
    command=st.sampled_from(COMMANDS),
)
def test_mutated_files(
    tmp_path: Path, seed: int, times: int, one_in_ten: int, command: tuple[str, ...]
) -> None:
    """Mostly a programme is changed, now and then the register."""
    chance = random.Random(seed)
    programme, register = chance.choice(_TEXTS), REGISTER + b"\nprogrammes:\n  - program.yaml\n"
    for _ in range(times):
        if one_in_ten:
            programme = mutated(programme, chance)
        else:
            register = mutated(register, chance)
    for left in tmp_path.iterdir():
        if left.is_file():
            left.unlink()
    write(tmp_path / "mkdocs.yml", b"plugins: [programmes]\n")
    write(tmp_path / "programmes.yaml", register)
    write(tmp_path / "program.yaml", programme)
    tried(command, tmp_path)


# Mostly those that can be edited: what has an error is refused, whatever the command.
_TEXTS = [
    *TEXTS[:6] * 10,
    *(f.read_bytes() for f in sorted(CASES.glob("editing/*/before.yaml"))),
    *TEXTS[::5],
]


@given(values=st.lists(st.text(max_size=30), min_size=3, max_size=3))
def test_whatever_is_given(tmp_path: Path, values: list[str]) -> None:
    """Text that needs quotes, that is no date, that nobody can write."""
    write_catalogue(tmp_path, program=PROGRAM)
    name, note, start = values
    tried(("new", "offering", "program", f"--name={name}", f"--note={note}"), tmp_path)
    tried(("new", "offering", "program", f"--start={start}"), tmp_path)
    tried(("close-offering", "program", "--", name), tmp_path)
