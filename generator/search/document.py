"""What the search knows of a page: plain data, wherever the page is from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a page, as a reader of the hits may see it quoted."""

    heading: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    address: str
    """From the site's root."""
    title: str
    summary: str = ""
    passages: tuple[Passage, ...] = ()
    programme: str = ""
    """The id of the programme that the page is about."""
    is_over: bool = False
    """Whether nobody can join it any more."""
    byline: str = ""
    """One line under the title of a hit: who offers it."""
    status: tuple[str, ...] = ()
    """Key and word of its status, and the last day and the word after, where they are known."""
    names: tuple[str, ...] = ()
    """What else it is called."""
    about: tuple[str, ...] = ()
    """Whom it is for, who offers it, which field it belongs to."""
    facts: tuple[str, ...] = ()
    """Dates, places, price and the like: who asks for one will have no other."""
    notes: tuple[str, ...] = ()
    """What else is said in short."""
