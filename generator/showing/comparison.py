"""The page of the comparison, and its rows in files where programmes are many."""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from math import ceil
from typing import Any

from generator.each import Each, one_by_one, version_of
from generator.model.catalogue import Catalogue
from generator.showing.addresses import COMPARE
from generator.showing.compared import ORDER, Compared, columns, compared, longest
from generator.showing.environment import body, component
from generator.showing.page import Page, root_from
from generator.showing.texts import text

_MOST_ON_PAGE = 48
"""Programmes up to which all of them stand on the page, in one table."""
_A_FILE = 8
"""Programmes that share a file, about."""
_PRIME = 65521
_SCALE = Decimal(100)
"""Hours. A browser stretches the bars of those that are compared; the longest of all would make
every file another when it changes."""


def comparison_pages(
    catalogue: Catalogue, register_file: str, each: Each = one_by_one
) -> Iterator[Page]:
    """The page of the comparison, unless there is nothing to compare."""
    if not catalogue.is_comparable:
        return
    files = _files(catalogue)
    yield Page(
        address=COMPARE,
        title=text("compare.title"),
        description=comparison_description(catalogue),
        body=lambda: _html(catalogue, files, each),
        source=register_file,
        kind="compare",
    )


def comparison_description(catalogue: Catalogue) -> str:
    """What the page is, for those who have not opened it: search engines and the own search."""
    return text("compare.description-of-many" if _files(catalogue) else "compare.description")


def comparison_data(catalogue: Catalogue, each: Each = one_by_one) -> Iterator[tuple[str, Any]]:
    """By file, the rows that it holds by programme; none where they all stand on the page."""
    files = _files(catalogue)
    if not files:
        return
    held: list[dict[str, str]] = [{} for _ in range(files)]
    rows = each("comparison-row", lambda id: _row(catalogue, id), catalogue.versions)
    for id, row in zip(catalogue.versions, rows, strict=True):
        held[_file_of(id, files)][id] = row
    # A page that a browser has kept must not look for a programme in a file of another division.
    yield from ((f"compared-{files}-{number}", told) for number, told in enumerate(held))


def _files(catalogue: Catalogue) -> int:
    """The number of files that hold the rows; 0 where there are so few that the page has them."""
    number = len(catalogue.programmes)
    return ceil(number / _A_FILE) if number > _MOST_ON_PAGE else 0


def _file_of(id: str, files: int) -> int:
    """The file that holds a programme, as `theme/scripts/compare/rows.js` tells it."""
    return reduce(lambda told, letter: (31 * told + ord(letter)) % _PRIME, id, 0) % files


def _row(catalogue: Catalogue, id: str) -> str:
    return str(component("compared_row", row=compared(catalogue, id, _SCALE)))


def _rows(catalogue: Catalogue, each: Each) -> list[Compared]:
    """That of each programme, in display order."""
    scale = longest(catalogue)
    versions = {id: version_of(said, scale) for id, said in catalogue.versions.items()}
    return [*each("comparison", lambda id: compared(catalogue, id, scale), versions)]


def _html(catalogue: Catalogue, files: int, each: Each) -> str:
    rows = [] if files else _rows(catalogue, each)
    return body(
        "compare.html",
        columns=columns(ORDER if files else {key for row in rows for key in row.cells}),
        rows=rows,
        files=files,
        number=len(catalogue.programmes),
        root=root_from(COMPARE),
    )
