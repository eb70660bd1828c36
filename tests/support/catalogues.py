"""Small catalogues in folders of their own, and what the command line says of them."""

import io
import re
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from generator.cli.main import main
from generator.problems.problem import Severity
from tests.support.cases import CASES

REGISTER = (CASES / "register.yaml").read_bytes()
"""A register with a word of each vocabulary; a list of programmes is to be put under it."""

SETTINGS = b"""site_name: Katalog
docs_dir: content
theme:
  name: programmes
plugins:
  - programmes
nav:
  - Forside: index.md
  - Om: om.md
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command came to."""

    code: int
    out: str
    err: str


def write_catalogue(folder: Path, **programmes: bytes) -> Path:
    """A catalogue with the given files beside each other; its mkdocs.yml is returned."""
    listed = "".join(f"  - {id}.yaml\n" for id in programmes)
    write(folder / "programmes.yaml", REGISTER + f"programmes:\n{listed}".encode())
    for id, text in programmes.items():
        write(folder / f"{id}.yaml", text)
    return write(folder / "mkdocs.yml", b"plugins: [programmes]\n")


def write_pages(folder: Path, programme: bytes) -> Path:
    """A site of one programme and a page of prose; its mkdocs.yml is returned."""
    listed = b"programmes:\n  - content/programmes/ny-leder.yaml\n"
    write(folder / "programmes.yaml", REGISTER + listed)
    write(folder / "content/programmes/ny-leder.yaml", programme)
    write(folder / "content/om.md", b"# Om kataloget\n")
    return write(folder / "mkdocs.yml", SETTINGS)


def filled(text: str) -> bytes:
    """The specimen with its placeholders taken for the words that they ask for."""
    return text.replace("UDFYLD med ", "").encode()


def write(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def run(*arguments: str, cwd: Path) -> Run:
    """Run the command line as from a shell in `cwd`."""
    with chdir(cwd), _output() as (out, err):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def worst(report: str) -> Severity | None:
    """The gravest severity of a report on the terminal."""
    found = set(re.findall(r"^(\w+)\[", report, re.MULTILINE))
    return next((severity for severity in Severity if severity in found), None)


@contextmanager
def _output() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        yield out, err
