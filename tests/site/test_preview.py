"""A preview tells editors what is to be done; what is published knows nothing of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from generator.showing.addresses import GUIDE, SHORTCOMINGS
from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, digests, generator, run, write_site
from tests.site.checker import complaints
from tests.site.conftest import Visit
from tests.site.pages import Document
from tests.site.serving import served
from tests.site.test_accessibility import violations_in_every_form
from tests.site.test_layout import too_small

ANYWHERE = Path("/")
REGISTER = {"synonyms": [["skib", "fregat"]]}
PROGRAMMES = {
    "forloeb": {
        **PROGRAMME,
        "offerings": [{"name": "Holdet", "start": "1. marts", "deadline": "1. april"}],
    },
    "andet": {**PROGRAMME, "title": "Et <b>andet</b> forløb", "status": "completed"},
}
EDIT = "https://git.example.org/katalog/edit/main/"


def preview(config: Path, **environment: str) -> Path:
    result = generator("build", "--preview", "-f", config, cwd=ANYWHERE, **environment)
    assert result.returncode == 0, result.stdout
    return config.parent / "preview"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a guide for its editors, published and built as a preview."""
    config = write_site(tmp_path_factory.mktemp("preview"), PROGRAMMES, REGISTER)
    (config.parent / "content" / "redaktion.md").write_text("# Redigér\n\nSådan gør du.\n", "utf-8")
    build(config)
    preview(config)
    return config


@pytest.fixture(scope="module")
def address(config: Path) -> Iterator[str]:
    """In place of the published site's."""
    with served(config.parent / "preview") as address:
        yield address


def notes(page: Page) -> list[str]:
    """What the line over a preview says."""
    return page.locator(".preview strong, .preview a").all_inner_texts()


def test_each_finding_leads_to_its_line(config: Path) -> None:
    page = Document.read(config.parent / "preview" / SHORTCOMINGS / "index.html")
    leads = [a for a in page.all("a") if a.text.startswith("Ret ")]
    lines = (config.parent / "content/programmes/forloeb.yaml").read_text("utf-8").splitlines()
    deadline = next(n for n, line in enumerate(lines, 1) if "deadline" in line)
    file = f"{EDIT}content/programmes/forloeb.yaml"
    assert {
        a.attributes["href"] for a in leads if a.text.strip() == f"Ret ved linje {deadline}"
    } == {f"{file}#L{deadline}"}
    assert file in {a.attributes["href"] for a in leads if a.text.strip() == "Ret filen"}
    assert {a.attributes["href"].partition("#")[0] for a in leads} == {
        file, f"{EDIT}content/programmes/andet.yaml", f"{EDIT}programmes.yaml",
    }  # fmt: skip


def test_no_link_of_the_page_is_broken(config: Path) -> None:
    folder = config.parent / "preview"
    base = folder.as_uri() + f"/{SHORTCOMINGS}"
    page = Document.read(folder / SHORTCOMINGS / "index.html")
    for link in page.all("a"):
        target, _, anchor = urljoin(base, link.attributes["href"]).partition("#")
        if target.startswith("file:"):
            file = Path(target.removeprefix("file://"), "index.html")
            assert not anchor or anchor in {id for _, id in Document.read(file).values("id")}


@pytest.mark.parametrize(
    ("path", "note"),
    [
        ("/", text("preview.all")),
        ("/programmer/forloeb/", text("preview.here", summary="1 advarsel og 11 huller")),
        (f"/{SHORTCOMINGS}", text("preview.all")),
        ("/findes-ikke/", text("preview.all")),
    ],
)
def test_every_page_says_that_it_is_a_preview(visit: Visit, path: str, note: str) -> None:
    page = visit(path)
    assert notes(page) == [text("preview.label"), note]
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_a_programme_leads_to_what_it_lacks(visit: Visit) -> None:
    page = visit("/programmer/andet/")
    page.locator(".preview a").click()
    page.wait_for_url(f"**/{SHORTCOMINGS}#program-andet")
    group = page.locator("section", has=page.locator("#program-andet"))
    expect(group.locator("h2")).to_have_text("Et <b>andet</b> forløb")
    group.get_by_role("link", name=text("shortcomings.page")).click()
    page.wait_for_url("**/programmer/andet/")


@pytest.mark.parametrize("path", [SHORTCOMINGS, "redaktion/fejl/"])
def test_editors_pages_stand_under_their_guide(visit: Visit, path: str) -> None:
    page = visit(f"/{path}")
    above = page.locator(".breadcrumbs a")
    expect(above).to_have_text([text("site.home"), "Redigér"])
    above.last.click()
    page.wait_for_url(f"**/{GUIDE}")


def test_opened_from_a_folder(visit: Visit, config: Path) -> None:
    """As an editor opens what she has downloaded and unpacked."""
    page = visit((config.parent / "preview" / "index.html").as_uri())
    page.locator(".preview a").click()
    page.wait_for_url(f"file:///**/{SHORTCOMINGS}index.html")
    page.locator(".shortcomings__contents a").last.click()
    page.get_by_role("link", name=text("shortcomings.page")).last.click()
    page.wait_for_url("file:///**/programmer/*/index.html")


@pytest.mark.parametrize("path", [f"/{SHORTCOMINGS}", "/programmer/forloeb/"])
def test_accessible(visit: Visit, path: str) -> None:
    assert not violations_in_every_form(visit(path), widths=[375, 1280])


def test_fits_a_phone(visit: Visit) -> None:
    page = visit(f"/{SHORTCOMINGS}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert not too_small(page)


def test_valid(config: Path) -> None:
    found = complaints(config.parent / "preview")
    assert not found, "\n".join(found)


def test_what_is_published_knows_nothing_of_it(config: Path) -> None:
    site = config.parent / "site"
    assert not (site / SHORTCOMINGS).exists()
    assert not (config.parent / "preview" / "sitemap.xml").exists()
    for file in (*site.rglob("*.html"), *site.rglob("*.xml"), *site.rglob("*.js")):
        content = file.read_text("utf-8")
        for word in (SHORTCOMINGS, text("preview.label"), text("shortcomings.title"), "noindex"):
            assert word not in content, file


def test_no_preview_takes_the_place_of_the_site(tmp_path: Path) -> None:
    """Neither by an option nor by a variable that a pipeline has left set."""
    config = write_site(tmp_path)
    site = build(config)
    before = digests(site)
    preview(config)
    refused = generator("build", "--preview", "-d", site, "-f", config, cwd=ANYWHERE)
    assert refused.returncode == 2
    assert digests(site) == before
    assert digests(build(config, CATALOGUE_PREVIEW="1")) == before


@pytest.mark.parametrize("settings", [{"docs_dir": "preview"}, {"site_dir": "preview"}, {}])
def test_no_preview_takes_the_place_of_something_else(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    config = write_site(tmp_path, **settings)
    kept = tmp_path / "preview" / "om.md"
    kept.parent.mkdir()
    kept.write_text("# Om os\n", "utf-8")
    result = generator("build", "--preview", "-f", config, cwd=ANYWHERE)
    assert result.returncode != 0
    assert "»preview«, som er noget andet" in result.stdout
    assert kept.read_text("utf-8") == "# Om os\n"


def test_no_preview_is_deployed(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    command = (sys.executable, "-m", "mkdocs", "gh-deploy", "--config-file", config)
    result = run(*command, cwd=tmp_path, CATALOGUE_PREVIEW="1")
    assert result.returncode != 0
    assert text("preview.not-published") in result.stdout


def test_an_error_is_told_of_the_preview(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"forloeb": {**PROGRAMME, "status": "måske"}})
    result = generator("build", "--preview", "-f", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert text("site.not-previewed") in result.stdout
    assert text("site.not-published") not in result.stdout


def test_the_same_files_make_the_same_preview(config: Path) -> None:
    made = [digests(preview(config, SOURCE_DATE_EPOCH="1800000000")) for _ in range(2)]
    assert made[0] == made[1]
