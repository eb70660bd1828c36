"""Searching as a reader does, and a small catalogue that is made to be searched in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from generator.showing.texts import text
from tests.site.building import PROGRAMME

RESULTS = "/soeg/"


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name=text("search.label"))


def suggestions(page: Page) -> Locator:
    """The suggestions that one sees."""
    return page.get_by_role("listbox", name=text("search.suggestions")).get_by_role("option")


def results_for(query: str) -> str:
    """The address of what a query finds, from the site's root."""
    return f"{RESULTS}?{urlencode({'q': query})}"


def settled(page: Page) -> None:
    """Wait until the results stand there, if the page shows any."""
    expect(page.locator("[data-results][aria-busy=true]")).to_have_count(0)


def hits(page: Page) -> list[str]:
    """Each hit in order: the programme, or the address of another page."""
    settled(page)
    found: list[str] = page.locator(".hits > li").evaluate_all(
        "all => all.map(hit => hit.dataset.programme ?? hit.dataset.page)"
    )
    return found


def heading(page: Page) -> Locator:
    return page.locator("[data-heading]")


# What is found for a word waits to be released; whoever asked then has the time to answer.
HOLD = """word => {
    const {find} = siteSearch;
    const released = new Promise(release => window.release = () => {
        release();
        return new Promise(done => setTimeout(done, 50));
    });
    siteSearch.find = async (text, ...more) => {
        const found = await find(text, ...more);
        if (text !== word) return found;
        window.isHeld = true;
        await released;
        return found;
    };
}"""


@contextmanager
def held(page: Page, word: str) -> Iterator[None]:
    """Keep back what is found for a word until the end, as a slow network would."""
    page.evaluate(HOLD, word)
    yield
    page.wait_for_function("window.isHeld")
    page.evaluate("window.release()")


def _programme(title: str, summary: str, **more: Any) -> dict[str, Any]:
    purpose = {"purpose": "Du får redskaber, som du kan bruge med det samme."}
    return {**PROGRAMME, **purpose, "title": title, "summary": summary, **more}


MANY = 13
"""More first-aid courses than the page shows at a time."""

PROGRAMMES = {
    "samtaler": _programme("Svære samtaler", "For dig, der vil være mentor for en kollega."),
    "mentor": _programme("Bliv mentor", "Du lærer at følge en ny kollega på vej."),
    "skaerm": _programme("Skærmbesøg hos borgere", "Du lærer at mødes på en skærm."),
    "konflikt": _programme(
        "Konflikthåndtering",
        "Du lærer at gribe ind i tide.",
        purpose="Du træner at lytte. " * 12 + "Til sidst mægler I mellem to parter i en strid.",
    ),
    "trivsel": _programme(
        "Trivsel i teamet", "Du lærer at se, hvordan dine kolleger har det.", status="planned"
    ),
    "med": _programme("MED-aftalen i praksis", "Du lærer at bruge aftalen i udvalget."),
    "glu": _programme(
        "Den Grundlæggende Lederuddannelse", "Du lærer at lede.", short_title="Første skridt"
    ),
    "breve": _programme("Skriv korte breve", "Du lærer at skrive, så borgerne forstår det."),
    "vej": _programme("Langs vejens kant", "Du lærer at slå græsset."),
    "rapport-forbi": _programme("Rapporter", "Du lærer at fatte dig.", status="completed"),
    "rapport": _programme("Rapporter", "Du lærer at fatte dig."),
    "forflytning": _programme("Forflytning", "Du lærer at løfte."),
    "jura": _programme("Personalejura", "Du lærer reglerne."),
    "koekken": _programme("Kantinens drift", "Du lærer at lave mad til mange."),
    **{
        f"hjaelp-{number}": _programme(f"Førstehjælp, hold {number}", "Du lærer genoplivning.")
        for number in range(1, MANY + 1)
    },
}
REGISTER = {
    "abbreviations": {"GLU": "Den Grundlæggende Lederuddannelse"},
    "synonyms": [["skærmbesøg", "kiggetime"]],
}
PROSE = {
    "om.md": (
        "# Om kataloget\n\nKataloget samler programmer.\n\n"
        "## Hvem betaler\n\nArbejdsgiveren betaler alle udgifter og vikarer.\n"
    ),
    "redaktion.md": (
        "---\nsearch:\n  exclude: true\n---\n\n# Redaktion\n\nSådan redigerer man vikarer.\n"
    ),
}
