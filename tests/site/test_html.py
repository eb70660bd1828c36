"""Every page is valid HTML by the W3C's checker."""

from pathlib import Path

from tests.site.checker import complaints


def test_every_page_is_valid(site: Path) -> None:
    found = complaints(site)
    assert not found, "\n".join(found)
