"""The self-check: answers sort the programmes as Python would, and never leave the page."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.catalogue import Catalogue
from generator.model.fit import Answers, fits
from generator.reading.catalogue import read_catalogue
from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.pages import PROGRAMMES, ROOT
from tests.support.cases import Row, rows
from tests.support.fit import MARKS, answers, expected, rules

GROUPS = {True: "yes", None: "maybe", False: "no"}


@pytest.fixture(scope="module")
def described() -> Catalogue:
    catalogue = read_catalogue(ROOT / "programmes.yaml").catalogue
    assert catalogue
    return catalogue


@pytest.fixture(scope="module")
def computing(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/find/")
    yield page
    page.close()


@pytest.fixture
def find(visit: Visit) -> Page:
    return visit("/find/")


def answer(page: Page, given: Answers) -> None:
    for question, value in given.items():
        page.locator(f"input[name='{question}'][value='{value}']").check()


def sorted_programmes(page: Page) -> dict[str, list[str]]:
    return {
        group: page.locator(f"[data-fit={group}] [data-programme]").evaluate_all(
            "all => all.map(one => one.dataset.programme)"
        )
        for group in GROUPS.values()
    }


@pytest.mark.parametrize("row", rows("fit"), ids=str)
def test_fit_in_the_browser(computing: Page, row: Row) -> None:
    found = computing.evaluate(
        "([rules, answers]) => [rules.map(rule => meets(rule, answers)), fits(rules, answers)]",
        [rules(row), answers(row)],
    )
    each, whole = expected(row)
    assert [MARKS[met] for met in found[0]] == each
    assert MARKS[found[1]] == whole


def test_every_second_set_of_answers(find: Page, described: Catalogue) -> None:
    """As Python evaluates the same catalogue: all questions with all answers, or with none."""
    questions = described.register.profile
    choices = [["", *question.options] for question in questions.values()]
    for values in list(product(*choices))[::7]:
        find.evaluate(
            """given => {
                for (const [name, value] of given) {
                    const radio = document.querySelector(`[name="${name}"][value="${value}"]`);
                    radio.checked = true;
                    radio.dispatchEvent(new Event("change", { bubbles: true }));
                }
            }""",
            list(zip(questions, values, strict=True)),
        )
        given = {q: value for q, value in zip(questions, values, strict=True) if value}
        found = sorted_programmes(find)
        for id, programme in described.programmes.items():
            eligibility = programme.eligibility
            stated = eligibility.requirements if eligibility else ()
            assert id in found[GROUPS[fits([each.profile for each in stated], given)]], given


def test_reasons(find: Page) -> None:
    answer(find, {"arbejdsplads": "koebenhavn", "ledererfaring": "nej"})
    programme = find.locator("[data-fit=no] [data-programme=htk-talent]")
    verdicts = programme.locator(".verdict")
    expect(verdicts.nth(0)).to_contain_text(text("find.unmet"))
    expect(verdicts.nth(1)).to_contain_text(text("find.met"))
    expect(verdicts.nth(2)).to_contain_text(text("find.unknown"))
    # What an answer would tell leads to its question, the rest to somebody who knows.
    expect(programme.locator(".candidate__ask")).to_contain_text("Din egen leder")
    other = find.locator("[data-programme=buf-talent]").get_by_role("link", name="Hvilket område")
    other.click()
    assert find.evaluate("document.activeElement.id") == "spoergsmaal-omraade"


def test_the_sum_is_told(find: Page) -> None:
    summary = find.get_by_role("status").filter(has_text="passer")
    expect(summary).to_have_text(text("find.summary", yes=0, maybe=len(PROGRAMMES), no=0))
    answer(find, {"arbejdsplads": "andet"})
    found = sorted_programmes(find)
    numbers = {group: len(ids) for group, ids in found.items()}
    expect(summary).to_have_text(text("find.summary", **numbers))
    assert numbers["no"]


def test_what_is_over_comes_last(find: Page, described: Catalogue) -> None:
    over = [id for id, p in described.programmes.items() if p.status == "completed"]
    assert over
    assert sorted_programmes(find)["maybe"][-len(over) :] == over


def test_answers_are_taken_back(find: Page) -> None:
    before = sorted_programmes(find)
    answer(find, {"arbejdsplads": "andet", "rolle": "leder"})
    assert sorted_programmes(find) != before
    find.get_by_role("button", name=text("find.clear")).click()
    assert sorted_programmes(find) == before
    answer(find, {"arbejdsplads": "andet"})
    answer(find, {"arbejdsplads": ""})
    assert sorted_programmes(find) == before


def test_answers_never_leave_the_page(find: Page) -> None:
    address = find.url
    asked: list[str] = []
    find.context.on("request", lambda request: asked.append(request.url))
    answer(find, {"arbejdsplads": "htk", "ledererfaring": "nej"})
    find.locator("input[name=rolle]").first.focus()
    find.keyboard.press("Space")
    find.keyboard.press("Enter")
    find.wait_for_timeout(300)
    assert find.url == address
    assert asked == []
    assert find.context.cookies() == []
    assert find.evaluate("[{...localStorage}, {...sessionStorage}]") == [{}, {}]
    assert find.evaluate("history.state") is None
    # Nor does the browser put them back for the next one who sits down there.
    find.reload()
    expect(find.locator("input:checked:not([value=''])")).to_have_count(0)


def test_by_keyboard_alone(find: Page) -> None:
    find.locator("input[name=arbejdsplads]:checked").focus()
    find.keyboard.press("ArrowUp")
    expect(find.locator("input[name=arbejdsplads][value=andet]")).to_be_checked()
    assert sorted_programmes(find)["no"]


def test_only_questions_that_matter_are_asked(find: Page, described: Catalogue) -> None:
    used = {
        question
        for programme in described.programmes.values()
        if programme.eligibility
        for requirement in programme.eligibility.requirements
        for question in requirement.profile
    }
    names = find.locator("[type=radio]").evaluate_all("all => all.map(one => one.name)")
    assert set(names) == used


def test_without_a_script_the_requirements_stand_there(visit: Visit) -> None:
    page = visit("/find/", java_script_enabled=False)
    expect(page.locator("[data-programme]")).to_have_count(len(PROGRAMMES))
    expect(page.get_by_text("Du har aldrig haft en lederstilling.")).to_be_visible()
    expect(page.locator("[type=radio]").first).to_be_hidden()


def test_ways_to_it(visit: Visit) -> None:
    for path in ("/", "/programmer/htk-talent/"):
        page = visit(path)
        page.get_by_role("link", name=text("find.title")).click()
        page.wait_for_url("**/find/")
