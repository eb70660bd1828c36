"""What is told of a page to programs and in its footer, whoever made it."""

from collections.abc import Iterator
from datetime import datetime
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from generator.exports.linked_data import PublishedPage
from generator.plugin.pages import GeneratedPage
from generator.showing.searchable import plain
from generator.showing.texts import text


def published_page(
    page: MkDocsPage, config: MkDocsConfig, changed: datetime | None
) -> PublishedPage:
    description = _description(page, config)
    return PublishedPage(page.url, _title(page), description, tuple(_above(page)), changed)


def _title(page: MkDocsPage) -> str:
    """Without the markup that MkDocs keeps in a title."""
    return page.generated.title if isinstance(page, GeneratedPage) else plain(str(page.title))


def _description(page: MkDocsPage, config: MkDocsConfig) -> str:
    if isinstance(page, GeneratedPage):
        return page.generated.description
    return str(page.meta.get("description") or unescape(config.site_description or ""))


def _above(page: MkDocsPage) -> Iterator[tuple[str, str]]:
    """Title and address of each page that one goes through, from the front page."""
    if not page.is_homepage:
        yield text("site.home"), ""
    pages = [above for above in page.ancestors if isinstance(above, MkDocsPage)]
    yield from ((_title(above), above.url) for above in reversed(pages))
