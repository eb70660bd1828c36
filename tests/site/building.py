"""Building sites: the project's own from a clean copy, and small ones in folders of their own."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.site.pages import ROOT

# What this run was started with must not reach what it starts.
_OURS = (
    "MAKEFLAGS",
    "MAKELEVEL",
    "MFLAGS",
    "VIRTUAL_ENV",
    "CATALOGUE_SITE_URL",
    "CATALOGUE_EDIT_URI",
)
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _OURS}
# What pip installs is compiled as far as it is used.
ENVIRONMENT["PIP_COMPILE"] = "0"

CONFIG = {
    "site_name": "Katalog",
    "site_url": "https://katalog.example.org/",
    "edit_uri": "https://git.example.org/katalog/edit/main/content/",
    "docs_dir": "content",
    "theme": {"name": "programmes"},
    "plugins": ["programmes"],
    "nav": [{"Forside": "index.md"}, {"Programmer": "programmer/index.md"}],
}
REGISTER = {
    "title": "Et lille katalog",
    "description": "Et katalog med ét program.",
    "publisher": {"name": "Udgiveren"},
    "programmes": ["content/programmes/forloeb.yaml"],
}
PROGRAMME = {
    "title": "Et forløb",
    "status": "unconfirmed",
    "summary": "Et forløb for nye ledere.",
    "purpose": "Du bliver klædt på til at være leder.",
    "sources": [{"id": "folder", "title": "En folder"}],
}


def copy_project(to: Path) -> None:
    """What a commit of the work tree as it stands would hold, and nothing that was made in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def write_site(
    folder: Path,
    programmes: Mapping[str, Any] | None = None,
    register: Mapping[str, Any] | None = None,
    **config: Any,
) -> Path:
    """A site with files of its own; its mkdocs.yml is returned."""
    programmes = programmes or {"forloeb": PROGRAMME}
    files = [f"content/programmes/{id}.yaml" for id in programmes]
    _write(folder / "programmes.yaml", {**REGISTER, **(register or {}), "programmes": files})
    for file, programme in zip(files, programmes.values(), strict=True):
        _write(folder / file, programme)
    return _write(folder / "mkdocs.yml", {**CONFIG, **config})


def _write(file: Path, data: Any) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return file


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, whatever its exit code; its output is one text."""
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env={**ENVIRONMENT, **environment}, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def generator(
    *arguments: str | Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "generator", *arguments, cwd=cwd, **environment)


def rewrite(file: Path, old: str, new: str) -> None:
    """Put something in the place of what stands in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def programme_file(config: Path, id: str = "forloeb") -> Path:
    """The file of a programme of a small site."""
    return config.parent / "content" / "programmes" / f"{id}.yaml"


def build(config: Path, **environment: str) -> Path:
    """Build the site of `config` from a folder that has nothing to do with it."""
    result = generator("build", "--config-file", config, cwd=Path("/"), **environment)
    assert result.returncode == 0, result.stdout
    return config.parent / "site"


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder with a digest of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
