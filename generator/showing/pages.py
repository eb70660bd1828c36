"""Every page of a catalogue."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.each import Each, one_by_one, version_of
from generator.model.catalogue import Catalogue
from generator.problems.help import HELP
from generator.showing.addresses import (
    CALENDAR,
    CATALOGUE,
    FEED,
    GLOSSARY,
    GUIDE,
    SEARCH,
    list_address,
    programme_address,
)
from generator.showing.calendar import calendar
from generator.showing.cards import Card, cards
from generator.showing.comparison import comparison_pages
from generator.showing.environment import body, pieces
from generator.showing.facets import facets, values
from generator.showing.findings import findings
from generator.showing.glossary import glossary
from generator.showing.listing import list_pages
from generator.showing.news import News, news_page
from generator.showing.page import Page, root_from
from generator.showing.programme import programme_view, sections
from generator.showing.self_check import has_self_check, self_check_pages
from generator.showing.terms import explained
from generator.showing.texts import text
from generator.showing.upcoming import upcoming_until
from generator.showing.way_in_pages import way_in_pages
from generator.showing.ways_in import ways_in

_ON_FRONT = 12
"""Programmes that stand on the front page; all of them stand in the list."""


def pages(
    catalogue: Catalogue,
    register_file: str,
    site_address: str = "",
    news: News | None = None,
    each: Each = one_by_one,
) -> Iterator[Page]:
    """Every page, the front page first and the programmes last.

    `site_address` is absolute, with a slash at the end; empty when nobody has told it. `news` is
    None when nobody knows what was changed.
    """
    all_cards = tuple(cards(catalogue, each))
    register = catalogue.register
    groups = ways_in(catalogue)
    dates = calendar(catalogue)
    asks = has_self_check(catalogue)
    yield Page(
        address="",
        title=register.title,
        description=register.description,
        body=partial(
            body,
            "front.html",
            register=register,
            cards=all_cards[:_ON_FRONT],
            has_self_check=asks,
            has_topics=bool(groups),
            upcoming=upcoming_until(dates),
            root="",
        ),
        source=register_file,
        kind="front",
        in_menu=True,
    )
    yield from _list(
        catalogue, all_cards, register_file, has_self_check=asks, has_topics=bool(groups)
    )
    by_id = {card.id: card for card in all_cards}
    yield from way_in_pages(groups, by_id, register_file)
    yield from self_check_pages(catalogue, by_id, register_file)
    yield from comparison_pages(catalogue, register_file, each)
    yield Page(
        address=SEARCH,
        title=text("search.title"),
        description=text("search.description"),
        body=partial(body, "search.html", publisher=register.publisher, root=root_from(SEARCH)),
        source=register_file,
        kind="search",
    )
    if register.abbreviations:
        yield Page(
            address=GLOSSARY,
            title=text("glossary.title"),
            description=text("glossary.description"),
            body=lambda: body(
                "glossary.html", entries=glossary(catalogue, each), root=root_from(GLOSSARY)
            ),
            source=register_file,
            kind="glossary",
        )
    yield Page(
        address=CALENDAR,
        title=text("calendar.title"),
        description=text("calendar.description"),
        body=partial(
            pieces,
            "calendar.html",
            calendar=dates,
            site_address=site_address,
            root=root_from(CALENDAR),
        ),
        source=register_file,
        kind="calendar",
    )
    if news:
        yield news_page(news, register_file, feed=FEED if site_address else "")
    yield Page(
        address=HELP,
        title=text("findings.title"),
        description=text("findings.description"),
        body=partial(body, "findings.html", groups=findings()),
        source=register_file,
        parent=GUIDE,
        kind="findings",
    )
    yield from (programme_page(catalogue, id) for id in catalogue.programmes)


def programme_page(catalogue: Catalogue, id: str) -> Page:
    """The page of one programme."""
    programme = catalogue.programmes[id]
    address = programme_address(id)

    def html() -> str:
        made = body("programme.html", view=programme_view(catalogue, id), root=root_from(address))
        return explained(made, catalogue.register.abbreviations)

    return Page(
        address=address,
        title=programme.title,
        description=programme.summary,
        body=html,
        source=catalogue.files[id],
        # It tells whether there are others to compare it with, and nothing else of them.
        version=version_of(catalogue.versions[id], catalogue.is_comparable),
        is_kept=True,
        sections=tuple((section.anchor, section.heading) for section in sections(programme)),
        parent=CATALOGUE,
        kind="programme",
    )


def _list(
    catalogue: Catalogue,
    all_cards: Sequence[Card],
    register_file: str,
    *,
    has_self_check: bool,
    has_topics: bool,
) -> Iterator[Page]:
    """The list as a page, or as several when it is long."""
    shown = facets(
        catalogue, [values(p, catalogue.register) for p in catalogue.programmes.values()]
    )
    numbered = list(list_pages(all_cards))
    for number, part in numbered:
        address = list_address(CATALOGUE, number)
        root = root_from(address)
        yield Page(
            address=address,
            title=text("catalogue.title") if number == 1 else text("catalogue.page", number=number),
            description=text("catalogue.description"),
            body=partial(
                body,
                "catalogue.html",
                cards=part,
                total=len(all_cards),
                facets=shown if number == 1 else (),
                pages=[(n, root + list_address(CATALOGUE, n)) for n, _ in numbered],
                number=number,
                has_self_check=has_self_check,
                has_topics=has_topics,
                root=root,
            ),
            source=register_file,
            version=version_of(
                shown if number == 1 else (),
                len(all_cards),
                has_self_check,
                has_topics,
                *(card.version for card in part),
            ),
            parent=None if number == 1 else CATALOGUE,
            kind="catalogue",
            in_menu=number == 1,
        )
