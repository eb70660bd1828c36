"""What is new, as the site of a repository shows it: with titles of any length, at any width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.checker import complaints
from tests.site.conftest import Visit
from tests.site.serving import served
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_layout import SCALE, sticking_out_at, too_small
from tests.support.repository import commit

LONG = {
    **PROGRAMME,
    "title": f"{'Lederkompetenceudviklings' * 3}forløb for <b>nye</b> ledere",
}


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a catalogue that had one programme changed, one taken out and one put in."""
    folder = tmp_path_factory.mktemp("changed") / "site of news"
    write_site(folder, {"forloeb": PROGRAMME, "gammelt": {**PROGRAMME, "title": "Et gammelt"}})
    (folder / ".gitignore").write_text("site/\n")
    commit(folder, "2026-03-02T08:00:00+01:00")
    config = write_site(folder, {"forloeb": {**PROGRAMME, "price": "x" * 90}, "langt": LONG})
    (folder / "content" / "programmes" / "gammelt.yaml").unlink()
    commit(folder, "2026-03-03T08:00:00+01:00")
    return build(config)


@pytest.fixture(scope="module")
def at(changed: Path) -> Iterator[str]:
    with served(changed) as address:
        yield address


@pytest.fixture
def page(visit: Visit, at: str) -> Page:
    return visit(f"{at}/nyt/")


def test_rules_of_axe(page: Page) -> None:
    assert not violations_in_every_form(page, widths=[375, 1280])


@pytest.mark.parametrize("size", [1, 2])
def test_everything_fits(page: Page, size: int) -> None:
    page.evaluate(SCALE, size)
    assert not sticking_out_at(page, 320, 375, 768, 1280)


@pytest.mark.parametrize("width", [375, 1280])
def test_targets_are_large_enough(visit: Visit, at: str, width: int) -> None:
    assert not too_small(visit(f"{at}/nyt/", width=width))


def test_every_page_is_valid(changed: Path) -> None:
    found = complaints(changed)
    assert not found, "\n".join(found)


def test_a_programme_leads_to_its_change(visit: Visit, changed: Path) -> None:
    """Without a server as well."""
    page = visit((changed / "programmer" / "forloeb" / "index.html").as_uri())
    page.get_by_role("link", name=text("news.what")).click()
    entry = page.locator(":target")
    expect(entry).to_be_in_viewport()
    expect(entry.get_by_role("heading")).to_have_text("Et forløb")
    entry.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Et forløb")
