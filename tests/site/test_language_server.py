"""VS Code knows the format: its language server is asked, with the project's settings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.problems.problem import Severity
from generator.reading.catalogue import read_catalogue
from generator.schema_files import write_schemas
from tests.conftest import Golden
from tests.site.pages import TOOLS
from tests.support.cases import ROOT, files
from tests.support.catalogues import REGISTER, run, write
from tests.support.language_server import LanguageServer

PROGRAM = TOOLS / "yaml-language-server" / "bin" / "yaml-language-server"
PROGRAMME = "content/programmes/program.yaml"


def project_settings() -> dict[str, Any]:
    """What the project tells VS Code, as the server is told it; comments are VS Code's own."""
    lines = (ROOT / ".vscode" / "settings.json").read_text("utf-8").splitlines()
    given = json.loads("".join(line for line in lines if not line.strip().startswith("//")))
    told: dict[str, Any] = {"yaml": {}}
    for name, value in given.items():
        section, *path = name.split(".")
        group = told["yaml"] if section == "yaml" else {}
        for step in path[:-1]:
            group = group.setdefault(step, {})
        if path:
            group[path[-1]] = value
    return told


@dataclass(frozen=True, slots=True)
class Workspace:
    """A catalogue that is open in an editor."""

    folder: Path
    server: LanguageServer

    def marked(self, name: str, text: str) -> list[tuple[int, str]]:
        """The lines, from 1, that are underlined in a file of this text, and what is said there."""
        found = self.server.open(self.folder / name, text)
        return [(line + 1, message) for line, message in found]

    def offered(self, written: str, name: str = PROGRAMME) -> dict[str, str]:
        """What is offered where `|` stands."""
        return self.server.complete(self._open(name, written), *_place(written))

    def told(self, written: str, name: str = PROGRAMME) -> str:
        """What is told of the word that `|` stands in."""
        return self.server.hover(self._open(name, written), *_place(written))

    def _open(self, name: str, written: str) -> Path:
        file = self.folder / name
        self.server.open(file, written.replace("|", ""))
        return file


def _place(written: str) -> tuple[int, int]:
    before = written.partition("|")[0]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def opened(folder: Path, register: bytes) -> Iterator[Workspace]:
    write(folder / "programmes.yaml", register)
    write_schemas(folder / "programmes.yaml")
    with LanguageServer(PROGRAM, folder, project_settings()) as server:
        yield Workspace(folder, server)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A catalogue that defines what the cases refer to."""
    register = REGISTER + f"programmes: [{PROGRAMME}]\n".encode()
    yield from opened(tmp_path_factory.mktemp("cases"), register)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    register = (ROOT / "programmes.yaml").read_bytes()
    yield from opened(tmp_path_factory.mktemp("published"), register)


@pytest.mark.parametrize("file", files("editor", "*.yaml"), ids=lambda file: file.stem)
def test_mistake(cases: Workspace, file: Path, golden: Golden) -> None:
    """It is underlined where it stands, in Danish, and the checker finds an error there as well."""
    text = file.read_text("utf-8")
    marked = cases.marked(PROGRAMME, text)
    golden(file.with_suffix(".out"), "".join(f"{line}: {said}\n" for line, said in marked))

    write(cases.folder / PROGRAMME, text.encode())
    found = read_catalogue(cases.folder / "programmes.yaml").problems
    lines = {problem.place.line for problem in found if problem.severity is Severity.ERROR}
    assert marked
    # What stands below its field's name is underlined itself; the checker points at the name.
    assert all({line, line - 1} & lines for line, _ in marked)


@pytest.mark.parametrize(
    "file", files("problems/fine", "*.yaml") + files("views", "*.yaml"), ids=lambda file: file.stem
)
def test_nothing_is_underlined_for_nothing(cases: Workspace, file: Path) -> None:
    assert cases.marked(PROGRAMME, file.read_text("utf-8-sig")) == []


@pytest.mark.parametrize(
    "name", ["programmes.yaml", *(f"content/programmes/{f.name}" for f in sorted(
        (ROOT / "content" / "programmes").glob("*.yaml")))]
)  # fmt: skip
def test_published_catalogue(published: Workspace, name: str) -> None:
    assert published.marked(name, (ROOT / name).read_text("utf-8")) == []


def test_mistake_in_the_register(published: Workspace) -> None:
    text = (ROOT / "programmes.yaml").read_text("utf-8")
    wrong = text.replace("working_day: 7,4 timer", "working_day: fuld tid\nsprog: da")
    [(first, time), (second, field)] = published.marked("programmes.yaml", wrong)
    assert wrong.splitlines()[first - 1].startswith("working_day")
    assert wrong.splitlines()[second - 1].startswith("sprog")
    assert time.startswith("skriv tal og enhed")
    assert field.startswith("kataloget kan have: title, ")


def test_fields_are_offered(published: Workspace) -> None:
    found = published.offered("title: Ny leder\noffer|\n")
    assert found["offerings"].startswith("Hold")
    found = published.offered("offerings:\n  - name: Forårsholdet\n    dead|\n")
    assert found["deadline"].startswith("Frist for at søge")
    assert "title" not in found


@pytest.mark.parametrize(
    ("written", "id", "name"),
    [
        ("organisation: |\n", "htk", "Høje-Taastrup Kommune"),
        ("partners:\n  - organisation: |\n", "foa", "FOA"),
        ("audiences: [|]\n", "leder", "Ledere på vej til næste niveau"),
        ("fields:\n  - |\n", "pleje", "Pleje og ældre"),
        ("elements:\n  - name: Dage\n    kind: |\n", "mentor", "Mentor"),
        ("status: |\n", "open", "åbent"),
        (
            "eligibility:\n  requirements:\n    - text: Ny\n      profile:\n        rolle: [|]\n",
            "leder",
            "Leder af andre ledere",
        ),
    ],
)
def test_ids_are_offered_with_their_names(
    published: Workspace, written: str, id: str, name: str
) -> None:
    assert published.offered(written)[id] == name


def test_values_are_offered_as_they_are_written(published: Workspace) -> None:
    found = published.offered("offerings:\n  - name: Forårsholdet\n    deadline: |\n")
    assert list(found) == ["1. marts 2027", "løbende"]


def test_questions_of_the_self_check_are_offered(published: Workspace) -> None:
    found = published.offered(
        "eligibility:\n  requirements:\n    - text: Ny\n      profile:\n        rol|\n"
    )
    assert found["rolle"] == "Hvad er du i dag?"


def test_fields_are_explained(published: Workspace) -> None:
    told = published.told("offerings:\n  - name: Forårsholdet\n    dead|line: 1. marts 2027\n")
    assert told.startswith("#### Frist\n\nFrist for at søge eller indstille: 1. marts 2027")
    told = published.told("status: op|en\n")
    assert "* `open`: åbent" in told
    told = published.told("working_|day: 7,4 timer\n", "programmes.yaml")
    assert told.startswith("#### Arbejdsdag")


def test_first_line_is_enough(tmp_path: Path) -> None:
    """Where nothing else tells which schema a file follows, as in a catalogue of one's own."""
    write(tmp_path / "mkdocs.yml", b"plugins: [programmes]\n")
    write(tmp_path / PROGRAMME, files("problems/fine", "quotes.yaml")[0].read_bytes())
    write(tmp_path / "programmes.yaml", REGISTER + f"programmes:\n  - {PROGRAMME}\n".encode())
    assert run("new", "programme", "ny-leder", cwd=tmp_path).code == 0
    file = tmp_path / "content" / "programmes" / "ny-leder.yaml"
    made = file.read_text("utf-8")
    wrong = re.sub("^status: .*$", "status: åbent", made, flags=re.MULTILINE)
    settings = {"yaml": {"schemaStore": {"enable": False}}}
    with LanguageServer(PROGRAM, tmp_path, settings) as server:
        assert server.open(file, made) == []
        [(line, message)] = server.open(file, wrong)
    assert wrong.splitlines()[line] == "status: åbent"
    assert message == "feltet kan være: planned, open, running, completed, unconfirmed"
