"""What a new site has in common with the one that it replaces."""

import errno
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import folder, replacement
from generator.replacement import Replacement, ReplacementError, recover


@dataclass
class Config:
    site_dir: str


def replaced(site: Path, **files: str) -> None:
    """Publish a site of these files."""
    config = Config(str(site))
    build = Replacement()
    build.begin(config)
    for name, content in files.items():
        (Path(config.site_dir) / name).write_text(content)
    build.complete = True
    build.end()


def left_alone(site: Path) -> str:
    """What its page says; no build has left anything beside it."""
    assert [file.name for file in site.parent.iterdir()] == [site.name]
    return (site / "page").read_text()


@pytest.mark.parametrize("known", [True, False])
def test_only_what_has_changed_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    if not known:  # as on file systems that number no files
        files = folder._files
        monkeypatch.setattr(
            folder,
            "_files",
            lambda place: {n: f._replace(identity=0) for n, f in files(place).items()},
        )
    site = tmp_path / "site"
    replaced(site, same="a", other="b")
    before = {file.name: file.stat().st_mtime_ns for file in site.iterdir()}
    replaced(site, same="a", other="c")
    assert (site / "other").read_text() == "c"
    assert (site / "same").stat().st_mtime_ns == before["same"]
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where two folders can't change places at once."""
    monkeypatch.setattr(replacement, "_have_changed_places", lambda *_: False)


@pytest.mark.usefixtures("in_two_steps")
def test_breaking_off_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even just when it has made room for the new one."""
    site = tmp_path / "site"
    replaced(site, page="old")
    replace, moved = os.replace, []

    def interrupted(source: Path, target: Path) -> None:
        moved.append(target)
        if len(moved) == 2:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replaced(site, page="new")
    assert left_alone(site) == "old"


def test_breaking_off_when_it_has_hardly_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs ends it all the same."""
    site = tmp_path / "site"
    replaced(site, page="old")

    def interrupted(**_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "mkdtemp", interrupted)
    build = Replacement()
    with pytest.raises(KeyboardInterrupt):
        build.begin(Config(str(site)))
    assert build.end() is None
    assert left_alone(site) == "old"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets folders change places")
def test_there_is_a_site_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    replaced(site, page="old")
    monkeypatch.setattr(os, "replace", None)
    replaced(site, page="new")
    assert left_alone(site) == "new"


@pytest.mark.usefixtures("in_two_steps")
def test_without_that_it_takes_two_steps(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replaced(site, page="old")
    replaced(site, page="new")
    assert left_alone(site) == "new"


def test_of_two_first_builds_the_later_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sees no site when it looks, and yet one when it comes to publish."""
    site = tmp_path / "site"
    config = Config(str(site))
    later = Replacement()
    later.begin(config)
    (Path(config.site_dir) / "page").write_text("later")
    later.complete = True
    replaced(site, page="sooner")
    exists, looks = Path.exists, [False]
    monkeypatch.setattr(Path, "exists", lambda file: looks.pop() if looks else exists(file))
    later.end()
    assert left_alone(site) == "later"


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    now = time.time() + seconds
    monkeypatch.setattr(time, "time", lambda: now)


def test_what_was_killed_long_ago_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {".site-new-a", ".site-old-b", ".site-news"}
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text("unfinished")
    replaced(tmp_path / "site", page="whole")
    assert {file.name for file in tmp_path.iterdir()} == {"site", *names}
    later(monkeypatch, seconds=2 * 24 * 60 * 60)
    replaced(tmp_path / "site", page="newer")
    assert {file.name for file in tmp_path.iterdir()} == {"site", ".site-news"}


def test_a_site_that_was_moved_away_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two renames somebody killed the build."""
    site = tmp_path / "site"
    replaced(site, page="old")
    site.rename(tmp_path / ".site-old-x")
    recover(site)
    assert not site.exists()  # another build may be at it
    later(monkeypatch, seconds=60)
    recover(site)
    assert left_alone(site) == "old"


def test_what_another_build_puts_back_need_not_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes on while this one looks."""
    site = tmp_path / "site"
    replaced(site, page="old")
    site.rename(tmp_path / ".site-old-x")
    later(monkeypatch, seconds=60)
    replace = os.replace

    def too_late(source: Path, target: Path) -> None:
        replace(source, target)
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(os, "replace", too_late)
    recover(site)
    assert (site / "page").read_text() == "old"


@pytest.mark.usefixtures("in_two_steps")
def test_two_builds_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One has just moved the site away when the other comes to do the same."""
    site, another = tmp_path / "site", tmp_path / "another"
    replaced(site, page="old")
    replaced(another, page="another")
    compare, waited = folder.keep_what_is_the_same, list[float]()

    def moved_away(old: Path, new: Path) -> tuple[bool, str]:
        told = compare(old, new)
        if not waited:
            site.rename(tmp_path / "moved")
        return told

    def goes_on(seconds: float) -> None:
        waited.append(seconds)
        another.rename(site)

    monkeypatch.setattr(replacement, "keep_what_is_the_same", moved_away)
    monkeypatch.setattr(time, "sleep", goes_on)
    replaced(site, page="new")
    assert len(waited) == 1
    assert (site / "page").read_text() == "new"
    assert {file.name for file in tmp_path.iterdir()} == {"site", "moved"}


def test_a_site_that_is_a_link_to_itself(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.symlink_to(site)
    with pytest.raises(ReplacementError) as found:
        recover(site)
    assert isinstance(found.value.__cause__, OSError)
    assert found.value.__cause__.filename == str(site)
    with pytest.raises(ReplacementError):
        Replacement().begin(Config(str(site)))


def test_a_site_that_nobody_may_write_into(tmp_path: Path) -> None:
    """Who builds it has to, and others get what they were given."""
    site = tmp_path / "site"
    replaced(site, page="a")
    site.chmod(0o555)
    replaced(site, page="b")
    assert (site / "page").read_text() == "b"
    assert site.stat().st_mode & 0o777 == 0o755
