"""What has passed is told on the day somebody reads, by Danish time, however old the build is."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.searching import results_for
from tests.site.serving import served

DATED = {
    "status": "open",
    "offerings": [{"name": "Forår", "deadline": "1. marts 2027", "start": "26. april 2027"}],
}
UNDATED = {"status": "open", "offerings": [{"name": "Forår", "deadline": "1. marts"}]}


@pytest.fixture(scope="module")
def dated_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("dated")
    programmes = {
        "dated": {**PROGRAMME, "title": "Med årstal", **DATED},
        "undated": {**PROGRAMME, "title": "Uden årstal", **UNDATED},
    }
    with served(build(write_site(folder, programmes))) as address:
        yield address


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York"])
@pytest.mark.parametrize(
    ("now", "passed"),
    [
        ("2027-02-28T12:00+01:00", False),
        ("2027-03-01T12:00+01:00", False),
        ("2027-03-01T23:59+01:00", False),
        ("2027-03-02T00:01+01:00", True),
        ("2027-03-02T12:00+01:00", True),
    ],
)
def test_deadline(visit: Visit, dated_site: str, zone: str, now: str, passed: bool) -> None:
    at = datetime.fromisoformat(now)
    for path in ("/", "/programmer/", "/programmer/dated/"):
        page = visit(dated_site + path, now=at, timezone_id=zone)
        programme = page.locator(".card, .programme").first
        status = "Fristen er passeret" if passed else "Åbent"
        expect(programme.locator(".status")).to_contain_text(status)
        facts = programme.locator(".fact", has=page.get_by_text("Frist", exact=True))
        deadline = "1. marts 2027 (passeret)" if passed else "1. marts 2027"
        expect(facts.locator("dd").first).to_have_text(deadline)
        # The start lies ahead in every case.
        expect(page.locator("body")).not_to_contain_text("26. april 2027 (passeret)")


def test_a_date_without_a_year_never_passes(visit: Visit, dated_site: str) -> None:
    page = visit(dated_site + "/programmer/undated/", now=datetime(2040, 1, 1))
    expect(page.locator(".status")).to_contain_text("Åbent")
    expect(page.locator(".programme")).not_to_contain_text("passeret")


def test_a_hit_tells_it_too(visit: Visit, dated_site: str) -> None:
    for now, status in (
        (datetime(2027, 2, 1), "Åbent"),
        (datetime(2027, 6, 1), "Fristen er passeret"),
    ):
        page = visit(dated_site + results_for("Med årstal"), now=now)
        hit = page.locator("[data-programme=dated]")
        expect(hit.locator(".status")).to_contain_text(status)
        passed = hit.locator(".status--passed")
        expect(passed).to_have_count(1 if status.startswith("Fristen") else 0)
