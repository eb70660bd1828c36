"""`new`: a file to fill in and a line in the register, or neither of them."""

from pathlib import Path

import pytest

from generator.editing.programme import new_programme
from generator.editing.refusal import EditError
from generator.problems.problem import Severity
from generator.reading.catalogue import read_catalogue
from generator.reading.placeholders import UNFILLED
from generator.specimen import specimen
from tests.support.cases import Row, rows
from tests.support.catalogues import REGISTER, filled, run, write, write_catalogue

FOLDER = "content/programmes"
LEAST = specimen().encode()


def register_of(folder: Path, *entries: str) -> Path:
    """A register of files that exist; each pattern finds one."""
    for entry in entries:
        write(folder / entry.replace("**/", "").replace("*", "x"), LEAST)
    listed = "".join(f"  - '{entry}'\n" for entry in entries)
    return write(folder / "programmes.yaml", REGISTER + f"programmes:\n{listed}".encode())


def listed_in(register: Path) -> list[str]:
    reading = read_catalogue(register)
    assert not [p for p in reading.problems if p.severity is Severity.ERROR and p.code != UNFILLED]
    return list(reading.files.values())


def test_file_and_line(tmp_path: Path) -> None:
    register = register_of(tmp_path, f"{FOLDER}/alfa.yaml")
    before = register.read_text("utf-8")
    file = new_programme(register, "ny-leder")
    assert file == tmp_path / FOLDER / "ny-leder.yaml"
    named = "# yaml-language-server: $schema=../../.schemas/programme.json\n"
    assert file.read_text("utf-8") == named + specimen()
    assert register.read_text("utf-8") == before + f"  - {FOLDER}/ny-leder.yaml\n"
    assert listed_in(register) == [f"{FOLDER}/alfa.yaml", f"{FOLDER}/ny-leder.yaml"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("programmes:\n- {0}  # vores\n", "programmes:\n- {0}  # vores\n- {1}\n"),
        ("programmes:\n    - {0}\n\n# slut\n", "programmes:\n    - {0}\n    - {1}\n\n# slut\n"),
        ("programmes:\n  - {0}", "programmes:\n  - {0}\n  - {1}"),
        (
            "programmes:\n  - '{0}'\nfields: {{}}\n",
            "programmes:\n  - '{0}'\n  - {1}\nfields: {{}}\n",
        ),
        ("programmes:\r\n  - {0}\r\n", "programmes:\r\n  - {0}\r\n  - {1}\r\n"),
        ("programmes:\n  # først\n  - {0}\n", "programmes:\n  # først\n  - {0}\n  - {1}\n"),
    ],
)
def test_rest_of_the_register_stays(tmp_path: Path, written: str, expected: str) -> None:
    """Comments, indentation and line endings are the editor's."""
    head = b"title: Katalog  # navnet\ndescription: Alt.\npublisher: {name: Os}\n"
    old, new = f"{FOLDER}/alfa.yaml", f"{FOLDER}/beta.yaml"
    write(tmp_path / old, LEAST)
    register = write(tmp_path / "programmes.yaml", head + written.format(old).encode())
    new_programme(register, "beta")
    assert register.read_bytes() == head + expected.format(old, new).encode()


@pytest.mark.parametrize(
    "entry", [f"{FOLDER}/*.yaml", "content/**/*.yaml", f"{FOLDER}/[a-x]*.yaml"]
)
def test_pattern_that_takes_it_stays_alone(tmp_path: Path, entry: str) -> None:
    register = register_of(tmp_path, entry)
    before = register.read_bytes()
    file = new_programme(register, "beta")
    assert register.read_bytes() == before
    assert file.relative_to(tmp_path).as_posix() in listed_in(register)


@pytest.mark.parametrize(
    "entry",
    ["x/*.yaml", "x/**/*.yaml", f"{FOLDER}/x*.yaml", "content/*.yaml"],
)
def test_pattern_that_does_not_take_it_gets_a_line(tmp_path: Path, entry: str) -> None:
    """Wherever in the list the pattern stands."""
    for number, entries in enumerate([[entry, f"{FOLDER}/a.yaml"], [f"{FOLDER}/a.yaml", entry]]):
        register = register_of(tmp_path / str(number), *entries)
        file = new_programme(register, "beta")
        assert file.relative_to(register.parent).as_posix() in listed_in(register)


@pytest.mark.parametrize("entry", ["content/*/*.yaml", "../*.yaml", "/etc/*.yaml"])
def test_pattern_that_names_no_folder(tmp_path: Path, entry: str) -> None:
    register = write(tmp_path / "programmes.yaml", REGISTER + f"programmes: ['{entry}']".encode())
    with pytest.raises(EditError, match="hvilken mappe"):
        new_programme(register, "beta")


def test_file_that_is_listed_already(tmp_path: Path) -> None:
    """As the report on a missing file advises."""
    register = register_of(tmp_path, f"{FOLDER}/alfa.yaml", f"{FOLDER}/beta.yaml")
    (tmp_path / FOLDER / "beta.yaml").unlink()
    before = register.read_bytes()
    new_programme(register, "beta")
    assert register.read_bytes() == before
    assert listed_in(register) == [f"{FOLDER}/alfa.yaml", f"{FOLDER}/beta.yaml"]


REFUSED = [row for row in rows("identifiers") if row.cells[1].startswith("!")]


@pytest.mark.parametrize("row", REFUSED, ids=str)
def test_id_that_cannot_be_one(tmp_path: Path, row: Row) -> None:
    register = register_of(tmp_path, f"{FOLDER}/alfa.yaml")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.*")}
    with pytest.raises(EditError, match=row.cells[2] or "kan ikke"):
        new_programme(register, row.cells[0])
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.*")} == before


def test_file_that_exists(tmp_path: Path) -> None:
    register = register_of(tmp_path, f"{FOLDER}/alfa.yaml")
    write(tmp_path / FOLDER / "beta.yaml", b"vores: arbejde\n")
    before = register.read_bytes()
    with pytest.raises(EditError, match="Der er allerede"):
        new_programme(register, "beta")
    assert (tmp_path / FOLDER / "beta.yaml").read_bytes() == b"vores: arbejde\n"
    assert register.read_bytes() == before


@pytest.mark.parametrize("entry", ["a/*.yaml", "**/a/*.yaml", "a/x.yaml", "./a/x.yaml"])
def test_id_of_a_file_elsewhere(tmp_path: Path, entry: str) -> None:
    """Whether the register names it or finds it with a pattern."""
    register = register_of(tmp_path, entry, "b/*.yaml")
    write(tmp_path / "a/x.yaml", LEAST)
    (tmp_path / "b/x.yaml").unlink()
    with pytest.raises(EditError, match="Der er allerede"):
        new_programme(register, "x")
    assert not (tmp_path / "b/x.yaml").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"title: [\n",
        b"title: Katalog\n",
        b"programmes: []\n",
        b"programmes: alfa.yaml\n",
        b"programmes: [content/programmes/a-b.yaml, content/programmes/alfa.yaml]\n",
        "title: Programkatalog på dansk\nprogrammes:\n  - alfa.yaml\n".encode("latin-1"),
    ],
)
def test_register_that_takes_no_line(tmp_path: Path, content: bytes) -> None:
    register = write(tmp_path / "programmes.yaml", content)
    with pytest.raises(EditError):
        new_programme(register, "beta")
    assert register.read_bytes() == content
    assert not list(tmp_path.rglob("beta.yaml"))


def test_command(tmp_path: Path) -> None:
    write_catalogue(tmp_path, alfa=filled(specimen()))
    found = run("new", "programme", "ny-leder", cwd=tmp_path)
    assert (found.code, found.err) == (0, "")
    assert "ny-leder.yaml er oprettet og føjet til kataloget" in found.out
    assert run("check", cwd=tmp_path).code == 1, "it is not published before it is filled in"
    write(tmp_path / "ny-leder.yaml", filled((tmp_path / "ny-leder.yaml").read_text("utf-8")))
    assert run("check", cwd=tmp_path).code == 0
    again = run("new", "programme", "ny-leder", cwd=tmp_path)
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith("fejl: ")
    assert "Der er allerede" in again.err
