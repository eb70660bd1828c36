"""What a site has beside its pages."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.each import Each
from generator.exports.content import Content
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.search.document import Document
from generator.showing.addresses import SEARCH_DATA
from generator.showing.search import search_files


def data_files(
    catalogue: Catalogue, prose: Iterable[Document], site: Site, each: Each
) -> Iterator[tuple[str, Content]]:
    """The address and content of what search and other programs read."""
    # Reading what writes calendars takes long, and only who writes these files has to.
    from generator.exports.files import export_files  # noqa: PLC0415

    yield from export_files(catalogue, site, each)
    for name, script in search_files(catalogue, prose, each):
        yield f"{SEARCH_DATA}{name}.js", script


def write_files(
    folder: Path, files: Iterable[tuple[str, Content]], published: Path | None = None
) -> None:
    """Write files by their addresses within a site's folder.

    A file that `published` has with the same bytes is not written: it stands in both, so that
    nobody may write into it afterwards.
    """
    made = set()
    for address, content in files:
        file = folder / address
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        if not isinstance(content, str):
            with file.open("wb") as pieces:
                pieces.writelines(piece.encode() for piece in content)
            continue
        written = content.encode()
        if not (published and _shared(published / address, written, file)):
            file.write_bytes(written)


def _shared(there: Path, content: bytes, file: Path) -> bool:
    """Make `file` another name of a file that is there, if its bytes are `content`."""
    try:
        if there.read_bytes() != content:
            return False
        os.link(there, file)
    except OSError:
        return False  # it is not there, or the file system knows no second names
    return True
