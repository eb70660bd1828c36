"""The editors' guide and README run: their examples, tables and commands hold against the code."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown import Markdown
from pydantic import BaseModel

from generator.cli.main import main
from generator.model.amounts import Amount
from generator.model.content import Element
from generator.model.dates import PartialDate
from generator.model.offering import Offering, OfferingStatus
from generator.model.programme import Contact, Programme, Source, Status
from generator.model.written import Written
from generator.problems.problem import Problem, Severity
from generator.problems.terminal import report
from generator.reading.catalogue import read_catalogue
from generator.showing.texts import texts
from generator.showing.wording import NBSP, shown
from tests.support.catalogues import run
from tests.support.fragments import LEAST_PROGRAMME, completed, told_apart

ROOT = Path(__file__).parent.parent
PAGES = {
    file.stem: file.read_text("utf-8") for file in sorted((ROOT / "content/redaktion").glob("*.md"))
}
GUIDE = "\n".join(PAGES.values())
README = (ROOT / "README.md").read_text("utf-8")

FILE = "content/programmes/ny-leder.yaml"
LEAST_REGISTER = {
    "title": "title: Katalog",
    "description": "description: Programmer for ledere.",
    "publisher": "publisher: {name: Min Kommune}",
    "programmes": f"programmes:\n  - {FILE}",
}
REGISTER = (ROOT / "programmes.yaml").read_text("utf-8").partition("\nprogrammes:")[0] + (
    f"\n{LEAST_REGISTER['programmes']}\n"
)


@dataclass(frozen=True)
class Example:
    """A fenced block, and what the comment above it says that it is."""

    kind: str
    code: str
    page: str
    line: int
    text: str
    before: str = ""
    """The example above it."""


def _examples() -> Iterator[Example]:
    fence = r"<!-- eksempel: (\S+) ?(\S*) -->\n```(?:yaml|text)\n(.*?)```"
    for name, text in PAGES.items():
        before = ""
        for match in re.finditer(fence, text, re.DOTALL):
            line = text.count("\n", 0, match.start()) + 1
            yield Example(match[1], match[2], name, line, match[3], before)
            before = match[3]


def _of_kind(kind: str) -> pytest.MarkDecorator:
    found = [example for example in _examples() if example.kind == kind]
    return pytest.mark.parametrize("example", found, ids=lambda e: f"{e.page}:{e.line}")


def _rows(table: str) -> list[list[str]]:
    """The cells of a table under `<!-- tabel: … -->`, without its head."""
    lines = GUIDE.partition(f"<!-- tabel: {table} -->\n\n")[2].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]


def _written(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _problems(folder: Path, programme: str, register: str = REGISTER) -> list[Problem]:
    """Everything but gaps, which say nothing about how an example is written."""
    files = {"programmes.yaml": register}
    for number, name in enumerate(re.findall(r"content/\S+\.yaml", register)):
        files[name] = told_apart(programme, number)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    problems = read_catalogue(folder / "programmes.yaml").problems
    return [problem for problem in problems if problem.severity is not Severity.GAP]


def test_every_example_says_what_it_is() -> None:
    # Those of spreadsheets run with the tests of them.
    of_sheets = len(re.findall(r"<!-- ark: \w+ -->\n```", GUIDE))
    fenced = GUIDE.count("```yaml\n") + GUIDE.count("```text\n")
    assert fenced == len(list(_examples())) + of_sheets
    kinds = {example.kind for example in _examples()}
    assert kinds == {"fil", "uddrag", "forkert", "udskrift", "register", "resultat"}


@_of_kind("fil")
def test_file(example: Example, tmp_path: Path) -> None:
    assert not _problems(tmp_path, example.text)


@_of_kind("uddrag")
def test_fragment(example: Example, tmp_path: Path) -> None:
    assert not _problems(tmp_path, completed(example.text, LEAST_PROGRAMME))


@_of_kind("forkert")
def test_wrong_example(example: Example, tmp_path: Path) -> None:
    problems = _problems(tmp_path, completed(example.text, LEAST_PROGRAMME))
    assert [problem.code for problem in problems] == [example.code]


@_of_kind("udskrift")
def test_output(example: Example, tmp_path: Path) -> None:
    problems = _problems(tmp_path, completed(example.before, LEAST_PROGRAMME))
    assert report(problems) == example.text.rstrip()


@_of_kind("register")
def test_register(example: Example, tmp_path: Path) -> None:
    programme = completed("", LEAST_PROGRAMME)
    problems = _problems(tmp_path, programme, completed(example.text, LEAST_REGISTER))
    assert [problem.code for problem in problems] == ([example.code] if example.code else [])


@pytest.mark.parametrize(
    ("table", "parse"), [("datoer", PartialDate.parse), ("mængder", Amount.parse)]
)
def test_accepted_forms(table: str, parse: Callable[[str], Written]) -> None:
    rows = _rows(table)
    assert rows
    for row in rows:
        for text in _written(row[0]):
            assert shown(parse(text)).replace(NBSP, " ") == row[1]


@pytest.mark.parametrize(
    ("table", "parse"),
    [("forkerte datoer", PartialDate.parse), ("forkerte mængder", Amount.parse)],
)
def test_refused_forms(table: str, parse: Callable[[str], Written]) -> None:
    rows = _rows(table)
    assert rows
    for row in rows:
        for text in _written(row[0]):
            with pytest.raises(ValueError, match=r"^ugyldig-(dato|mængde)$"):
                parse(text)
        parse(_written(row[1])[0])


def test_fields_and_headings() -> None:
    for row in _rows("felter"):
        assert _written(row[0])[0] in Programme.model_fields
        assert row[1] in texts().values()


@pytest.mark.parametrize(
    "group", [Programme, Offering, Element, Contact, Source], ids=lambda group: group.__name__
)
def test_names_of_fields(group: type[BaseModel]) -> None:
    rows = {(_written(row[1])[0], row[0]) for row in _rows(f"feltnavne {group.__name__}")}
    assert rows == {(name, field.title) for name, field in group.model_fields.items()}


@_of_kind("resultat")
def test_commands_of_the_page_make_it(example: Example, tmp_path: Path) -> None:
    """In a copy of the catalogue, up to the example."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for name in ("programmes.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    before = "\n".join(PAGES[example.page].splitlines()[: example.line])
    commands = re.findall(r"^python -m generator (.*)", before, re.MULTILINE)
    assert commands
    for command in commands:
        found = run(*shlex.split(command), cwd=tmp_path)
        # What was closed a few lines above is so already.
        assert found.code == 0 or "står allerede som" in found.err, found
    file = tmp_path / "content/programmes" / f"{example.code}.yaml"
    assert example.text in file.read_text("utf-8")


def test_statuses_of_offerings() -> None:
    rows = _rows("hold")
    assert [(_written(row[0])[0], row[1]) for row in rows] == [
        (status, status.danish) for status in OfferingStatus
    ]


def test_statuses() -> None:
    rows = _rows("status")
    assert [(_written(row[0])[0], row[1]) for row in rows] == [(s, s.danish) for s in Status]
    for row in rows:
        assert not row[3] or texts()[f"status.{_written(row[0])[0]}-passed"] == row[3]


def test_every_page_is_reached_from_the_first() -> None:
    reached = set(re.findall(r"\]\(([\w-]+)\.md", PAGES["index"]))
    assert reached == PAGES.keys() - {"index"} | {"fejl"}


def test_links_lead_to_headings() -> None:
    anchors = {name: set(re.findall(r' id="([^"]+)"', _html(text))) for name, text in PAGES.items()}
    for name, text in PAGES.items():
        for page, anchor in re.findall(r'href="(?:([\w-]+)\.md)?#([^"]+)"', _html(text)):
            assert anchor in anchors[page or name], f"{name}: {page}#{anchor}"


def _html(text: str) -> str:
    return Markdown(extensions=["toc", "tables", "fenced_code"]).convert(text)


@pytest.mark.parametrize("name", PAGES)
def test_guide_stays_out_of_search(name: str) -> None:
    """What is written for editors is in the way of those who look for a programme."""
    assert PAGES[name].startswith("---\nsearch:\n  exclude: true\n---\n\n# ")


@pytest.mark.parametrize("text", [GUIDE, README], ids=["guide", "README"])
def test_commands_exist(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([\w-]+)", text, re.MULTILINE)) <= targets
    for command in set(re.findall(r"python -m generator ([\w-]+)", text)):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0


def test_every_command_is_in_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = capsys.readouterr().out.partition("KOMMANDO\n")[2]
    commands = re.findall(r"^    ([\w-]+)", listed, re.MULTILINE)
    assert "check" in commands
    rows = "".join(re.findall(r"^\| `.*?` \|", README, re.MULTILINE))
    for command in commands:
        assert re.search(rf"`(make|python -m generator) {command}\b", rows), command


def test_files_that_readme_names_exist() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target
