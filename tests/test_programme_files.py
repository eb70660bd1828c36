"""What is imported into a programme's file: the lines of one list, and no others."""

from pathlib import Path

import pytest

from generator.model.programme import Programme
from generator.reading import parsing
from generator.spreadsheets.columns import FIELDS
from generator.spreadsheets.field_lines import with_field
from tests.support.cases import ROOT
from tests.support.catalogues import run, write, write_catalogue
from tests.support.fragments import LEAST_PROGRAMME, completed

LEAST = completed("", LEAST_PROGRAMME).encode()
PROGRAMMES = sorted((ROOT / "content" / "programmes").glob("*.yaml"))
FORMS = ["xlsx", "csv"]
ONE_ROW = "Navn;Tid\nDage;2 dage\n"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    for file in (ROOT / "programmes.yaml", ROOT / "mkdocs.yml", *PROGRAMMES):
        write(folder / file.relative_to(ROOT), file.read_bytes())
    return folder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("programme", "field"),
    [
        pytest.param(file, field, id=f"{file.stem}-{field}")
        for file in PROGRAMMES
        for field in FIELDS
        if f"\n{field}:\n" in file.read_text("utf-8")
    ],
)
def test_there_and_back(catalogue: Path, programme: Path, field: str, form: str) -> None:
    """Not a byte of the file is changed when nothing is changed in the sheet."""
    sheet = f"{programme.stem}-{field}.{form}"
    made = run("template", field, sheet, "--from", programme.stem, cwd=catalogue)
    read = run("import", sheet, "--into", programme.stem, "--replace", cwd=catalogue)
    assert (made.code, read.code) == (0, 0), read.err
    assert (
        catalogue / "content/programmes" / programme.name
    ).read_bytes() == programme.read_bytes()


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda file: file.stem)
def test_the_same_from_nothing(catalogue: Path, tmp_path: Path, programme: Path) -> None:
    """Written anew, the items say what they said."""
    before = read_programme(programme.read_bytes())
    for field in FIELDS:
        if not getattr(before, field):
            continue
        sheet = tmp_path / f"{field}.xlsx"
        run("template", field, str(sheet), "--from", programme.stem, cwd=catalogue)
        written = run("import", str(sheet), cwd=catalogue).out
        after = read_programme(completed(written, LEAST_PROGRAMME).encode())
        assert getattr(after, field) == getattr(before, field)


def read_programme(text: bytes) -> Programme:
    return Programme.model_validate(parsing.read("", text).data(), context={})


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n# om\n«elements:\n  - name: B  # b\n»\n# om hold\nofferings: []\n",
        "title: A\n«elements: []\n»# slut\n",
        "title: A\n«elements:\n- name: B\n# b\n- name: C»",
        "\ufefftitle: A\r\n«elements:\r\n  - name: B\r\n»\r\nlinks: []\r\n...\r\n",
        "---\ntitle: A\n«'elements': [{name: B},\n  {name: C}]\n»x: |\n  # tekst\n",
        "title: A\n«elements:\n  - description: |\n      # B\n\n      # C\n»\n",
    ],
)
def test_lines_of_a_field(text: str) -> None:
    """What stands between the marks makes room, and nothing else."""
    before, _, rest = text.partition("«")
    inner, _, after = rest.partition("»")
    ending = "\r\n" if "\r\n" in text else "\n"
    block = "elements:\n  - name: D\n"
    found = with_field(before + inner + after, "elements", block)
    assert found == before + block.replace("\n", ending) + after


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nselection: {}\n»\n# om hold\nofferings: []\n",
        "title: A\n»\nofferings: []\n",
        "title: A\nofferings: []\nselection:\n  note: |\n    B\n»\n\n# slut\n",
        "title: A»",
    ],
)
def test_field_that_is_not_there(text: str) -> None:
    """It comes after the fields that come before it in the format."""
    before, _, after = text.partition("»")
    block = "elements:\n  - name: D\n"
    gap = "\n" if before.endswith("\n") else "\n\n"
    assert with_field(before + after, "elements", block) == f"{before}{gap}{block}{after}"


def test_field_that_the_specimen_keeps_room_for() -> None:
    """The note above the example becomes the field, and the example stays as notes below it."""
    text = "title: A\n\n# --- Tid ---\n\n# elements:   # note\n#   - name: B\n\nsources: []\n"
    block = "elements:\n  - name: D\n"
    assert with_field(text, "elements", block) == text.replace("# elements:   # note\n", block)


@pytest.mark.parametrize(
    "text", ["", "- a\n", "{title: A, elements: []}\n", "  title: A\n", "a: [\n"]
)
def test_no_fields_at_the_margin(text: str) -> None:
    with pytest.raises(ValueError, match="no fields"):
        with_field(text, "elements", "elements: []\n")


def test_what_stays_keeps_its_lines(tmp_path: Path) -> None:
    """An item that says what it said stays with its notes; those beside it go and come."""
    old = completed(
        "elements:\n  # fast\n  - name: 'A'   # a\n"
        "\n  # om B\n  - name: B\n    time: 1 dag\n  - {name: C}\n",
        LEAST_PROGRAMME,
    )
    write_catalogue(tmp_path, program=old.encode())
    write(tmp_path / "ark.csv", b"Navn;Tid\nC;\nA;\nB;2 dage\nD;\n")
    assert run("import", "ark.csv", "--into", "program", "--replace", cwd=tmp_path).code == 0
    assert (tmp_path / "program.yaml").read_text("utf-8") == completed(
        "elements:\n  - {name: C}\n  # fast\n  - name: 'A'   # a\n"
        "  - name: B\n    time: 2 dage\n  - name: D\n",
        LEAST_PROGRAMME,
    )


REFUSED = {
    "elements are there": ("elements:\n  - name: A\n", ["--into", "program"], "--replace"),
    "no column for what is there": (
        "elements:\n  - name: A\n    description: B\n    parts: [{name: C, time: 1 dag}]\n",
        ["--into", "program", "--replace"],
        "ikke har kolonner til: »Beskrivelse«, »Del: navn«, »Del: tid«.",
    ),
    "what is there can't be read": (
        "elements:\n  - nam: A\n",
        ["--into", "program", "--replace"],
        "har fejl",
    ),
    "no such programme": ("", ["--into", "programm"], "Mente du »program«?"),
    "not to be read": ("elements:\n\t- x\n", ["--into", "program"], "har fejl"),
    "no room": ("", ["--into", "flow"], "sæt linjerne ind selv"),
}


@pytest.mark.parametrize(("fragment", "arguments", "why"), REFUSED.values(), ids=REFUSED)
def test_nothing_is_written(tmp_path: Path, fragment: str, arguments: list[str], why: str) -> None:
    program = completed(fragment, LEAST_PROGRAMME).encode()
    flow = b"{title: A, status: open, summary: B, sources: [{id: c, title: D}]}\n"
    write_catalogue(tmp_path, program=program, flow=flow)
    write(tmp_path / "ark.csv", ONE_ROW.encode())
    found = run("import", "ark.csv", *arguments, cwd=tmp_path)
    assert (found.code, found.out) == (2, "")
    assert why in found.err.splitlines()[-1]
    left = [(tmp_path / name).read_bytes() for name in ("program.yaml", "flow.yaml")]
    assert left == [program, flow]


def test_all_or_nothing(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / "ark.csv", f"{ONE_ROW}Mere;snart\n".encode())
    found = run("import", "ark.csv", "--into", "program", cwd=tmp_path)
    assert (found.code, (tmp_path / "program.yaml").read_bytes()) == (1, LEAST)
    assert found.err.endswith("\nIntet er skrevet i program.yaml.\n")
    write(tmp_path / "ark.csv", f"{ONE_ROW}Mere;3 dage\n".encode())
    assert run("import", "ark.csv", "--into", "program", cwd=tmp_path).code == 0
    assert run("check", cwd=tmp_path).code == 0
    assert {file.name for file in tmp_path.iterdir()} == {
        "program.yaml", "programmes.yaml", "mkdocs.yml", "ark.csv", ".schemas"
    }  # fmt: skip


def test_sources_of_the_programme(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / "ark.csv", b"Navn;Tid;Kilde\nDage;1 dag;opslaget\n")
    assert run("import", "ark.csv", cwd=tmp_path).code == 0
    found = run("import", "ark.csv", "--into", "program", cwd=tmp_path)
    assert found.code == 1
    assert "ark.csv, celle C2\n  »opslaget« kendes ikke; mente du »opslag«?" in found.err


def test_register_with_errors(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", b"")
    write(tmp_path / "programmes.yaml", b"title: [")
    write(tmp_path / "ark.csv", ONE_ROW.encode())
    for command in (["import", "ark.csv"], ["template", "elements", "ny.csv"]):
        found = run(*command, cwd=tmp_path)
        assert (found.code, found.out) == (1, "")
        assert "programmes.yaml kan ikke læses endnu" in found.err
