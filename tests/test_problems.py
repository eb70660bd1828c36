"""Mistakes in a programme: a file of `cases/problems/` is a case, the report beside it is golden.

The folder says what a file must come to: an error, a warning, a gap, or nothing at all.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.programme import Programme
from generator.problems.problem import Severity
from generator.reading.parsing import MAX_BYTES, read
from generator.reading.validation import validate
from tests.conftest import Golden
from tests.support.cases import CASES, ROOT, files
from tests.support.catalogues import run, worst, write_catalogue

PROGRAMMES = ROOT / "content" / "programmes"
WORST = {
    "errors": Severity.ERROR,
    "warnings": Severity.WARNING,
    "reminders": Severity.REMINDER,
    "gaps": Severity.GAP,
    "fine": None,
}


@pytest.mark.parametrize(
    "case",
    [file for folder in WORST for file in files(f"problems/{folder}", "*.yaml")],
    ids=lambda file: f"{file.parent.name}/{file.stem}",
)
def test_report(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=case.read_bytes())
    found = run("check", cwd=tmp_path)
    golden(case.with_suffix(".out"), found.out)
    assert worst(found.out) == WORST[case.parent.name]
    assert (found.code, found.err) == (int(worst(found.out) is Severity.ERROR), "")


def test_each_report_has_its_case() -> None:
    reports = set((CASES / "problems").rglob("*.out"))
    assert reports == {file.with_suffix(".out") for file in files("problems", "*/*.yaml")}


def broken(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """A file with one line of its form broken, in each place where that can happen."""
    for number, line in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        if line.lstrip().startswith("- "):
            yield f"{number + 1}: dash", [*before, line.replace("- ", "  ", 1), *after]
        if line.endswith(":"):
            yield f"{number + 1}: colon", [*before, line[:-1], *after]
            yield f"{number + 1}: too deep", [*before, f"  {line}", *after]
            yield f"{number + 1}: too shallow", [*before, line.removeprefix("  "), *after]
            yield f"{number + 1}: misspelt", [*before, f"{line[:-1]}x:", *after]


@pytest.mark.parametrize("programme", sorted(PROGRAMMES.glob("*.yaml")), ids=lambda f: f.stem)
def test_one_mistake_is_told_once(programme: Path) -> None:
    """Whatever it does to the lines around it."""
    told = {}
    for mistake, lines in broken(programme.read_text("utf-8").splitlines()):
        document = read(programme.name, "\n".join(lines).encode())
        validate(document, Programme, {})
        told[mistake] = [f"{found.place.line}: {found.code}" for found in document.problems]
    assert any(told.values())
    assert {mistake: found for mistake, found in told.items() if len(found) > 1} == {}


def test_file_that_is_too_large(tmp_path: Path) -> None:
    """Made here, since it would weigh more than all other cases."""
    least = (CASES / "problems" / "fine" / "quotes.yaml").read_bytes()
    filling = b"# " + b"x" * (MAX_BYTES - len(least) - 3) + b"\n"
    write_catalogue(tmp_path, program=least + filling)
    assert run("check", cwd=tmp_path).code == 0
    write_catalogue(tmp_path, program=least + filling + b"#")
    found = run("check", cwd=tmp_path)
    assert found.code == 1
    assert found.out.startswith("fejl[for-stor-fil] program.yaml:1:1\n")
