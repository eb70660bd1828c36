"""What a build remembers makes it quick, and never makes another site."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.site.building import ENVIRONMENT, PROGRAMME, build, digests, run, write_site

AT = {"SOURCE_DATE_EPOCH": "1800000000"}
# More than are made by one process where the machine has several.
PROGRAMMES = {f"forloeb-{n}": {**PROGRAMME, "title": f"Forløb {n}"} for n in range(70)}
MADE = ".cache/programmes/made.sqlite"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = write_site(tmp_path_factory.mktemp("published"), PROGRAMMES)
    build(config, **AT)
    return config.parent


@pytest.fixture
def catalogue(published: Path, tmp_path: Path) -> Path:
    """A folder of one's own with a catalogue, its site and what was remembered."""
    return shutil.copytree(published, tmp_path / "catalogue")


def made(catalogue: Path) -> dict[str, str]:
    return digests(build(catalogue / "mkdocs.yml", **AT))


def from_nothing(catalogue: Path, to: Path) -> dict[str, str]:
    shutil.copytree(catalogue, to, ignore=shutil.ignore_patterns("site", ".cache"))
    return made(to)


def times(site: Path) -> dict[str, int]:
    """By file, when it was last written."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.stat().st_mtime_ns for file in files}


def edit(catalogue: Path, id: str, old: str, new: str) -> None:
    file = catalogue / "content" / "programmes" / f"{id}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_nothing_changed_touches_nothing(catalogue: Path) -> None:
    before = times(build(catalogue / "mkdocs.yml", **AT))
    # It is built, since its settings read otherwise, and comes out the same.
    with (catalogue / "mkdocs.yml").open("a") as config:
        config.write("# a note\n")
    assert times(build(catalogue / "mkdocs.yml", **AT)) == before


def test_an_edit_touches_what_shows_it(catalogue: Path, tmp_path: Path) -> None:
    before = times(build(catalogue / "mkdocs.yml", **AT))
    edit(catalogue, "forloeb-7", "nye ledere", "erfarne ledere")
    after = times(build(catalogue / "mkdocs.yml", **AT))
    touched = {name for name in after if after[name] != before.get(name)}
    assert "programmer/forloeb-7/index.html" in touched
    assert "programmer/forloeb-8/index.html" not in touched
    assert len(touched) < len(after) / 10
    assert digests(catalogue / "site") == from_nothing(catalogue, tmp_path / "anew")


def test_what_is_gone_leaves_nothing_behind(catalogue: Path, tmp_path: Path) -> None:
    register = catalogue / "programmes.yaml"
    (catalogue / "content/programmes/forloeb-7.yaml").rename(
        catalogue / "content/programmes/nyt-navn.yaml"
    )
    register.write_text(register.read_text("utf-8").replace("/forloeb-7.", "/nyt-navn."), "utf-8")
    site = made(catalogue)
    assert "programmer/nyt-navn/index.html" in site
    assert not [name for name in site if "forloeb-7/" in name or "forloeb-7." in name]
    assert site == from_nothing(catalogue, tmp_path / "anew")
    assert "forloeb-7<" not in (catalogue / "site/sitemap.xml").read_text("utf-8")


def test_a_link_in_the_site_is_replaced(catalogue: Path, tmp_path: Path) -> None:
    """What it leads to may be written into by others."""
    page = catalogue / "site/programmer/forloeb-7/index.html"
    elsewhere = page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(elsewhere)
    edit(catalogue, "forloeb-8", "nye ledere", "erfarne ledere")
    site = made(catalogue)
    assert not page.is_symlink()
    assert site == from_nothing(catalogue, tmp_path / "anew")


def _write_as_much(file: Path) -> None:
    file.write_bytes(b"x" * file.stat().st_size)


def _put_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _put_a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _link_its_folder(file: Path) -> None:
    file.parent.symlink_to(file.parent.rename(file.parent.with_name("elsewhere")))


@pytest.mark.parametrize(
    "do", [_write_as_much, _put_a_folder, _put_a_pipe, _link_its_folder, Path.unlink]
)
def test_what_was_done_to_a_site_is_undone(
    catalogue: Path, tmp_path: Path, do: Callable[[Path], None]
) -> None:
    """By the next build that there is a reason for, though what the files tell is the same."""
    made(catalogue)
    for name in (
        "programmer/forloeb-7/index.html",
        "data/v1/programmes/forloeb-7.json",
        "soeg/data/hits-7.js",
    ):
        do(catalogue / "site" / name)
    edit(catalogue, "forloeb-8", "nye ledere", "erfarne ledere")
    assert made(catalogue) == from_nothing(catalogue, tmp_path / "anew")


AROUND = {
    "the longest time": ("content/programmes/lang.yaml", "time: 9 dage", "time: 30 dage"),
    "the working day": ("programmes.yaml", "title:", "working_day: 6 timer\ntitle:"),
    "an abbreviation": ("programmes.yaml", "title:", "abbreviations: {HR: Personale}\ntitle:"),
    "a synonym": ("programmes.yaml", "title:", "synonyms: [[kursus, forløb]]\ntitle:"),
    "the site's address": ("mkdocs.yml", "katalog.example.org", "nyt.example.org"),
    "what one is about": ("content/programmes/lang.yaml", "fields:\n- hr", "fields:\n- it"),
    "the name of one": ("content/programmes/lang.yaml", "Et forløb", "Et andet forløb"),
    "that one is over": ("content/programmes/lang.yaml", "unconfirmed", "completed"),
    "that one is alone": ("programmes.yaml", "- content/programmes/lang.yaml\n", ""),
}
"""What pages of other programmes tell as well: the file, what stands in it, and what comes."""


@pytest.mark.parametrize("edited", AROUND)
def test_what_is_around_a_programme(tmp_path: Path, edited: str) -> None:
    """It is not in the programme's own file, and yet in what is made of it."""
    long, short = (
        {"fields": ["hr"], "elements": [{"name": "HR-modul", "time": time}]}
        for time in ("9 dage", "2 dage")
    )
    programmes = {"kort": PROGRAMME | short, "lang": PROGRAMME | long}
    config = write_site(tmp_path / "c", programmes, {"fields": {"hr": "Personale", "it": "It"}})
    before = made(config.parent)
    name, old, new = AROUND[edited]
    file = config.parent / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    site = made(config.parent)
    assert site != before
    assert site == from_nothing(config.parent, tmp_path / "anew")


def test_a_file_that_was_moved(tmp_path: Path) -> None:
    """Where a pattern finds it in another folder, nothing but its place has changed."""
    config = write_site(tmp_path / "catalogue", {"forloeb": PROGRAMME})
    register = config.parent / "programmes.yaml"
    text = register.read_text("utf-8").replace("programmes/forloeb.yaml", "**/*.yaml")
    register.write_text(text, "utf-8")
    build(config, **AT)
    file = config.parent / "content/programmes/forloeb.yaml"
    (file.parent / "dybere").mkdir()
    file.rename(file.parent / "dybere" / file.name)
    site = made(config.parent)
    page = (config.parent / "site/programmer/forloeb/index.html").read_text("utf-8")
    assert "/programmes/dybere/forloeb.yaml" in page
    assert site == from_nothing(config.parent, tmp_path / "anew")


def test_a_file_that_was_renamed(catalogue: Path, tmp_path: Path) -> None:
    """Where a pattern finds it, nothing but its name tells, on whatever page it is named."""
    register = catalogue / "programmes.yaml"
    told = yaml.safe_load(register.read_text("utf-8"))
    told["programmes"] = ["content/programmes/*.yaml"]
    register.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    made(catalogue)
    last = catalogue / "content/programmes/forloeb-9.yaml"
    last.rename(last.with_stem("forloeb-9b"))
    site = made(catalogue)
    assert "forloeb-9b" in (catalogue / "site/programmer/side/2/index.html").read_text("utf-8")
    assert site == from_nothing(catalogue, tmp_path / "anew")


def test_what_git_keeps_is_not_run(catalogue: Path) -> None:
    """A file that comes with the repository may be somebody else's."""
    run("git", "init", "--quiet", cwd=catalogue)
    run("git", "add", "--force", MADE, cwd=catalogue)
    before = (catalogue / MADE).read_bytes()
    edit(catalogue, "forloeb-7", "nye ledere", "erfarne ledere")
    made(catalogue)
    assert (catalogue / MADE).read_bytes() == before


def _flipped(content: bytes) -> bytes:
    damaged = bytearray(content)
    chance = random.Random(1)
    for _ in range(200):
        damaged[chance.randrange(len(damaged))] ^= 0xFF
    return bytes(damaged)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "halved": lambda content: content[: len(content) // 2],
    "something else": lambda content: b"not a database" * 999,
    "here and there": _flipped,
    "values only": lambda content: content.replace("Forløb".encode(), b"Forlob!"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_not_trusted(catalogue: Path, damage: str) -> None:
    before = digests(catalogue / "site")
    file = catalogue / MADE
    content = file.read_bytes()
    file.write_bytes(DAMAGES[damage](content))
    assert file.read_bytes() != content
    shutil.rmtree(catalogue / "site")
    assert made(catalogue) == before


def test_a_memory_that_cannot_be_kept(catalogue: Path) -> None:
    before = digests(catalogue / "site")
    shutil.rmtree(catalogue / ".cache")
    (catalogue / ".cache").write_text("in the way")
    shutil.rmtree(catalogue / "site")
    assert made(catalogue) == before


def _started(catalogue: Path, site: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "-f", "mkdocs.yml", "-d", site]
    return subprocess.Popen(
        command, cwd=catalogue, env={**ENVIRONMENT, **AT}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test_two_builds_at_once(catalogue: Path) -> None:
    before = digests(catalogue / "site")
    (catalogue / MADE).unlink()
    builds = [_started(catalogue, site) for site in ("one", "other")]
    assert [build.wait() for build in builds] == [0, 0]
    assert digests(catalogue / "one") == digests(catalogue / "other") == before


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_build_that_is_killed(catalogue: Path, tmp_path: Path, share: float) -> None:
    before = digests(catalogue / "site")
    edit(catalogue, "forloeb-7", "nye ledere", "erfarne ledere")
    after = from_nothing(catalogue, tmp_path / "anew")
    (catalogue / MADE).unlink()
    began = time.monotonic()
    assert _started(catalogue, "whole").wait() == 0
    lasted = time.monotonic() - began
    (catalogue / MADE).unlink()
    killed = _started(catalogue, "site")
    time.sleep(lasted * share)
    killed.kill()
    killed.wait()
    _wait_until_gone(killed.pid)
    assert digests(catalogue / "site") in (before, after)
    assert made(catalogue) == after


def _wait_until_gone(group: int) -> None:
    """Until no process of the group is left; what one process is killed for must not go on."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("a process of the build outlived it")
