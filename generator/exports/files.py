"""Every file for programs, beside the pages for people."""

from collections.abc import Iterator

from generator.each import Each, one_by_one
from generator.exports.calendars import calendar_files
from generator.exports.content import Content
from generator.exports.data import data_files
from generator.exports.feed import feed
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.showing.addresses import FEED


def export_files(
    catalogue: Catalogue, site: Site, each: Each = one_by_one
) -> Iterator[tuple[str, Content]]:
    """The address and the content of each, from the site's root."""
    yield from calendar_files(catalogue, site, each)
    yield from data_files(catalogue, site, each)
    if site.address:
        yield FEED, feed(catalogue, site)
