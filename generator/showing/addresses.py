"""Where the pages stand, from the site's root."""

CATALOGUE = "programmer/"
SEARCH = "soeg/"
SEARCH_DATA = f"{SEARCH}data/"
GLOSSARY = "ordliste/"
FIND = "find/"
COMPARE = "sammenlign/"
CALENDAR = "kalender/"
DATA = "data/v1/"
FEED = "nyt.xml"


def programme_address(id: str) -> str:
    return f"{CATALOGUE}{id}/"
