"""Programmes in short, and the filters over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme, Status
from generator.showing.addresses import programme_address
from generator.showing.facts import Fact, key_facts
from generator.showing.status import StatusView, status_view
from generator.showing.texts import text
from generator.showing.wording import sentence

UNKNOWN = "ikke-oplyst"
"""The filter value of programmes for which a fact is not known."""


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    title: str
    address: str
    status: StatusView
    known_as: str
    """The everyday name, where the title does not say it, and who offers it."""
    summary: str
    facts: tuple[Fact, ...]
    values: Mapping[str, tuple[str, ...]]
    """What it is filtered by: the values of each facet."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    key: str
    label: str
    options: tuple[Option, ...]


def cards(catalogue: Catalogue) -> tuple[Card, ...]:
    """A card for each programme, in display order."""
    return tuple(_card(catalogue, id, programme) for id, programme in catalogue.programmes.items())


def facets(catalogue: Catalogue, shown: Iterable[Card]) -> tuple[Facet, ...]:
    """The filters that some card has a value for, each value with its number of cards."""
    register = catalogue.register
    organisations = {id: item.name for id, item in register.organisations.items()}
    labels = {
        "audience": register.audiences,
        "organisation": {**organisations, UNKNOWN: text("facts.unknown")},
        "field": register.fields,
        "status": {status.value: sentence(status.danish) for status in Status},
    }
    shown = tuple(shown)
    made = (_facet(key, names, shown) for key, names in labels.items())
    return tuple(facet for facet in made if len(facet.options) > 1)


def _card(catalogue: Catalogue, id: str, programme: Programme) -> Card:
    organisations = catalogue.register.organisations
    organisation = programme.organisation
    return Card(
        id=id,
        title=programme.title,
        address=programme_address(id),
        status=status_view(programme),
        known_as=" · ".join(
            name
            for name in (
                programme.everyday_name,
                organisations[organisation].name if organisation else "",
            )
            if name
        ),
        summary=programme.summary,
        facts=tuple(fact for fact in key_facts(programme, catalogue.register) if fact.values),
        values={
            "audience": programme.audiences,
            "organisation": (organisation or UNKNOWN,),
            "field": programme.fields,
            "status": (programme.status.value,),
        },
    )


def _facet(key: str, labels: Mapping[str, str], shown: tuple[Card, ...]) -> Facet:
    counts = {value: sum(value in card.values[key] for card in shown) for value in labels}
    options = tuple(
        Option(value, label, counts[value]) for value, label in labels.items() if counts[value]
    )
    return Facet(key, text(f"catalogue.{key}"), options)
