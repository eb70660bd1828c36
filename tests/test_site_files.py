"""What the published site has already is linked, and nothing that is not the same."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.memory.memory import Memory
from generator.plugin.site_files import SiteFiles

PAGE = "programmer/lup3/index.html"


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "memory", installed=tmp_path / "memory")
    yield memory
    memory.close()


@pytest.fixture
def published(tmp_path: Path, memory: Memory) -> Path:
    """A site with one page, made of version 1."""
    site = tmp_path / "site"
    files = SiteFiles(tmp_path / "first", site, memory)
    files.write(PAGE, b"the page", "1")
    files.keep()
    return (tmp_path / "first").rename(site)


@pytest.fixture
def files(tmp_path: Path, published: Path, memory: Memory) -> SiteFiles:
    """Those of the next build."""
    return SiteFiles(tmp_path / "next", published, memory)


def is_shared(tmp_path: Path) -> bool:
    return (tmp_path / "next" / PAGE).samefile(tmp_path / "site" / PAGE)


def test_what_is_of_the_same_version_is_linked(files: SiteFiles, tmp_path: Path) -> None:
    assert files.has(PAGE)
    assert files.link(PAGE, "1")
    assert is_shared(tmp_path)


@pytest.mark.parametrize("version", ["2", ""])
def test_what_is_of_another_version_is_not(files: SiteFiles, tmp_path: Path, version: str) -> None:
    assert not files.link(PAGE, version)
    assert not (tmp_path / "next" / PAGE).exists()


def test_what_comes_out_the_same_is_linked(files: SiteFiles, tmp_path: Path) -> None:
    files.write(PAGE, b"the page", "2")
    assert is_shared(tmp_path)


def test_what_comes_out_otherwise_is_written(files: SiteFiles, tmp_path: Path) -> None:
    files.write(PAGE, "en ny side", "2")
    assert (tmp_path / "next" / PAGE).read_text() == "en ny side"
    assert (tmp_path / "site" / PAGE).read_text() == "the page"


def _touch(page: Path) -> None:
    page.write_bytes(b"the gape")
    os.utime(page, ns=(1, 1))


def _grow(page: Path) -> None:
    was = page.stat()
    page.write_bytes(b"the page and more")
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))


def _hide(page: Path) -> None:
    page.chmod(0)


def _lead_elsewhere(page: Path) -> None:
    page.symlink_to(page.rename(page.with_name("elsewhere.html")))


@pytest.mark.parametrize("do", [_touch, _grow, _hide, _lead_elsewhere, Path.unlink])
def test_what_somebody_changed_is_made_again(
    files: SiteFiles, tmp_path: Path, do: Callable[[Path], None]
) -> None:
    do(tmp_path / "site" / PAGE)
    assert not files.link(PAGE, "1")
    files.write(PAGE, b"the page", "1")
    page = tmp_path / "next" / PAGE
    assert page.read_bytes() == b"the page"
    assert not page.is_symlink()


def test_without_a_memory_what_is_the_same_is_linked(published: Path, tmp_path: Path) -> None:
    files = SiteFiles(tmp_path / "next", published, None)
    assert not files.has(PAGE)
    files.write(PAGE, b"the page")
    assert is_shared(tmp_path)


def test_nothing_is_known_of_a_site_that_is_gone(files: SiteFiles, memory: Memory) -> None:
    assert files.has(PAGE)
    assert not SiteFiles(Path("next"), Path("gone"), memory).has(PAGE)


def test_without_a_published_site_all_is_written(tmp_path: Path, memory: Memory) -> None:
    files = SiteFiles(tmp_path / "next", None, memory)
    files.write(PAGE, iter(["the ", "page"]))
    files.keep()
    assert (tmp_path / "next" / PAGE).read_bytes() == b"the page"


def test_what_another_process_wrote_is_known(
    files: SiteFiles, published: Path, memory: Memory, tmp_path: Path
) -> None:
    other = SiteFiles(tmp_path / "next", published, memory)
    assert other.link(PAGE, "1")
    files.add(other.stamps)
    files.keep()
    assert SiteFiles(tmp_path / "third", published, memory).link(PAGE, "1")
