"""Whatever an editor writes is text: it is shown as it was written, and never obeyed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.site.building import PROGRAMME, build, generator, write_site
from tests.site.checker import complaints
from tests.site.conftest import Visit
from tests.site.filtering import open_filters
from tests.site.long_list import A_PAGE
from tests.site.searching import box, heading, results_for, suggestions
from tests.site.serving import served

HOSTILE = """"'><script>window.hacked=1</script><img src=x onerror=window.hacked=1>&a–b"""
LINK = "https://example.org/?a=1&b='onmouseover='window.hacked=1"
PAGES = [
    *("/", "/programmer/", "/programmer/forloeb/", "/ordliste/", "/om/", "/findes-ikke/"),
    *("/emner/", "/maalgruppe/a/", "/organisation/a/", "/organisation/b/", "/kalender/"),
    *("/find/", "/sammenlign/", "/sammenlign/?program=forloeb"),
]


def hostile(field: str) -> str:
    """A text that says which field it stands in; the sign is one that capitals leave alone."""
    return f"§{field} – en tekst om ledelse, som er skrevet til dig {HOSTILE}"


SOURCE = 'folder, "<img src=x onerror=window.hacked=1>"'
REGISTER = {
    "title": hostile("catalogue-title"),
    "description": hostile("catalogue-description"),
    "introduction": hostile("introduction"),
    "publisher": {"name": hostile("publisher"), "contact": hostile("publisher-contact")},
    "organisations": {
        "a": {"name": hostile("organisation"), "note": hostile("organisation-note")},
        "b": {"name": hostile("partner")},
    },
    "audiences": {"a": hostile("audience"), "b": hostile("audience-b")},
    "fields": {"a": hostile("field"), "b": hostile("field-b")},
    "element_kinds": {"a": hostile("kind")},
    "profile": {
        "a": {
            "text": hostile("question"),
            "options": {"a": hostile("option"), "b": hostile("option-b")},
        }
    },
    "abbreviations": {"ABC": hostile("abbreviation")},
}
HOSTILE_PROGRAMME = {
    "title": hostile("title") + " &amp;",
    "short_title": hostile("short-title"),
    "aliases": [hostile("alias")],
    "organisation": "a",
    "partners": [{"organisation": "b", "role": hostile("role")}],
    "status": "open",
    "status_note": hostile("status-note"),
    "summary": hostile("summary") + " ABC",
    "audiences": ["a", "b"],
    "fields": ["a", "b"],
    "total": {"time": "2 dage", "plus": hostile("plus"), "source": SOURCE},
    "time_note": hostile("time-note"),
    "credential": hostile("credential"),
    "price": hostile("price"),
    "location": hostile("location"),
    "purpose": hostile("purpose"),
    "background": hostile("background"),
    "topics": [{"name": hostile("topic"), "text": hostile("topic-text"), "source": SOURCE}],
    "eligibility": {
        "requirements": [{"text": hostile("requirement"), "profile": {"a": ["a"]}}],
        "assessed_on": [
            {
                "name": hostile("assessment"),
                "text": hostile("assessment-text"),
                "questions": [hostile("assessment-question")],
            }
        ],
        "note": hostile("eligibility-note"),
    },
    "selection": {
        "steps": [{"who": hostile("who"), "does": hostile("does"), "by": "1. marts 2027"}],
        "note": hostile("selection-note"),
        "not_selected": {
            "text": hostile("not-selected"),
            "questions": [hostile("not-selected-question")],
            "manager": hostile("manager"),
        },
    },
    "elements": [
        {
            "name": hostile("element"),
            "kind": "a",
            "purpose": hostile("element-purpose"),
            "description": hostile("element-description"),
            "time": "2 dage",
            "when": "efter " + hostile("when"),
            "note": hostile("element-note"),
            "parts": [{"name": hostile("part"), "count": "2", "time": "1 dag"}],
            "involves_manager": "ja",
        }
    ],
    "offerings": [
        {
            "name": hostile("offering"),
            "deadline": "1. marts 2027",
            "location": hostile("offering-location"),
            "note": hostile("offering-note"),
            "events": [
                {"name": hostile("event"), "date": "2. maj 2027", "note": hostile("event-note")}
            ],
        }
    ],
    "results": [{"text": hostile("result")}],
    "contacts": [
        {"name": hostile("contact"), "about": hostile("about"), "email": "a'&b@c.dk", "url": LINK}
    ],
    "links": [{"text": hostile("link"), "url": LINK}],
    "sources": [
        {"id": "folder", "title": hostile("source"), "publisher": hostile("source-publisher")},
        {"id": "side", "title": hostile("source-b"), "url": LINK},
    ],
}
NOT_SHOWN = {"alias", "short-title"}
"""Fields that no page needs to show as yet."""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    programmes = {"forloeb": HOSTILE_PROGRAMME, "andet": {**PROGRAMME, "status": "completed"}}
    config = write_site(folder, programmes, REGISTER)
    (folder / "content" / "om.md").write_text("# Om kataloget\n\nHer er en side om kataloget.\n")
    return build(config)


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    with served(hostile_site) as address:
        yield address


# Elements that the theme never makes, and attributes that run a script.
OBEYED = """() => [
    window.hacked, ...[...document.querySelectorAll("*")]
        .filter(e => e.matches("img[src=x]") || [...e.attributes].some(a => /^on/.test(a.name)))
        .map(e => e.outerHTML),
].filter(Boolean)"""


@pytest.mark.parametrize("path", PAGES)
def test_markup_is_shown_and_not_obeyed(visit: Visit, hostile_address: str, path: str) -> None:
    page = visit(hostile_address + path)
    assert page.evaluate(OBEYED) == []
    text = " ".join(page.locator("body").inner_text().split())
    for field in re.findall(r"§([a-z-]+)", text):
        assert hostile(field) in text


def test_every_field_is_shown(visit: Visit, hostile_address: str) -> None:
    seen = " ".join(visit(hostile_address + path).locator("body").inner_text() for path in PAGES)
    written = set(re.findall(r"§([a-z-]+)", f"{REGISTER} {HOSTILE_PROGRAMME}"))
    assert written - set(re.findall(r"§([a-z-]+)", seen)) <= NOT_SHOWN


def test_title_and_description(visit: Visit, hostile_address: str) -> None:
    page = visit(hostile_address + "/programmer/forloeb/")
    assert page.title() == f"{HOSTILE_PROGRAMME['title']} – {REGISTER['title']}"
    description = page.locator("meta[name=description]").get_attribute("content")
    assert description == HOSTILE_PROGRAMME["summary"]


def test_suggestions(visit: Visit, hostile_address: str) -> None:
    page = visit(hostile_address)
    box(page).fill("ledelse")
    expect(suggestions(page).first).to_contain_text(str(HOSTILE_PROGRAMME["title"]))
    assert page.evaluate(OBEYED) == []


def test_hits(visit: Visit, hostile_address: str) -> None:
    page = visit(hostile_address + results_for("tekst ledelse"))
    hit = page.locator("[data-programme=forloeb]")
    expect(hit.locator("h3")).to_have_text(str(HOSTILE_PROGRAMME["title"]))
    expect(hit.locator(".hit__excerpt mark").first).to_be_visible()
    assert page.evaluate(OBEYED) == []


def test_a_query(visit: Visit, hostile_address: str) -> None:
    """What a reader writes, or what somebody puts into an address for them, is text as well."""
    page = visit(hostile_address + results_for(HOSTILE))
    expect(heading(page)).to_contain_text(HOSTILE)
    expect(box(page)).to_have_value(HOSTILE)
    page.goto(f"{hostile_address}/programmer/?{urlencode({'q': HOSTILE, 'audience': 'a'})}")
    expect(page.locator(".chip").first).to_contain_text(HOSTILE)
    assert page.evaluate(OBEYED) == []


def test_filters(visit: Visit, hostile_address: str) -> None:
    page = visit(hostile_address + "/programmer/")
    open_filters(page)
    label = page.locator(".choice", has=page.locator("[name=audience][value=a]"))
    expect(label).to_contain_text(hostile("audience"))
    label.locator("input").check()
    expect(page.locator(".chip")).to_have_text([hostile("audience")])
    expect(page.locator(".card h3")).to_have_text([str(HOSTILE_PROGRAMME["title"])])
    assert page.evaluate(OBEYED) == []


def test_cards_that_are_fetched(visit: Visit, tmp_path: Path) -> None:
    """On a long list, cards come from a file for the script as well."""
    title = f"Den sidste {HOSTILE}"
    others = {f"p{number}": PROGRAMME for number in range(A_PAGE)}
    config = write_site(
        tmp_path, {**others, "sidst": {**PROGRAMME, "title": title, "status": "open"}}
    )
    with served(build(config)) as address:
        page = visit(f"{address}/programmer/?status=open")
        expect(page.locator(".card h3")).to_have_text([title])
        assert page.evaluate(OBEYED) == []


def test_pages_are_valid(hostile_site: Path) -> None:
    found = complaints(hostile_site)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": "[her](javascript:window.hacked=1)"},
        {"purpose": "[her](JavaScript:window.hacked=1)"},
        {"purpose": "[her](&#106;avascript:window.hacked=1)"},
        {"purpose": "[her][1]\n\n[1]: javascript:window.hacked=1"},
        {"purpose": "[her](data:text/html,hej)"},
        {"purpose": "![her](https://example.org/maaler.gif)"},
        {"links": [{"text": "her", "url": "javascript:window.hacked=1"}]},
        {"contacts": [{"name": "HR", "url": "javascript:window.hacked=1"}]},
        {"sources": [{"id": "a", "title": "A", "url": "javascript:window.hacked=1"}]},
    ],
    ids=str,
)
def test_links_that_run_or_fetch_are_refused(tmp_path: Path, fields: dict[str, Any]) -> None:
    config = write_site(tmp_path, {"forloeb": {**PROGRAMME, **fields}})
    result = generator("build", "--config-file", config, cwd=Path("/"))
    assert result.returncode == 1, result.stdout
    assert "forloeb.yaml" in result.stdout
    assert not (tmp_path / "site").exists()
