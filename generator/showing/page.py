"""A page as plain data, for a site builder to put in its shell."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.each import Each


class Page(NamedTuple):
    address: str
    """From the site's root, with a slash at the end; empty for the front page."""
    title: str
    description: str
    body: Callable[[], str | Iterator[str]]
    """Makes its HTML, which is far more than all else and not needed before it is written."""
    source: str
    """The file to edit, relative to the register."""
    version: str = ""
    """Another one whenever its HTML is; empty where nobody tells."""
    is_kept: bool = False
    """Whether its HTML is worth remembering: it takes long to make, and little room."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and heading of each section."""
    parent: str | None = None
    """The address of the page above it, which counts if the site has it."""
    in_menu: bool = False
    kind: str = "page"
    """How it is laid out; a script and a style of that name belong to it where there are some."""

    @property
    def html(self) -> str:
        """Made each time that it is asked for."""
        return self.encoded.decode()

    @property
    def encoded(self) -> bytes:
        """The same as a file has it. A text may take two bytes a letter, and one file is a lot."""
        made = self.body()
        return made.encode() if isinstance(made, str) else b"".join(map(str.encode, made))


def html_of(
    pages: Sequence[Page], each: Each, part: Sequence[Page] | None = None
) -> Iterator[bytes]:
    """The HTML of each page as a file has it; or of a `part`, while the rest is made elsewhere."""
    kept = {page.address: page for page in pages if page.is_kept}
    versions = {address: page.version for address, page in kept.items()}
    asked = None if part is None else [page.address for page in part if page.is_kept]
    made = each("page", lambda address: kept[address].encoded, versions, asked)
    for page in pages if part is None else part:
        yield next(made) if page.is_kept else page.encoded
    yield from made  # there is none left, and who made them ends


def root_from(address: str) -> str:
    """The way from a page to the site's root."""
    return "../" * address.count("/")
