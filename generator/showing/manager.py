"""What a programme asks of the participant's own manager, derived from where it is told."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.content import Element
from generator.model.programme import Programme
from generator.model.references import Citation
from generator.model.text import MarkdownText
from generator.showing.status import tense
from generator.showing.steps import step_views
from generator.showing.texts import text
from generator.showing.time_table import parts_in_words
from generator.showing.wording import sentence, shown


class ManagerPart(NamedTuple):
    """A step, an element, or the support of one who is not chosen."""

    name: str
    purpose: str
    description: MarkdownText | None = None
    facts: tuple[str, ...] = ()
    """Its time, and when it is."""
    by: str = ""
    until: date | None = None
    source: Citation | None = None


def manager_parts(programme: Programme) -> Iterator[ManagerPart]:
    """In the order in which they come: to be chosen, in the programme, and if one is not chosen."""
    if selection := programme.selection:
        for step in step_views(programme):
            if step.involves_manager:
                yield ManagerPart(
                    step.who, step.does, by=step.by, until=step.until, source=selection.source
                )
    for element in programme.elements:
        if element.involves_manager:
            yield _element(element)
    not_selected = selection and selection.not_selected
    if not_selected and not_selected.manager:
        name = text(f"{tense(programme)}.manager-not-selected")
        yield ManagerPart(name, not_selected.manager, source=not_selected.source)


def _element(element: Element) -> ManagerPart:
    time = shown(element.time) if element.time else ""
    when = sentence(shown(element.when)) if element.when else ""
    facts = (time, *parts_in_words(element.parts), when, element.note or "")
    return ManagerPart(
        element.name,
        element.purpose or "",
        element.description,
        tuple(fact for fact in facts if fact),
        source=element.source,
    )
