"""What a programme's page shows, derived from the model; the templates only lay it out."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.content import Element
from generator.model.programme import Programme
from generator.model.references import Citation
from generator.model.text import MarkdownText
from generator.showing.addresses import DATES, way_in_address
from generator.showing.bars import Bars, bars
from generator.showing.dates import Dates, programme_dates
from generator.showing.facts import Fact, Piece, Value, all_facts
from generator.showing.manager import ManagerPart, manager_parts
from generator.showing.status import StatusView, status_view, tense
from generator.showing.steps import StepView, step_views
from generator.showing.terms import used
from generator.showing.texts import text
from generator.showing.time_table import TimeTable, parts_in_words, time_table
from generator.showing.timeline import Timeline, timeline
from generator.showing.wording import sentence, shown


class Section(NamedTuple):
    """A part of the page with a heading of its own."""

    name: str
    anchor: str
    heading: str

    @property
    def template(self) -> str:
        return f"sections/{self.name}.html"


class ElementCard(NamedTuple):
    name: str
    purpose: str
    description: MarkdownText | None
    facts: tuple[str, ...]
    kind: Piece | None
    source: Citation | None


class ProgrammeView(NamedTuple):
    id: str
    programme: Programme
    status: StatusView
    facts: tuple[Fact, ...]
    has_unknown: bool
    """Whether a fact that matters is not known."""
    steps: tuple[StepView, ...]
    manager: tuple[ManagerPart, ...]
    elements: tuple[ElementCard, ...]
    time_table: TimeTable | None
    bars: Bars | None
    dates: tuple[Dates, ...]
    along: tuple[Fact, ...]
    """Elements with a date of their own in the course of the programme."""
    undated: tuple[Fact, ...]
    """Elements whose time is told by what happens around them."""
    timeline: Timeline | None
    abbreviations: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    is_comparable: bool
    """Whether there are others to compare it with."""

    @property
    def tense(self) -> str:
        """The group of texts that speaks of it as it is, or as it was."""
        return tense(self.programme)


def programme_view(catalogue: Catalogue, id: str) -> ProgrammeView:
    programme = catalogue.programmes[id]
    register = catalogue.register
    facts = all_facts(programme, catalogue)
    table = time_table(programme, register.hours_a_day)
    along, undated = (
        tuple(
            Fact("along", element.name, (Value(shown(element.when)),))
            for element in programme.elements
            if element.when and bool(element.when.date) is has_date
        )
        for has_date in (True, False)
    )
    return ProgrammeView(
        id=id,
        programme=programme,
        status=status_view(programme),
        facts=facts,
        has_unknown=not all(fact.values for fact in facts),
        steps=tuple(step_views(programme)),
        manager=tuple(manager_parts(programme)),
        elements=tuple(_element(catalogue, e) for e in programme.elements if _has_card(e)),
        time_table=table,
        bars=bars(programme, register.hours_a_day),
        dates=tuple(programme_dates(id, programme)),
        along=along,
        undated=undated,
        timeline=timeline(programme),
        abbreviations=tuple(_abbreviations(catalogue, programme)),
        sections=tuple(sections(programme)),
        is_comparable=catalogue.is_comparable,
    )


def sections(programme: Programme) -> Iterator[Section]:
    """The sections for which the programme has content, in the order in which they are shown."""
    eligibility, selection = programme.eligibility, programme.selection
    not_selected = selection and selection.not_selected
    has_dates = (
        programme.offerings
        or programme.period
        or any(e.when and e.when.date for e in programme.elements)
    )
    present = {
        "purpose": programme.purpose,
        "eligibility": eligibility
        and (eligibility.requirements or eligibility.assessed_on or eligibility.note),
        "selection": selection and (selection.steps or selection.note),
        "manager": any(manager_parts(programme)),
        "not-selected": not_selected
        and (not_selected.text or not_selected.questions or not_selected.manager),
        "topics": programme.topics,
        "elements": any(_has_card(element) for element in programme.elements),
        "time": programme.total
        or programme.time_note
        or programme.duration
        or any(element.workload for element in programme.elements),
        "dates": has_dates,
        "results": programme.results,
        "background": programme.background,
        "contacts": programme.contacts or programme.links,
        "sources": programme.sources,
    }
    for name, content in present.items():
        if content:
            group = "programme" if name in _TIMELESS else tense(programme)
            heading = text(f"{group}.{name}")
            yield Section(name, _ANCHORS[name], heading)


_ANCHORS = {
    "purpose": "formaal",
    "eligibility": "hvem",
    "selection": "udvaelgelse",
    "manager": "leder",
    "not-selected": "ikke-valgt",
    "topics": "laering",
    "elements": "elementer",
    "time": "tid",
    "dates": DATES,
    "results": "resultater",
    "background": "baggrund",
    "contacts": "kontakt",
    "sources": "kilder",
}


_TIMELESS = ("contacts", "sources")
"""Sections that are of use after a programme is over, too."""


def _has_card(element: Element) -> bool:
    """An element that says nothing but its time is a row of the time table and no more."""
    return bool(element.purpose or element.description or not element.workload)


def _element(catalogue: Catalogue, element: Element) -> ElementCard:
    kinds = catalogue.register.element_kinds
    kind = element.kind and Piece(kinds[element.kind], way_in_address("kind", element.kind))
    time = shown(element.time) if element.time else ""
    parts = () if element.time else parts_in_words(element.parts)
    when = sentence(shown(element.when)) if element.when else ""
    note = "" if element.time else element.note or ""
    return ElementCard(
        name=element.name,
        purpose=element.purpose or "",
        description=element.description,
        facts=tuple(fact for fact in (time, *parts, when, note) if fact),
        kind=kind or None,
        source=element.source,
    )


def _abbreviations(catalogue: Catalogue, programme: Programme) -> Iterator[tuple[str, str]]:
    """The abbreviations of the register that the programme uses."""
    meanings = catalogue.register.abbreviations
    for short in sorted(used(" ".join(programme.texts()), meanings)):
        yield short, meanings[short]
