"""What the check says of a site is what becomes of it: built by MkDocs, or refused before that."""

import shutil
from pathlib import Path

import pytest

from tests.site.building import build, digests, generator
from tests.support.cases import files
from tests.support.catalogues import write, write_pages

ANYWHERE = Path("/")
PROGRAMME = files("problems/fine", "quotes.yaml")[0].read_bytes()
FINE = [*files("sites/fine", "*"), *files("sites/warnings", "*")]
# Any other error is shown over the preview.
REFUSED = [*files("sites/errors", "plugin-*"), *files("sites/errors", "settings-*")]


def written(case: Path, folder: Path) -> Path:
    """The site of a case; its mkdocs.yml is returned."""
    config = write_pages(folder, PROGRAMME)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    return config


@pytest.mark.parametrize("case", FINE, ids=lambda folder: folder.name)
def test_what_is_in_order_is_built(case: Path, tmp_path: Path) -> None:
    """MkDocs finds nothing wrong with it either: it is strict."""
    site = build(written(case, tmp_path))
    assert (site / "programmer" / "ny-leder" / "index.html").is_file()


@pytest.mark.parametrize(
    ("command", "case"),
    [("build", case) for case in files("sites/errors", "*")]
    + [("serve", case) for case in REFUSED],
    ids=lambda value: getattr(value, "name", value),
)
def test_what_is_wrong_is_told_first(case: Path, tmp_path: Path, command: str) -> None:
    config = written(case, tmp_path)
    write(tmp_path / "site" / "index.html", b"as it was published")
    before = digests(tmp_path / "site")
    result = generator(command, "-f", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert (case / "expected.out").read_text("utf-8").partition(" ")[0] in result.stdout
    assert "Traceback" not in result.stdout
    assert "WARNING" not in result.stdout
    assert digests(tmp_path / "site") == before


def test_what_was_left_behind_is_not_published(tmp_path: Path) -> None:
    for name in ("files-left-behind", "files-beside-descriptions", "../fine/files-that-are-linked"):
        config = written(files("sites/warnings", name)[0], tmp_path)
    site = build(config)
    beside = {file.name for file in (site / "programmes").rglob("*") if file.is_file()}
    told_of = {"elementer.xlsx", "Noter om holdet.docx"}
    assert beside == {"index.html", "kort.svg", "skema.docx"} | told_of
    top = {file.name for file in site.iterdir() if file.is_file()}
    assert "folder.pdf" in top
    assert not {name for name in top if name[0] in "~." or name.endswith(("~", ".bak", ".db"))}
