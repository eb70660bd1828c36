"""What a site has beside its pages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.each import Each
from generator.exports.files import export_files
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.search.document import Document
from generator.showing.addresses import SEARCH_DATA
from generator.showing.search import search_files


def data_files(
    catalogue: Catalogue, prose: Iterable[Document], site: Site, each: Each
) -> Iterator[tuple[str, str]]:
    """The address and content of what search and other programs read."""
    for name, script in search_files(catalogue, prose, each):
        yield f"{SEARCH_DATA}{name}.js", script
    yield from export_files(catalogue, site, each)


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files by their addresses within a site's folder."""
    made = set()
    for address, content in files:
        file = folder / address
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content.encode())
