"""Where the pages stand, from the site's root."""

CATALOGUE = "programmer/"


def programme_address(id: str) -> str:
    return f"{CATALOGUE}{id}/"
