"""The examples that explain each finding bring it about, and mended they do not."""

import re
from pathlib import Path

import pytest

from generator.problems.help import Example, examples
from generator.problems.problem import Severity, wordings
from generator.prose.site import read_site
from tests.support.catalogues import REGISTER, write
from tests.support.fragments import LEAST_PROGRAMME, completed, told_apart

FILE = "content/programmes/ny-leder.yaml"
NOT_TO_BE_SHOWN = {
    "for-stor-fil", "ikke-utf-8", "tom-fil", "tomt-register", "intet-register", "ulæselig-fil",
    "yaml-tegn", "for-lang-tekst", "frist-snart", "samme-titel", "fremmed-fil", "fil-til-alle",
} | {code for code in wordings() if code.startswith("ark-")}  # fmt: skip


def found(folder: Path, example: Example, text: str) -> dict[str, Severity]:
    """The codes that the site with this text in its place is told of."""
    texts = {example.of: text}
    programme = completed(texts.get("programme", ""), LEAST_PROGRAMME)
    register = REGISTER.decode() + texts.get("register", "") + "\n"
    if "programmes:" not in texts.get("register", ""):
        register += f"programmes:\n  - {FILE}\n"
    settings = "docs_dir: content\n" + texts.get("settings", "") + "\n"
    if "plugins:" not in settings:
        settings += "plugins: [programmes]\n"
    listed = [] if example.of == "register" else [FILE]
    files = [*example.files, *listed] or re.findall(r"(?<= )content/\S+yaml", register)
    for number, file in enumerate(files):
        write(folder / file, told_apart(programme, number).encode())
    write(folder / "programmes.yaml", register.encode())
    write(folder / "content/side.md", texts.get("page", "").encode())
    config = write(folder / "mkdocs.yml", settings.encode())
    problems = read_site(config, folder / "programmes.yaml").problems
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
