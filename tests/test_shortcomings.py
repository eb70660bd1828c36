"""The page of what is missing: a catalogue of a folder of cases as golden, and where it leads."""

from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue
from generator.problems.problem import Problem
from generator.reading.catalogue import read_catalogue
from generator.showing.shortcomings import shortcomings, shortcomings_page
from generator.site import Editing
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN
from tests.support.catalogues import run, write, write_catalogue

PROBLEMS = CASES / "problems"
FILES = {
    "alle-huller": "gaps/everything",
    "frist": "reminders/deadline-soon",
    "i-orden": "fine/quotes",
    "modsigelse": "warnings/event-before-start",
}


def programmes() -> dict[str, bytes]:
    return {id: (PROBLEMS / f"{case}.yaml").read_bytes() for id, case in FILES.items()}


def read(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """A catalogue with a bit of everything, and a group of synonyms that leads nowhere."""
    write_catalogue(folder, **programmes())
    register = folder / "programmes.yaml"
    write(register, register.read_bytes() + b"synonyms:\n  - [skib, <b>fregat</b>]\n")
    reading = read_catalogue(register)
    assert reading.catalogue, reading.problems
    return reading.catalogue, reading.problems


def test_page(tmp_path: Path, golden: Golden) -> None:
    catalogue, problems = read(tmp_path)
    told = [
        one.placed(address="https://x.dk/edit" if one.place.told_line else "") for one in problems
    ]
    page = shortcomings_page(list(shortcomings(catalogue, told)), told, "programmes.yaml")
    golden(GOLDEN / "preview" / "shortcomings.html", page.html)


def test_each_finding_is_told_once(tmp_path: Path) -> None:
    catalogue, problems = read(tmp_path)
    groups = list(shortcomings(catalogue, problems))
    told = [(item.file, item.code, item.line, item.message) for g in groups for item in g.items]
    assert len(told) == len(set(told)) == len(problems)
    assert [group.anchor for group in groups] == [
        "kataloget", "program-alle-huller", "program-frist", "program-modsigelse",
    ]  # fmt: skip


def test_a_catalogue_in_order(tmp_path: Path, golden: Golden) -> None:
    write_catalogue(tmp_path, program=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    reading = read_catalogue(tmp_path / "programmes.yaml")
    assert reading.catalogue
    page = shortcomings_page(
        list(shortcomings(reading.catalogue, reading.problems)), reading.problems, "programmes.yaml"
    )
    golden(GOLDEN / "preview" / "nothing-missing.html", page.html)


@pytest.mark.parametrize(
    ("address", "file", "line", "leads_to"),
    [
        ("https://x.dk/edit/main/content/", "k/content/a.yaml", 12, "https://x.dk/edit/main/content/a.yaml#L12"),
        ("https://x.dk/edit/main/content/", "k/content/a.yaml", 0, "https://x.dk/edit/main/content/a.yaml"),
        ("https://x.dk/edit/main/content/", "k/r.yaml", 3, "https://x.dk/edit/main/r.yaml#L3"),
        ("https://x.dk/edit/main/content/", "k/content/æ b#.yaml", 1, "https://x.dk/edit/main/content/%C3%A6%20b%23.yaml#L1"),
        ("https://x.dk/?path=content/", "k/content/a.yaml", 2, "https://x.dk/?path=content/a.yaml#L2"),
        ("edit/main/content/", "k/content/a.yaml", 12, ""),
        ("", "k/content/a.yaml", 12, ""),
    ],
)  # fmt: skip
def test_where_a_line_is_edited(address: str, file: str, line: int, leads_to: str) -> None:
    assert Editing(Path("k/content"), address).line(Path(file), line) == leads_to


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-12-01", True), ("2026-10-31", False), ("2027-01-01", False)],
)
def test_the_day_is_that_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, told: bool
) -> None:
    """SOURCE_DATE_EPOCH decides it, so that the same commit gives the same report."""
    seconds = {"2026-10-31": 1793404800, "2026-12-01": 1796083200, "2027-01-01": 1798761600}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds[day]))
    write_catalogue(tmp_path, frist=(PROBLEMS / "reminders" / "deadline-soon.yaml").read_bytes())
    found = run("check", cwd=tmp_path)
    assert ("frist-snart" in found.out) is told
    assert found.code == 0


def test_the_summary_of_a_pipeline_leads_to_the_line(tmp_path: Path) -> None:
    """As MkDocs reads the configuration: the address is that of the pages' folder."""
    write_catalogue(tmp_path, **programmes())
    config = b"docs_dir: content\nedit_uri: https://x.dk/edit/main/content/\n"
    write(tmp_path / "mkdocs.yml", config)
    found = run("check", "--format", "markdown", cwd=tmp_path).out
    assert "[Linje 20](https://x.dk/edit/main/frist.yaml#L20): **Fristen for" in found
    assert "[Ret filen](https://x.dk/edit/main/alle-huller.yaml): **Hvem der udbyder" in found


@pytest.mark.parametrize(
    ("repository", "pages", "address"),
    [
        ("", "https://g.example/k/edit/main/content/", "https://g.example/k/edit/main/content/"),
        ("", "https://g.example/k/edit/main/content", "https://g.example/k/edit/main/content/"),
        ("https://g.example/k", "edit/main/content/", "https://g.example/k/edit/main/content/"),
        ("https://g.example/k/", "https://w.example/", "https://w.example/"),
        ("https://g.example/k", "", ""),
    ],
)
def test_addresses_are_joined_as_mkdocs_joins_them(
    repository: str, pages: str, address: str
) -> None:
    assert Editing.at(Path("content"), repository, pages).address == address
