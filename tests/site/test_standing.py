"""A site that is what would be built is left alone, and no other is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.building import ENVIRONMENT, build, digests, generator, rewrite, run, write_site
from tests.support.repository import commit

AT = {"SOURCE_DATE_EPOCH": "1800000000"}
PICTURE = "content/billede.svg"
OWN_PART = "look/parts/breadcrumbs.html"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The folder of a catalogue with all that a site can be made of, and its site."""
    folder = tmp_path / "catalogue"
    config = write_site(folder, theme={"name": "programmes", "custom_dir": "look"})
    text = config.read_text("utf-8")
    config.write_text(text.replace("site_name: Katalog", "site_name: !ENV [NAVN, Katalog]"))
    for name, content in {
        "content/om.md": "# Om\n\nOm kataloget.\n",
        "faelles/side.md": "# En side\n",
        PICTURE: "<svg/>",
        OWN_PART: "<p>{{ config.site_name }}</p>",
        ".gitignore": "site/\n.cache/\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    (folder / "content/faelles").symlink_to("../faelles")
    commit(folder, "2026-03-02T08:00:00+01:00")
    build(config, **AT)
    return folder


def _begun(catalogue: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "-f", str(catalogue / "mkdocs.yml")]
    return subprocess.Popen(
        command, env=ENVIRONMENT | AT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def told(catalogue: Path, **environment: str) -> str:
    """What a build says."""
    return generator(
        "build", "-f", catalogue / "mkdocs.yml", cwd=Path("/"), **AT | environment
    ).stdout


def test_what_is_the_same_is_not_built(catalogue: Path) -> None:
    site = catalogue / "site"
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    assert "Intet er ændret." in told(catalogue)
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_what_is_kept_may_be_moved(catalogue: Path, tmp_path: Path) -> None:
    """With the catalogue, into another folder."""
    generator("build", cwd=catalogue, **AT)
    moved = catalogue.rename(tmp_path / "moved")
    assert "Intet er ændret." in generator("build", cwd=moved, **AT).stdout


def committed(catalogue: Path) -> None:
    rewrite(catalogue / "content/programmes/forloeb.yaml", "nye ledere", "ledere i dag")
    build(catalogue / "mkdocs.yml", **AT)
    commit(catalogue, "2026-04-02T08:00:00+01:00")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a programme": lambda at: rewrite(
        at / "content/programmes/forloeb.yaml", "nye ledere", "ledere i dag"
    ),
    "the register": lambda at: rewrite(at / "programmes.yaml", "lille", "stort"),
    "the settings": lambda at: rewrite(at / "mkdocs.yml", "example.org", "example.net"),
    "prose": lambda at: rewrite(at / "content/om.md", "Om kataloget", "Om os"),
    "a page that comes": lambda at: (at / "content/andet.md").write_text("# Andet\n"),
    "a page behind a link": lambda at: (at / "faelles/side.md").write_text("# En anden\n"),
    "a page that goes": lambda at: (at / "content/om.md").unlink(),
    "a file that is not for readers": lambda at: (at / "content/noter.bak").write_text("x"),
    "a picture": lambda at: (at / PICTURE).write_text("<svg></svg>"),
    "a template of one's own": lambda at: (at / OWN_PART).write_text("<p>Her</p>"),
    "a commit that tells a date": committed,
    "the site": lambda at: (at / "site/index.html").write_text("<p>Min egen</p>"),
    "a file of the site that went": lambda at: (at / "site/sitemap.xml").unlink(),
    "a file of the site that came": lambda at: (at / "site/fremmed.html").write_text(""),
    "a link into the site": lambda at: (at / "site/fremmed").symlink_to("/etc/passwd"),
    "the whole site": lambda at: shutil.rmtree(at / "site"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_built(catalogue: Path, tmp_path: Path, change: str) -> None:
    CHANGES[change](catalogue)
    assert "Intet er ændret." not in told(catalogue)
    anew = tmp_path / "anew"
    left = shutil.ignore_patterns("site", ".cache")
    shutil.copytree(catalogue, anew, symlinks=True, ignore=left)
    assert digests(catalogue / "site") == digests(build(anew / "mkdocs.yml", **AT))


def test_a_day_and_a_variable_have_a_say(catalogue: Path) -> None:
    assert "Intet er ændret." not in told(catalogue, NAVN="Et andet navn")
    assert "Intet er ændret." not in told(catalogue, SOURCE_DATE_EPOCH="1900000000")
    assert "Intet er ændret." in told(catalogue, SOURCE_DATE_EPOCH="1900000000", UKENDT="1")


def test_what_may_look_anywhere_is_always_built(catalogue: Path) -> None:
    """A hook may look at what nobody knows of."""
    (catalogue / "hook.py").write_text("import os\n", "utf-8")
    with (catalogue / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    for _ in range(2):
        assert "Intet er ændret." not in told(catalogue)


def test_what_a_preview_tells(catalogue: Path) -> None:
    """A file that nobody has listed has no say in the published site."""
    preview = ("build", "--preview", "-f", catalogue / "mkdocs.yml")
    generator(*preview, cwd=Path("/"), **AT)
    (catalogue / "content/programmes/glemt.yaml").write_text("title: Glemt\n", "utf-8")
    assert "Intet er ændret." not in generator(*preview, cwd=Path("/"), **AT).stdout
    assert "glemt.yaml" in (catalogue / "preview/redaktion/mangler/index.html").read_text("utf-8")


@pytest.mark.parametrize("is_quick", [True, False])
def test_what_was_changed_while_it_was_built(catalogue: Path, is_quick: bool) -> None:
    """And was changed back before the next build: nobody knows which of the two is in the site."""
    page = catalogue / "content/om.md"
    part = catalogue / OWN_PART
    part.write_text("<p>Her</p>")
    before = page.read_text("utf-8")
    process = _begun(catalogue)
    while not any(catalogue.glob(".site-new-*")):
        assert process.poll() is None
    page.write_text("# Andet\n", "utf-8")
    if not is_quick:
        assert process.wait() == 0
    page.write_text(before, "utf-8")
    assert process.wait() == 0
    assert "Intet er ændret." not in told(catalogue)


def test_only_a_build_is_left_out(catalogue: Path) -> None:
    """What else begins with one must not end with it."""
    result = run(sys.executable, "-m", "mkdocs", "gh-deploy", "--strict", cwd=catalogue, **AT)
    assert "Intet er ændret." not in result.stdout
    assert result.returncode != 0  # there is nowhere to deploy it to


def test_a_memory_of_another_time_is_not_trusted(catalogue: Path) -> None:
    """A site that was put there by somebody else, as a pipeline does with what it kept."""
    site = catalogue / "site"
    rewrite(site / "index.html", "Et lille katalog", "Et falsk katalog")
    os.utime(site / "index.html", ns=(1, 1))
    told(catalogue)
    assert "Et falsk katalog" not in (site / "index.html").read_text("utf-8")
