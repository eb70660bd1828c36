"""What the theme's templates can ask for."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.plugin.current import Current
from generator.plugin.preview import Preview
from generator.showing import addresses
from generator.showing.problems import problems_html
from generator.showing.texts import text


def theme_globals(
    current: Current, files: Files, config: MkDocsConfig, preview: Preview | None
) -> dict[str, object]:
    """By name, what is the same on every page."""
    catalogue, wrong = current.catalogue, current.errors
    report = problems_html(wrong, over_a_site=catalogue is not None) if wrong else ""
    return {
        "text": text,
        "register": catalogue.register if catalogue else None,
        "problems": report,
        "preview": preview,
        "news_address": addresses.NEWS,
        "has_news": f"{addresses.NEWS}index.md" in files.src_uris,
        "calendar_address": addresses.CALENDAR,
        "catalogue_address": addresses.CATALOGUE,
        "glossary_address": addresses.GLOSSARY,
        "search_address": addresses.SEARCH,
        "search_data_address": addresses.SEARCH_DATA,
        "topics_address": addresses.TOPICS,
        "has_topics": f"{addresses.TOPICS}index.md" in files.src_uris,
        "data_address": addresses.CATALOGUE_DATA,
        "feed_address": addresses.FEED if config.site_url else "",
    }
