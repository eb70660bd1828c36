"""What the theme is told of each page as text, beside what MkDocs knows of it."""

from collections.abc import Mapping

from jinja2.utils import htmlsafe_json_dumps

from generator.each import Each
from generator.exports.linked_data import LinkedData, PublishedPage
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.plugin.preview import Preview
from generator.showing.addresses import SHORTCOMINGS, data_of_pages, programme_address
from generator.showing.news import News
from generator.showing.wording import day

NOTHING: Mapping[str, str] = dict.fromkeys(
    ("changed", "page_data", "page_news", "linked_data", "to_do", "to_do_address"), ""
)
"""What is told where there is no catalogue."""


class Told:
    """By a page, what is told of it."""

    def __init__(
        self,
        catalogue: Catalogue,
        site: Site,
        news: News | None,
        preview: Preview | None,
        each: Each,
    ) -> None:
        self._linked_data = LinkedData(catalogue, site, each)
        self._data = data_of_pages(catalogue.programmes)
        days = {programme_address(id): when.date() for id, when in site.changed.items()}
        self._news = news.of_programmes(days) if news else {}
        self._to_do = preview.groups if preview else {}

    def of(self, page: PublishedPage) -> Mapping[str, str]:
        """See `NOTHING` for what there is; addresses are from the site's root."""
        thing = self._linked_data.of(page)
        group = self._to_do.get(page.address)
        return {
            "changed": day(page.changed) if page.changed else "",
            "page_data": self._data.get(page.address, ""),
            "page_news": self._news.get(page.address, ""),
            "linked_data": htmlsafe_json_dumps(thing, sort_keys=True, ensure_ascii=False),
            "to_do": group.summary if group else "",
            "to_do_address": f"{SHORTCOMINGS}#{group.anchor}" if group else "",
        }
