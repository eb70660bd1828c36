"""A plain site of Material, and of Zensical, which builds the same: ready Markdown, a page each."""

import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
import yaml

from bench.peers.peer import HERE

_SITE = HERE / "material"
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_SITE), keep_trailing_newline=True, autoescape=False
)
_HEADING = re.compile(r"^# .+\n\n", re.MULTILINE)


class Material:
    name = "Material"
    output = "site"
    program: tuple[str, ...] = (sys.executable, "-m", "mkdocs")

    @property
    def version(self) -> str:
        return f"Material {version('mkdocs-material')}"

    def build(self) -> list[str]:
        return [*self.program, "build", "--quiet"]

    def prepare(self, catalogue: Path, folder: Path) -> None:
        pages = folder / "docs" / "programmer"
        pages.mkdir(parents=True)
        for name, target in (("mkdocs.yml", folder), ("index.md", folder / "docs")):
            (target / name).write_bytes((_SITE / name).read_bytes())
        names = _Names(_read(catalogue / "programmes.yaml"))
        files = sorted((catalogue / "content" / "programmes").glob("*.yaml"))
        programmes = {file.stem: _read(file) for file in files}
        page = _TEMPLATES.get_template("programme.md.j2")
        for id, programme in programmes.items():
            text = page.render(programme=programme, names=names)
            (pages / f"{id}.md").write_text(text, "utf-8")
        overview = _TEMPLATES.get_template("overview.md.j2")
        text = overview.render(programmes=programmes, names=names)
        (pages / "index.md").write_text(text, "utf-8")

    def source(self, folder: Path, id: str) -> Path:
        return folder / "docs" / "programmer" / f"{id}.md"

    def edited(self, text: str, mark: str) -> str:
        return _HEADING.sub(rf"\g<0>{mark} ", text, count=1)

    def serve(self, port: int) -> list[str]:
        return [*self.program, "serve", "--dev-addr", f"127.0.0.1:{port}"]


class Zensical(Material):
    name = "Zensical"
    program = (sys.executable, "-m", "zensical")

    @property
    def version(self) -> str:
        return f"Zensical {version('zensical')}"

    def build(self) -> list[str]:
        return [*self.program, "build"]


class _Names:
    """What the ids of a programme stand for in the register."""

    def __init__(self, register: dict[str, Any]) -> None:
        self._register = register

    def organisation(self, programme: dict[str, Any]) -> str:
        return str(self._register["organisations"][programme["organisation"]]["name"])

    def audiences(self, programme: dict[str, Any]) -> str:
        return ", ".join(self._register["audiences"][id] for id in programme["audiences"])


def _read(file: Path) -> Any:
    return yaml.load(file.read_bytes(), yaml.CSafeLoader)
