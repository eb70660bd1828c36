"""A site that is published while somebody reads the one before: what she sees goes together."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.filtering import expect_number, expect_titles, open_filters, query, titles
from tests.site.long_list import A_PAGE, MENTOR, NUMBER, PROGRAMMES, REGISTER, title
from tests.site.searching import results_for
from tests.site.serving import served

NEWER = {"forrest": {**PROGRAMME, "title": "Forrest", "summary": "Med en mentor."}, **PROGRAMMES}
MENTORS = [title(number) for number in range(0, NUMBER, MENTOR)]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One of many programmes, and the same with one more before them."""
    before, after = (
        build(write_site(tmp_path_factory.mktemp(name), programmes, REGISTER))
        for name, programmes in (("before", PROGRAMMES), ("after", NEWER))
    )
    return before, after


@pytest.fixture
def folder(sites: tuple[Path, Path], tmp_path: Path) -> Path:
    return shutil.copytree(sites[0], tmp_path / "served")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def publish(site: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(site, folder)


def more(page: Page, name: str) -> None:
    page.get_by_role("button", name=text(name)).click()


def test_words_on_the_list(
    visit: Visit, sites: tuple[Path, Path], folder: Path, address: str
) -> None:
    page = visit(f"{address}/programmer/")
    open_filters(page)
    expect_number(page, NUMBER)
    publish(sites[1], folder)
    query(page).fill("mentor")
    expect_number(page, len(MENTORS) + 1)
    expect(page.locator(".card")).to_have_count(len(MENTORS) + 1)
    assert sorted(titles(page)) == sorted(["Forrest", *MENTORS])
    expect(query(page)).to_have_value("mentor")


def test_more_of_the_list(
    visit: Visit, sites: tuple[Path, Path], folder: Path, address: str
) -> None:
    page = visit(f"{address}/programmer/")
    expect_number(page, NUMBER)
    publish(sites[1], folder)
    more(page, "catalogue.more")
    expect_number(page, NUMBER + 1)
    expect_titles(page, ["Forrest", *(title(number) for number in range(A_PAGE - 1))])


def test_more_hits(visit: Visit, sites: tuple[Path, Path], folder: Path, address: str) -> None:
    page = visit(address + results_for("mentor"))
    heading = page.locator("[data-heading]").first
    expect(heading).to_contain_text(str(len(MENTORS)))
    publish(sites[1], folder)
    more(page, "search.more")
    expect(heading).to_contain_text(str(len(MENTORS) + 1))
    more(page, "search.more")
    expect(page.locator("ol [data-programme]")).to_have_count(len(MENTORS) + 1)
