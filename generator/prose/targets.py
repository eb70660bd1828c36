"""Where a link of a prose page can lead."""

from collections.abc import Collection
from posixpath import dirname, normpath, relpath
from urllib.parse import urlsplit

from generator.problems.help import HELP
from generator.reading.suggestions import nearest
from generator.showing import addresses
from generator.showing.addresses import source_uri

_FOLDERS = (
    addresses.CATALOGUE, addresses.SEARCH, addresses.GLOSSARY, addresses.FIND, addresses.COMPARE,
    addresses.CALENDAR, addresses.NEWS, addresses.TOPICS,
)  # fmt: skip
_MAY_BE_MADE = ("", *_FOLDERS, HELP, addresses.SHORTCOMINGS)
"""Pages that a catalogue may have; MkDocs knows whether this one does."""
_OF_OTHERS = (
    *_FOLDERS, addresses.DATA, addresses.FEED, *addresses.WAYS_IN.values(), "assets/", "search/"
)  # fmt: skip
"""Where the catalogue and the theme put more than is known here."""


class Targets:
    """The files of a site's pages, and those that the catalogue makes; names are from its root."""

    def __init__(self, files: Collection[str], programmes: Collection[str] | None) -> None:
        """`programmes` are their ids, or None where they can't be told."""
        made = {source_uri(addresses.programme_address(id)) for id in programmes or ()}
        self._written = {*files, *made}
        self._known = {*self._written, *map(source_uri, _MAY_BE_MADE)}
        self._programmes_are_known = programmes is not None

    def lack(self, name: str) -> bool:
        """Whether there is surely nothing of that name."""
        if name in self._known:
            return False
        folder, _, rest = name.partition("/")
        is_programme = f"{folder}/" == addresses.CATALOGUE and rest.endswith(".md")
        if is_programme and "/" not in rest:
            return self._programmes_are_known
        return not name.startswith(_OF_OTHERS)

    def meant(self, name: str, page: str = "") -> str:
        """What was most likely meant, as `page` links to it; empty if nothing is near."""
        found = self._first_of_folder(name) or self._same_name(name)
        found = found or nearest(name, self._written)
        return relpath(found, dirname(page) or ".") if found else ""

    def _first_of_folder(self, name: str) -> str:
        first = f"{name.removesuffix('.md')}/index.md"
        return first if first in self._known else ""

    def _same_name(self, name: str) -> str:
        """The one that lies in another folder."""
        end = f"/{name.rpartition('/')[2]}"
        same = [known for known in self._known if f"/{known}".endswith(end)]
        return same[0] if len(same) == 1 else ""


def target_of(path: str, page: str) -> str:
    """The name from the site's root of what `page` calls `path`."""
    return normpath(f"{dirname(page)}/{path}".lstrip("/"))


def relative_path(address: str) -> str:
    """The path of an address that leads from one page to another; empty for others."""
    try:
        scheme, place, path, _, _ = urlsplit(address)
    except ValueError:
        return ""  # no address at all
    return "" if scheme or place or path.startswith(("/", "\\")) else path
