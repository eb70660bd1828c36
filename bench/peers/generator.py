"""The generator itself."""

import sys
from importlib.metadata import version
from pathlib import Path

from bench.peers.peer import FromYaml, copy


class Generator(FromYaml):
    name = "generator"
    output = "site"
    version = f"MkDocs {version('mkdocs')}"

    def build(self) -> list[str]:
        return [sys.executable, "-m", "generator", "build"]

    def prepare(self, catalogue: Path, folder: Path) -> None:
        copy(catalogue, folder)

    def serve(self, port: int) -> list[str]:
        return [sys.executable, "-m", "generator", "serve", "--dev-addr", f"127.0.0.1:{port}"]
