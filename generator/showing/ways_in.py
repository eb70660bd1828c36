"""The ways into a catalogue beside its list: whom it is for, what it is about, who offers it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.showing.addresses import WAYS_IN, way_in_address
from generator.showing.facets import names, words
from generator.showing.texts import text


class WayIn(NamedTuple):
    """A word of the vocabulary, and the ids of its programmes; those that are over come last."""

    facet: str
    id: str
    name: str
    note: str
    programmes: tuple[str, ...]
    partner_in: tuple[str, ...]
    """Programmes that an organisation has a part in without offering them."""

    @property
    def address(self) -> str:
        return way_in_address(self.facet, self.id)

    @property
    def number(self) -> int:
        return len(self.programmes) + len(self.partner_in)


class Group(NamedTuple):
    facet: str
    name: str
    ways: tuple[WayIn, ...]


def ways_in(catalogue: Catalogue) -> tuple[Group, ...]:
    """The words that some programme has, by facet, in the order of the register."""
    organisations = catalogue.register.organisations
    named = names(catalogue.register)
    programmes = {id: catalogue.programmes[id] for id in catalogue.living_first}
    chosen = {id: words(programme) for id, programme in programmes.items()}
    groups = []
    for facet in WAYS_IN:
        offered = _by_word({id: has[facet] for id, has in chosen.items()})
        notes: dict[str, str] = {}
        partner_in: dict[str, tuple[str, ...]] = {}
        if facet == "organisation":
            notes = {id: organisation.note or "" for id, organisation in organisations.items()}
            beside = {id: _partners(programme) for id, programme in programmes.items()}
            partner_in = _by_word(beside)
        ways = (
            WayIn(facet, id, name, notes.get(id, ""), offered.get(id, ()), partner_in.get(id, ()))
            for id, name in named[facet].items()
            if id in offered or id in partner_in
        )
        groups.append(Group(facet, text(f"catalogue.{facet}"), tuple(ways)))
    return tuple(group for group in groups if group.ways)


def _partners(programme: Programme) -> list[str]:
    ids = (partner.organisation for partner in programme.partners)
    return [id for id in ids if id != programme.organisation]


def _by_word(has: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The programmes of each word, in their order."""
    found: dict[str, list[str]] = {}
    for id, said in has.items():
        for word in dict.fromkeys(said):
            found.setdefault(word, []).append(id)
    return {word: tuple(ids) for word, ids in found.items()}
