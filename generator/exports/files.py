"""Every file for programs, beside the pages for people."""

from collections.abc import Iterator

from generator.exports.calendars import calendar_files
from generator.exports.data import data_files
from generator.exports.feed import feed
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.showing.addresses import FEED


def export_files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """The address and the content of each, from the site's root."""
    yield from calendar_files(catalogue, site)
    yield from data_files(catalogue, site)
    if site.address:
        yield FEED, feed(catalogue, site)
