"""The self-check: answers sort the programmes as Python would, and never leave the page."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.catalogue import Catalogue
from generator.model.fit import Answers, fits
from generator.reading.catalogue import read_catalogue
from generator.showing.texts import text
from tests.site.building import PROGRAMME, build, write_site
from tests.site.conftest import Visit
from tests.site.pages import PROGRAMMES, ROOT
from tests.site.serving import served
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


def way(page: Page) -> Locator:
    """The link to it in what a page is about."""
    return page.locator("#indhold").get_by_role("link", name=text("find.title"))


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
    # Asking cannot help where something is not met.
    expect(programme.locator(".candidate__ask")).to_be_hidden()


def test_whom_to_ask_and_what_to_answer(find: Page) -> None:
    answer(find, {"arbejdsplads": "htk"})
    ask = find.locator("[data-programme=htk-talent] .candidate__ask")
    expect(ask).to_contain_text("Din egen leder")
    ask.get_by_role("link").click()
    find.wait_for_url("**/programmer/htk-talent/#kontakt")
    find.goto("/find/")
    answer(find, {"arbejdsplads": "htk"})
    question = find.locator("[data-programme=buf-talent]").get_by_role("link", name="Hvilket")
    question.click()
    assert find.evaluate("document.activeElement.id") == "spoergsmaal-omraade"


def test_nothing_is_told_before_the_first_answer(find: Page) -> None:
    expect(find.locator("[data-summary]")).to_be_empty()
    expect(find.get_by_role("heading", name=text("find.all"))).to_be_visible()
    expect(find.locator("[data-verdict]")).to_have_count(0)


def test_the_sum_is_told(find: Page, described: Catalogue) -> None:
    """What is over does not count: nobody can join it."""
    answer(find, {"arbejdsplads": "andet"})
    over = {id for id, programme in described.programmes.items() if programme.status == "completed"}
    found = {group: set(ids) for group, ids in sorted_programmes(find).items()}
    numbers = {group: len(ids - over) for group, ids in found.items()}
    expect(find.locator("[data-summary]")).to_have_text(text("find.summary", **numbers))
    assert numbers["no"]
    assert found["no"] & over
    what = text("find.many-no", number=numbers["no"])
    heading = text("find.over-one", what=what, number=len(found["no"] & over))
    expect(find.locator("[data-fit=no] [data-heading]")).to_have_text(heading)


def test_a_sum_of_what_is_over_alone(find: Page) -> None:
    answer(find, {"arbejdsplads": "koebenhavn", "rolle": "leder"})
    heading = text("find.only-over-one", what=text("find.one-maybe", number=1))
    expect(find.locator("[data-fit=maybe] [data-heading]")).to_have_text(heading)


def test_what_is_over_comes_last(find: Page, described: Catalogue) -> None:
    over = [id for id, p in described.programmes.items() if p.status == "completed"]
    assert over
    assert sorted_programmes(find)["maybe"][-len(over) :] == over


def test_answers_are_taken_back(find: Page) -> None:
    before = sorted_programmes(find)
    answer(find, {"arbejdsplads": "andet", "rolle": "leder"})
    assert sorted_programmes(find) != before
    find.get_by_role("button", name=text("find.clear")).click()
    expect(find.locator("[data-verdict]")).to_have_count(0)
    expect(find.locator("input[name=arbejdsplads]:checked")).to_be_focused()
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
    for path in ("/", "/programmer/", "/programmer/htk-talent/"):
        page = visit(path)
        way(page).click()
        page.wait_for_url("**/find/")


def test_no_way_to_it_where_it_is_of_no_use(visit: Visit) -> None:
    """From a programme that is over, and on paper."""
    expect(way(visit("/programmer/lup3/"))).to_have_count(0)
    page = visit("/programmer/htk-talent/")
    page.emulate_media(media="print")
    expect(way(page)).to_be_hidden()


def test_many_programmes_are_shown_a_few_at_a_time(visit: Visit, tmp_path: Path) -> None:
    rule = {"text": "Du er leder.", "profile": {"rolle": ["leder"]}}
    one = {**PROGRAMME, "eligibility": {"requirements": [rule]}}
    question = {"text": "Hvad er du?", "options": {"leder": "Leder", "andet": "Andet"}}
    config = write_site(
        tmp_path,
        {f"nr-{number}": one for number in range(60)},
        {"profile": {"rolle": question}},
    )
    with served(build(config)) as many:
        page = visit(f"{many}/find/")
        expect(page.locator("[data-programme]")).to_have_count(24)
        answer(page, {"rolle": "leder"})
        expect(page.locator("[data-heading]").first).to_have_text(text("find.many-yes", number=60))
        page.get_by_role("button", name=text("search.more")).click()
        expect(page.locator("[data-fit=yes] [data-verdict=met]")).to_have_count(48)
        answer(page, {"rolle": "andet"})
        expect(page.locator("[data-fit=no] [data-verdict=unmet]")).to_have_count(24)
        without = visit(f"{many}/find/", java_script_enabled=False)
        expect(without.locator("[data-programme]")).to_have_count(60)


def test_a_catalogue_without_questions_has_no_self_check(visit: Visit, tmp_path: Path) -> None:
    with served(build(write_site(tmp_path))) as plain:
        expect(visit(plain).get_by_role("link", name=text("find.title"))).to_have_count(0)
        page = visit(f"{plain}/find/")
        expect(page.get_by_role("heading", level=1)).to_have_text(text("not-found.title"))
