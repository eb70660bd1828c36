"""Somebody else's catalogue: the wheel, a folder of their own, and nothing of this project."""

from pathlib import Path

import pytest

from tests.site.building import run, write_site
from tests.site.pages import ROOT


@pytest.fixture(scope="module")
def installed(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel in it, and what the lock file names."""
    folder = tmp_path_factory.mktemp("second")
    python = folder / "venv" / "bin" / "python"
    pip: list[str | Path] = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    lock = ROOT / "requirements" / "runtime.txt"
    builder = clone / ".venv" / "bin" / "python"
    commands: list[list[str | Path]] = [
        [builder, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        [builder, "-m", "venv", folder / "venv"],
        [*pip, "install", "--require-hashes", "--requirement", lock],
    ]
    for command in commands:
        result = run(*command, cwd=clone)
        assert result.returncode == 0, result.stdout
    (made,) = folder.glob("*.whl")
    result = run(*pip, "install", "--no-deps", made, cwd=folder)
    assert result.returncode == 0, result.stdout
    return python


def test_a_site_of_its_own(installed: Path, tmp_path: Path) -> None:
    config = write_site(tmp_path / "katalog", register={"title": "Kommunens katalog"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = run(installed, "-m", "generator", "build", "--config-file", config, cwd=elsewhere)
    assert result.returncode == 0, result.stdout
    site = tmp_path / "katalog" / "site"
    page = (site / "programmer" / "forloeb" / "index.html").read_text("utf-8")
    assert "Et forløb for nye ledere." in page
    assert "Kommunens katalog" in page
    assert (site / "styles" / "theme.css").is_file()
    assert (site / "scripts" / "site.js").is_file()
    assert (site / "soeg" / "data" / "index.js").is_file()
    assert (site / "404.html").is_file()


def test_a_new_programme(installed: Path, tmp_path: Path) -> None:
    config = write_site(tmp_path / "katalog")
    file = tmp_path / "katalog/content/programmes/ny-leder.yaml"

    def code(*command: str) -> int:
        return run(installed, "-m", "generator", *command, "-f", config, cwd=tmp_path).returncode

    assert code("new", "programme", "ny-leder") == 0
    assert code("build") != 0, "what is to be filled in is not published"
    file.write_text(file.read_text("utf-8").replace("UDFYLD med ", ""), "utf-8")
    assert (code("check"), code("build")) == (0, 0)
    assert (tmp_path / "katalog/site/programmer/ny-leder/index.html").is_file()
    assert (tmp_path / "katalog/.schemas/programme.json").is_file()
