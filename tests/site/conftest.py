"""The site as a whole: built once from a clean copy, served on this machine, read in a browser."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.browser import launched
from tests.site.building import build, copy_project, run, write_site
from tests.site.searching import PROGRAMMES, PROSE, REGISTER, settled
from tests.site.serving import served
from tests.site.sharing import made_once

PATIENCE = 30_000
"""Milliseconds until what does not come is taken for missing: on a busy machine much comes late."""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what installs: one process does so while the others run what needs no site."""
    items.sort(key=lambda item: item.path.name != "test_second_site.py")


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of the project in an empty folder, built by the README's command."""

    def make(folder: Path) -> None:
        copy_project(folder)
        result = run("make", "build", cwd=folder)
        assert result.returncode == 0, result.stdout

    return made_once(tmp_path_factory, "clone", make)


@pytest.fixture(scope="session")
def site(clone: Path) -> Path:
    """The folder of the built site."""
    return clone / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site that is made to be searched in."""

    def make(folder: Path) -> None:
        config = write_site(folder, PROGRAMMES, REGISTER)
        for name, text in PROSE.items():
            (folder / "content" / name).write_text(text, "utf-8")
        build(config)

    with served(made_once(tmp_path_factory, "searched", make) / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


class Visit(Protocol):
    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        dark: bool = False,
        now: datetime | None = None,
        **options: Any,
    ) -> Page: ...


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Open a page as a new reader; `options` are those of a browser context."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(
        path: str,
        *,
        width: int = 1280,
        dark: bool = False,
        now: datetime | None = None,
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale="da-DK",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda fault: faults.append(f"{path}: {fault.error}"))
        if now:
            context.clock.set_fixed_time(now)
        page = context.new_page()
        page.goto(path)
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults
