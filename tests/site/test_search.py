"""The page of results, and what it says of what is found."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from generator.showing.texts import text
from tests.site.conftest import Visit
from tests.site.pages import PAGES, PROGRAMME_PAGES
from tests.site.searching import MANY, box, heading, held, hits, results_for, settled


def test_the_heading_counts_and_titles_are_marked(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("mentor"))
    expect(heading(page)).to_have_text(text("search.found-many", number=2, query="mentor"))
    expect(page.locator(".hits > li").first.locator("h3 mark").last).to_have_text("mentor")
    expect(page.locator(".hits > li").nth(1).locator(".hit__excerpt mark")).to_have_text("mentor")
    expect(box(page)).to_have_value("mentor")
    expect(
        page.locator(".results__start, [data-meant], [data-empty]").filter(visible=True)
    ).to_have_count(0)


def test_one_hit_is_told_as_one(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("kiggetime"))
    expect(heading(page)).to_have_text(text("search.found-one", query="kiggetime"))


def test_a_hit_leads_to_the_section_where_the_words_stand(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("mægler strid"))
    hit = page.locator("[data-programme=konflikt]")
    expect(hit.locator(".hit__excerpt mark")).to_have_text(["mægler", "strid"])
    section = hit.locator(".hit__section")
    words = section.inner_text()
    section.click()
    anchor = urlsplit(page.url).fragment
    assert page.url.startswith(f"{searched}/programmer/konflikt/#")
    expect(page.locator(f"#{anchor}")).to_have_count(1)
    expect(page.locator(f"h2#{anchor}, #{anchor} h2")).to_have_text(words)


def test_a_page_of_prose_is_quoted_by_its_section(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("vikarer"))
    assert hits(page) == ["om/"]
    page.get_by_role("link", name="Hvem betaler").click()
    expect(page.locator(f"h2#{urlsplit(page.url).fragment}")).to_contain_text("Hvem betaler")


def test_a_repaired_word_is_told_and_can_be_asked_for(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("konflikthåndtring nu"))
    found = hits(page)
    assert found[0] == "konflikt"
    meant = page.locator("[data-meant]")
    expect(meant).to_have_text(f"{text('search.meant')} konflikthåndtering nu")
    meant.get_by_role("link").click()
    expect(heading(page)).to_contain_text("»konflikthåndtering nu«")
    expect(meant).to_be_hidden()
    assert hits(page) == found


def test_nothing_found_says_what_to_do_next(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("xyzzyx"))
    expect(heading(page)).to_have_text(text("search.found-none", query="xyzzyx"))
    empty = page.locator("[data-empty]")
    expect(empty).to_contain_text(text("search.empty-words"))
    expect(
        page.locator("[data-filter], [data-more], [data-meant]").filter(visible=True)
    ).to_have_count(0)
    empty.get_by_role("link", name=text("search.empty-all")).click()
    page.wait_for_url("**/programmer/")


def test_without_a_query_the_page_says_how_to_begin(visit: Visit, searched: str) -> None:
    for path in ("/soeg/", "/soeg/?q=", "/soeg/?q=%20"):
        page = visit(searched + path)
        expect(page.get_by_text(text("search.start"))).to_be_visible()
        expect(page.locator(".results__found")).to_be_hidden()


def test_further_hits_are_shown_on_demand(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("førstehjælp"))
    first = hits(page)
    assert len(first) < MANY
    more = page.get_by_role("button", name=text("search.more"), exact=True)
    more.click()
    expect(page.locator(".hits > li")).to_have_count(MANY)
    expect(more).to_be_hidden()
    assert hits(page)[: len(first)] == first
    # Who uses the keyboard goes on from the first of the new ones.
    expect(page.locator(".hits > li h3 a").nth(len(first))).to_be_focused()
    expect(heading(page)).to_have_text(text("search.found-many", number=MANY, query="førstehjælp"))


def test_going_back_shows_what_was_found_before(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("mentor"))
    first = hits(page)
    box(page).fill("trivsel")
    box(page).press("Enter")
    expect(heading(page)).to_contain_text("»trivsel«")
    assert hits(page) == ["trivsel"]
    assert parse_qs(urlsplit(page.url).query) == {"q": ["trivsel"]}
    page.go_back()
    expect(heading(page)).to_contain_text("»mentor«")
    assert hits(page) == first
    expect(box(page)).to_have_value("mentor")
    page.go_forward()
    expect(heading(page)).to_contain_text("»trivsel«")
    assert hits(page) == ["trivsel"]


def test_coming_back_from_a_hit_shows_the_hits(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("mentor"))
    page.locator(".hits h3 a").first.click()
    expect(page.locator("h1")).to_have_text("Bliv mentor")
    page.go_back()
    expect(page.locator(".hits > li")).to_have_count(2)
    expect(box(page)).to_have_value("mentor")


def test_later_hits_are_not_replaced_by_those_of_an_earlier_query(
    visit: Visit, searched: str
) -> None:
    page = visit(searched + results_for("trivsel"))
    with held(page, "mentor"):
        box(page).fill("mentor")
        box(page).press("Enter")
        box(page).fill("breve")
        box(page).press("Enter")
        expect(heading(page)).to_contain_text("»breve«")
    expect(heading(page)).to_contain_text("»breve«")
    assert hits(page) == ["breve"]


def test_a_link_leads_to_the_filters_with_the_same_query(visit: Visit, searched: str) -> None:
    page = visit(searched + results_for("førstehjælp hold"))
    page.get_by_role("link", name=text("search.filter")).click()
    page.wait_for_url("**/programmer/?q=*")
    expect(page.locator(".chip")).to_have_text(
        [text("catalogue.chosen-query", query="førstehjælp hold")]
    )
    expect(page.locator(".card")).to_have_count(MANY)


def test_an_index_that_is_missing_is_told(visit: Visit, searched: str) -> None:
    page = visit(searched + "/om/")
    page.route("**/soeg/data/**", lambda route: route.abort())
    page.goto(searched + results_for("mentor"))
    expect(heading(page)).to_have_text(text("search.failed"))
    settled(page)


def test_every_quoted_section_is_on_its_page(visit: Visit) -> None:
    page = visit("/soeg/")
    quoted: dict[str, list[str]] = page.evaluate(
        """async () => {
            const index = createIndex(searchFolder.href);
            const {pages} = await index.contents();
            const all = await Promise.all([...Array(pages).keys()].map(async number => {
                const [, path] = await index.label(number);
                const [, ...passages] = await index.text(number);
                return [path, passages.map(([, anchor]) => anchor)];
            }));
            return Object.fromEntries(all);
        }"""
    )
    programmes = [path.removeprefix("/") for path in PROGRAMME_PAGES.values()]
    assert all(quoted[path] for path in (*programmes, "om/"))
    assert PAGES["editors"].removeprefix("/") not in quoted
    for path, anchors in quoted.items():
        page.goto(f"/{path}")
        there = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
        assert set(anchors) <= set(there)


def test_without_a_script_the_page_says_so(visit: Visit) -> None:
    page = visit(results_for("mentor"), java_script_enabled=False)
    # Playwright's browser keeps what it holds for others as text.
    assert text("search.no-script") in page.locator("noscript").inner_html()
    expect(page.locator(".results__found")).to_be_hidden()


def test_the_front_page_asks_too(visit: Visit, searched: str) -> None:
    page = visit(searched + "/")
    page.get_by_label(text("front.search")).fill("mentor")
    page.get_by_label(text("front.search")).press("Enter")
    page.wait_for_url("**/soeg/?q=mentor")
    assert hits(page) == ["mentor", "samtaler"]
