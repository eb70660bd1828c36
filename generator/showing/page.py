"""A page as plain data, for a site builder to put in its shell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    """From the site's root, with a slash at the end; empty for the front page."""
    title: str
    description: str
    html: str
    source: str
    """The file to edit, relative to the register."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and heading of each section."""
    parent: str | None = None
    """The address of the page above it, which counts if the site has it."""
    in_menu: bool = False
    kind: str = "page"
    """How it is laid out; a script and a style of that name belong to it where there are some."""


def root_from(address: str) -> str:
    """The way from a page to the site's root."""
    return "../" * address.count("/")
