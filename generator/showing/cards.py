"""Programmes in short."""

from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.register import Register
from generator.showing.addresses import programme_address
from generator.showing.facts import Fact, key_facts
from generator.showing.status import StatusView, status_view


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    title: str
    address: str
    status: StatusView
    known_as: str
    summary: str
    facts: tuple[Fact, ...]
    is_comparable: bool
    """Whether there are others to compare it with."""


def cards(catalogue: Catalogue) -> tuple[Card, ...]:
    """A card for each programme, in display order."""
    return tuple(_card(catalogue, id, programme) for id, programme in catalogue.programmes.items())


def known_as(programme: Programme, register: Register) -> str:
    """The everyday name, where the title does not say it, and who offers it."""
    organisation = programme.organisation
    offered_by = register.organisations[organisation].name if organisation else ""
    return " · ".join(name for name in (programme.everyday_name, offered_by) if name)


def _card(catalogue: Catalogue, id: str, programme: Programme) -> Card:
    return Card(
        id=id,
        title=programme.title,
        address=programme_address(id),
        status=status_view(programme),
        known_as=known_as(programme, catalogue.register),
        summary=programme.summary,
        facts=tuple(fact for fact in key_facts(programme, catalogue.register) if fact.values),
        is_comparable=len(catalogue.programmes) > 1,
    )
