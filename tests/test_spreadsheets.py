"""Spreadsheets: a file of `cases/spreadsheets/` is a case, what is said of it beside it is golden.

A file that ends on `.toml` describes one of Excel's, or has text under `csv`, and tells how it is
to be imported.
"""

import io
import re
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import BaseModel

from generator.model.content import Element, Part
from generator.model.offering import Event, Offering
from generator.model.register import Register
from generator.problems.problem import Severity
from generator.reading.catalogue import read_register
from generator.spreadsheets.columns import FIELDS, table_of
from generator.spreadsheets.template import as_workbook
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN, ROOT, files
from tests.support.catalogues import REGISTER, Run, run, worst, write, write_catalogue
from tests.support.fragments import LEAST_PROGRAMME, completed
from tests.support.workbooks import workbook

LEAST = completed("", LEAST_PROGRAMME).encode()
PROGRAMMES = sorted((ROOT / "content" / "programmes").glob("*.yaml"))
FORMS = ["xlsx", "csv"]
ONE_ROW = "Navn;Tid\nDage;2 dage\n"


def sheet_of(case: Path, folder: Path) -> tuple[Path, list[str]]:
    """The spreadsheet of a case, and what else the command is given."""
    if case.suffix != ".toml":
        return write(folder / case.name, case.read_bytes()), []
    text = case.read_text("utf-8")
    described = tomllib.loads(text)
    if "csv" in described:
        file = write(folder / f"{case.stem}.csv", described["csv"].encode())
    else:
        file = write(folder / f"{case.stem}.xlsx", workbook(text))
    return file, described.get("arguments", [])


def told(found: Run) -> str:
    return f"{found.out}---\n{found.err}" if found.out else found.err


@pytest.mark.parametrize(
    "case",
    [file for ending in ("csv", "toml") for file in files("spreadsheets", f"*.{ending}")],
    ids=lambda file: file.stem,
)
def test_import(case: Path, tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=LEAST)
    file, arguments = sheet_of(case, tmp_path)
    found = run("import", file.name, *arguments, cwd=tmp_path)
    golden(case.with_suffix(".out"), told(found))
    assert found.code == int(worst(found.err) is Severity.ERROR)
    assert bool(found.out) == (found.code == 0)
    if found.out:
        write_catalogue(tmp_path, program=completed(found.out, LEAST_PROGRAMME).encode())
        assert run("check", cwd=tmp_path).code == 0


def test_each_report_has_its_case() -> None:
    cases = {file.stem for file in (CASES / "spreadsheets").iterdir() if file.suffix != ".out"}
    assert {file.stem for file in files("spreadsheets", "*.out")} == cases


# --- templates ---


def register(folder: Path) -> Register:
    text = REGISTER + b"programmes: [x.yaml]\n"
    found = read_register(write(folder / "programmes.yaml", text))
    assert found
    return found


@pytest.mark.parametrize(
    ("field", "model", "lists"),
    [("elements", Element, {"parts": Part}), ("offerings", Offering, {"events": Event})],
)
def test_columns_hold_all_of_the_model(
    tmp_path: Path, field: str, model: type[BaseModel], lists: dict[str, type[BaseModel]]
) -> None:
    columns = table_of(field, register(tmp_path)).columns
    held = [(column.within, column.name) for column in columns]
    plain = [("", name) for name in model.model_fields if name not in lists]
    listed = [(name, inner) for name, items in lists.items() for inner in items.model_fields]
    assert sorted(held) == sorted([*plain, *listed])
    assert len({column.heading for column in columns}) == len(columns)


@pytest.mark.parametrize("field", FIELDS)
def test_template(tmp_path: Path, golden: Golden, field: str) -> None:
    """Every sheet as its texts, and what its cells are bound to."""
    book = load_workbook(io.BytesIO(as_workbook(table_of(field, register(tmp_path)))))
    lines = []
    for sheet in book.worksheets:
        lines += [f"== {sheet.title} =="]
        lines += [" | ".join(str(value or "") for value in row) for row in sheet.values]
        for rule in sheet.data_validations.dataValidation:
            lines += [f"{rule.sqref}: {rule.formula1}"]
    golden(GOLDEN / f"template-{field}.txt", "\n".join([*lines, ""]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("field", FIELDS)
def test_template_alone_is_empty(tmp_path: Path, field: str, form: str) -> None:
    """Its examples are not taken for anything that somebody has filled in."""
    write_catalogue(tmp_path, program=LEAST)
    assert run("template", field, f"ark.{form}", cwd=tmp_path).code == 0
    found = run("import", f"ark.{form}", cwd=tmp_path)
    assert found.err.startswith("fejl[ark-tomt]")
    assert "1 fejl." in found.err


def test_template_overwrites_nothing(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / "ark.csv", b"mit")
    found = run("template", "elements", "ark.csv", cwd=tmp_path)
    assert (found.code, (tmp_path / "ark.csv").read_bytes()) == (2, b"mit")
    assert "findes allerede" in found.err


@pytest.mark.parametrize("form", FORMS)
def test_cells_hold_texts(tmp_path: Path, form: str) -> None:
    """What Excel would take for a formula, a date or a number comes back as it was."""
    texts = ["=1+1", "- en", "+45", "@hr", "'et", "3-5", "007", "1. marts", "5 % = 1"]
    items = "".join(f'  - name: "{text}"\n' for text in texts)
    text = completed(f"elements:\n{items}", LEAST_PROGRAMME)
    write_catalogue(tmp_path, program=text.encode())
    made = run("template", "elements", f"ark.{form}", "--from", "program", cwd=tmp_path)
    assert made.out == (
        f"ark.{form} har nu programmets 9 elementer. "
        "Ret dem, og læs arket ind med --into program --replace.\n"
    )
    found = run("import", f"ark.{form}", "--into", "program", "--replace", cwd=tmp_path)
    assert (found.code, (tmp_path / "program.yaml").read_text("utf-8")) == (0, text)
    if form == "xlsx":
        cells = load_workbook(tmp_path / "ark.xlsx")["Elementer"]["A"]
        assert {cell.data_type for cell in cells} == {"s"}


# --- the guide ---

GUIDE = (ROOT / "content" / "redaktion" / "regneark.md").read_text("utf-8")


def example(kind: str) -> str:
    """What stands under `<!-- ark: … -->`: a fenced block, or a table as text for a sheet."""
    below = GUIDE.partition(f"<!-- ark: {kind} -->\n")[2]
    if below.startswith("```"):
        return below.partition("\n")[2].partition("```")[0]
    lines = below.strip().partition("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    return "\n".join(";".join(row) for row in [rows[0], *rows[2:]])


@pytest.mark.parametrize(("given", "expected"), [("regneark", "bliver"), ("fejl", "udskrift")])
def test_guide(tmp_path: Path, given: str, expected: str) -> None:
    for name in ("programmes.yaml", "mkdocs.yml"):
        write(tmp_path / name, (ROOT / name).read_bytes())
    write(tmp_path / "elementer.csv", example(given).encode())
    found = run("import", "elementer.csv", cwd=tmp_path)
    # Where the site's address is known, a report ends with where to read more.
    told = re.sub("  = læs mere: .*\n", "", found.err)
    assert (found.out or told) == example(expected)
