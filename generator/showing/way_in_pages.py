"""The pages of the ways in: one that names them all, and those to which each word leads."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.each import version_of
from generator.showing.addresses import TOPICS, list_address
from generator.showing.cards import Card
from generator.showing.environment import body
from generator.showing.listing import list_pages
from generator.showing.page import Page, root_from
from generator.showing.texts import text
from generator.showing.ways_in import Group, WayIn


def way_in_pages(
    groups: Sequence[Group], cards: Mapping[str, Card], register_file: str
) -> Iterator[Page]:
    """None when the catalogue has no words to lead in by."""
    if not groups:
        return
    yield Page(
        address=TOPICS,
        title=text("ways-in.title"),
        description=text("ways-in.description"),
        body=partial(body, "topics.html", groups=groups, root=root_from(TOPICS)),
        source=register_file,
        kind="topics",
    )
    for group in groups:
        for way in group.ways:
            yield from _way_in(way, group.name, cards, register_file)


def _way_in(
    way: WayIn, group: str, cards: Mapping[str, Card], register_file: str
) -> Iterator[Page]:
    """What one word leads to, as a page, or as several when it is much."""
    listed = [(False, cards[id]) for id in way.programmes]
    listed += [(True, cards[id]) for id in way.partner_in]
    title = text("ways-in.page-title", group=group, name=way.name)
    numbered = list(list_pages(listed))
    for number, part in numbered:
        address = list_address(way.address, number)
        root = root_from(address)
        yield Page(
            address=address,
            title=title if number == 1 else text("ways-in.page", title=title, number=number),
            description=text("ways-in.page-description", title=title),
            body=partial(
                body,
                "way-in.html",
                way=way,
                group=group,
                offered=[card for is_partner, card in part if not is_partner],
                partner_in=[card for is_partner, card in part if is_partner],
                pages=[(n, root + list_address(way.address, n)) for n, _ in numbered],
                number=number,
                root=root,
            ),
            source=register_file,
            version=version_of(way, group, len(numbered), *(card.version for _, card in part)),
            parent=TOPICS if number == 1 else way.address,
            kind="way-in",
        )
