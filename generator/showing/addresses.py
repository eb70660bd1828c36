"""Where the pages stand, and what belongs to them, from the site's root."""

from collections.abc import Iterable

CATALOGUE = "programmer/"
SEARCH = "soeg/"
SEARCH_DATA = f"{SEARCH}data/"
GLOSSARY = "ordliste/"
FIND = "find/"
COMPARE = "sammenlign/"
CALENDAR = "kalender/"
CALENDAR_FEED = f"{CALENDAR}katalog.ics"
DATA = "data/v1/"
CATALOGUE_DATA = f"{DATA}catalogue.json"
FEED = "nyt.xml"
NEWS = "nyt/"
TOPICS = "emner/"
WAYS_IN = {
    "audience": "maalgruppe/",
    "field": "omraade/",
    "kind": "indhold/",
    "organisation": "organisation/",
}
"""By facet, the folder of the pages that lead in by it, in the order in which they are offered."""

GUIDE = "redaktion/"
"""The editors' guide, where a site has one."""
SHORTCOMINGS = f"{GUIDE}mangler/"
"""Of previews only."""

DATES = "datoer"
"""The anchor of a programme's dates on its page."""


def programme_address(id: str) -> str:
    return f"{CATALOGUE}{id}/"


def way_in_address(facet: str, id: str) -> str:
    return f"{WAYS_IN[facet]}{id}/"


def source_uri(address: str) -> str:
    """The Markdown file that MkDocs would publish at `address`."""
    at_root_of_section = address.count("/") < 2
    return f"{address}index.md" if at_root_of_section else f"{address.rstrip('/')}.md"


def list_address(first: str, number: int) -> str:
    """Where a page of a list stands that begins at `first`; the first has number 1."""
    return first if number == 1 else f"{first}side/{number}/"


def data_address(id: str) -> str:
    return f"{DATA}programmes/{id}.json"


def data_of_pages(ids: Iterable[str]) -> dict[str, str]:
    """By a page's address, that of the data that tells the same; programmes have these ids."""
    programmes = {programme_address(id): data_address(id) for id in ids}
    return {"": CATALOGUE_DATA, CATALOGUE: CATALOGUE_DATA} | programmes


def is_for_programs(address: str) -> bool:
    """Whether a file there would be in the way of those that programs and the search read."""
    is_calendar = address.startswith(CALENDAR) and address.endswith(".ics")
    is_folder = any(kept.startswith(f"{address}/") for kept in (CALENDAR, DATA, SEARCH_DATA))
    return is_calendar or is_folder or address == FEED or address.startswith((DATA, SEARCH_DATA))


def calendar_file(id: str, number: int) -> str:
    """The dates of a programme's offering, of which the first has number 1."""
    return f"{CALENDAR}{id}-{number}.ics"
