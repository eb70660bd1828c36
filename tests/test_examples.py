"""The examples that explain each finding bring it about, and mended they do not."""

import re
from pathlib import Path

import pytest

from generator.problems.help import Example, examples
from generator.problems.problem import Severity, wordings
from generator.reading.catalogue import read_catalogue
from tests.support.catalogues import REGISTER, write
from tests.support.fragments import LEAST_PROGRAMME, completed, told_apart

FILE = "content/programmes/ny-leder.yaml"
NOT_TO_BE_SHOWN = {
    "for-stor-fil", "ikke-utf-8", "tom-fil", "tomt-register", "intet-register", "ulæselig-fil",
    "yaml-tegn", "for-lang-tekst", "frist-snart", "samme-titel",
} | {code for code in wordings() if code.startswith("ark-")}  # fmt: skip


def found(folder: Path, example: Example, text: str) -> dict[str, Severity]:
    """The codes that the catalogue with this text in its place is told of."""
    register = REGISTER.decode()
    programme = completed("" if example.register else text, LEAST_PROGRAMME)
    register += text + "\n" if example.register else ""
    if "programmes:" not in text or not example.register:
        register += f"programmes:\n  - {FILE}\n"
    files = example.files or re.findall(r"(?<= )content/\S+yaml", register)
    write(folder / "programmes.yaml", register.encode())
    for number, file in enumerate(files):
        write(folder / file, told_apart(programme, number).encode())
    problems = read_catalogue(folder / "programmes.yaml").problems
    return {problem.code: problem.severity for problem in problems}


def test_every_finding_has_an_example() -> None:
    assert set(wordings()) == set(examples()) | NOT_TO_BE_SHOWN
    assert not set(examples()) & NOT_TO_BE_SHOWN


@pytest.mark.parametrize("code", examples())
def test_wrong(code: str, tmp_path: Path) -> None:
    """Only that finding, beside the gaps that a short example has."""
    told = found(tmp_path, examples()[code], examples()[code].wrong)
    assert code in told
    assert {other for other, severity in told.items() if severity is not Severity.GAP} <= {code}


@pytest.mark.parametrize("code", examples())
def test_right(code: str, tmp_path: Path) -> None:
    told = found(tmp_path, examples()[code], examples()[code].right)
    assert code not in told
    assert set(told.values()) <= {Severity.GAP}
