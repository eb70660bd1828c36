"""The guide's pictures show the site as it is: what each marks is there, in the words it shows.

`--update-golden` takes them anew. Pixels are not compared: each browser draws in its own way.
"""

import re
import tomllib
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from generator.prose.links import read_part
from tests.site.conftest import Visit
from tests.support.cases import CASES, ROOT

GUIDE = ROOT / "content" / "redaktion"
PICTURES = GUIDE / "billeder"
CASE_FILE = (CASES / "guide-pictures.toml").read_text("utf-8")
SHOWN: dict[str, dict[str, Any]] = tomllib.loads(CASE_FILE)

LARGEST = 40_000
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
MARGIN = 12
MARK = """element => {
    element.style.outline = "2px solid var(--accent)";
    element.style.outlineOffset = "3px";
    element.style.borderRadius = "2px";
}"""


@pytest.mark.parametrize("name", SHOWN)
def test_place_is_on_the_site(visit: Visit, name: str, request: pytest.FixtureRequest) -> None:
    case = SHOWN[name]
    page = visit(case["page"], width=case["width"], now=NOW, device_scale_factor=1.25)
    place = page.locator(case["place"]).first
    expect(place).to_be_visible()
    words = re.sub(r"\s*\n\s*", "\n", place.inner_text()).replace("\N{NO-BREAK SPACE}", " ")
    assert words.removeprefix("Status:\n") == case["text"]
    around = page.locator(case["around"]).first
    assert around.evaluate("(around, place) => around.contains(place)", place.element_handle())
    if request.config.getoption("--update-golden"):
        PICTURES.mkdir(exist_ok=True)
        place.evaluate(MARK)
        clip = cut(page, around, case.get("above", 0), case.get("height"))
        page.screenshot(path=PICTURES / f"{name}.png", clip=clip, full_page=True)


def cut(page: Page, around: Locator, above: int, height: int | None) -> FloatRect:
    """The part of the page that is shown."""
    box = around.evaluate(
        "e => { const r = e.getBoundingClientRect();"
        "return [r.x + scrollX, r.y + scrollY, r.width, r.height]; }"
    )
    left = max(0, box[0] - MARGIN)
    width = min(box[2] + 2 * MARGIN, page.evaluate("innerWidth") - left)
    tall = height or box[3] + above + 2 * MARGIN
    return {"x": left, "y": max(0, box[1] - MARGIN - above), "width": width, "height": tall}


def test_each_picture_is_there_and_used() -> None:
    used = {
        target: alt
        for file in GUIDE.glob("*.md")
        for alt, target in re.findall(
            r"!\[([^\]]*)\]\(([^)]+)\)", read_part(file.read_text("utf-8"))
        )
    }
    assert used.keys() == {f"billeder/{name}.png" for name in SHOWN}
    assert {file.stem for file in PICTURES.iterdir()} == SHOWN.keys()
    assert all(len(alt) > 20 for alt in used.values()), "what it shows, for one who can't see it"


@pytest.mark.parametrize("name", SHOWN)
def test_picture_is_small(name: str) -> None:
    assert (PICTURES / f"{name}.png").stat().st_size < LARGEST
