"""What the search knows of a programme: its names, its facts and its sections as plain text."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import unescape

from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.points import MONTHS
from generator.model.programme import Programme
from generator.model.text import MarkdownText
from generator.search.document import Document, Passage
from generator.showing.addresses import programme_address
from generator.showing.cards import known_as
from generator.showing.dates import in_order
from generator.showing.facts import all_facts
from generator.showing.manager import manager_parts
from generator.showing.programme import sections
from generator.showing.status import status_view
from generator.showing.terms import used
from generator.showing.texts import text
from generator.showing.time_table import workload
from generator.showing.wording import shown

_SHORT, _LONG = 1, 10
"""Days up to which it is short, and after which it is long, as one over months is."""
_REQUIRED = ("time", "start", "deadline", "places", "duration", "location", "price", "credential")
_TAG = re.compile(r"<[^>]+>")
_APART = re.compile(r"<(?:/?(?:p|ul|ol|li|blockquote)|br)\b[^>]*>")


def programme_document(catalogue: Catalogue, id: str) -> Document:
    programme = catalogue.programmes[id]
    register = catalogue.register
    passages = tuple(_passages(programme))
    said = used(" ".join(passage.text for passage in passages), register.abbreviations)
    organisations = [register.organisations[i] for i in (programme.organisation,) if i]
    return Document(
        address=programme_address(id),
        title=programme.title,
        programme=id,
        is_over=programme.is_over,
        status=_status(programme),
        byline=known_as(programme, register),
        summary=programme.summary,
        names=tuple(name for name in (programme.short_title or "", *programme.aliases) if name),
        about=(
            *(organisation.name for organisation in organisations),
            *(register.audiences[audience] for audience in programme.audiences),
            *(register.fields[field] for field in programme.fields),
        ),
        facts=tuple(_facts(catalogue, programme)),
        notes=(
            *_notes(programme, register.hours_a_day),
            *(register.element_kinds[kind] for kind in _kinds(programme)),
            *(meaning for short, meaning in register.abbreviations.items() if short in said),
        ),
        passages=passages,
    )


def _status(programme: Programme) -> tuple[str, ...]:
    view = status_view(programme)
    return (view.key, view.word, *([view.until.isoformat(), view.after] if view.until else []))


def plain(html: str) -> str:
    """The text of Markdown's HTML, on one line."""
    return " ".join(unescape(_TAG.sub("", _APART.sub(" ", html))).split())


def _facts(catalogue: Catalogue, programme: Programme) -> Iterator[str]:
    for fact in all_facts(programme, catalogue):
        if fact.key in _REQUIRED:
            yield from (f"{fact.label} {value.text}" for value in fact.values)
    for offering in programme.current_offerings:
        yield from _months(text("facts.start"), offering.start)
    for offering in programme.offerings if programme.is_over else programme.open_offerings:
        deadline = offering.deadline_date
        yield from _months(text("facts.deadline"), deadline)
    yield programme.time_note or ""


def _notes(programme: Programme, working_day: Decimal) -> Iterator[str]:
    yield status_view(programme).word
    yield programme.status_note or ""
    yield from _length(programme, working_day)


def _kinds(programme: Programme) -> Iterable[str]:
    """Of its elements, each once."""
    return dict.fromkeys(element.kind for element in programme.elements if element.kind)


def _length(programme: Programme, working_day: Decimal) -> Iterator[str]:
    """What people call a programme of its length."""
    days = workload(programme).in_hours(working_day).maximum / working_day
    is_drawn_out = programme.duration and programme.duration.unit in ("måned", "år")
    if days > _LONG or is_drawn_out:
        yield text("search.long")
    elif 0 < days <= _SHORT:
        yield text("search.short")


def _months(label: str, when: PartialDate | None) -> Iterator[str]:
    """`Frist marts`, for those who know only the month."""
    if when and when.start.month:
        yield f"{label} {MONTHS[when.start.month - 1]}"


def _passages(programme: Programme) -> Iterator[Passage]:
    for section in sections(programme):
        if section.name in _TEXTS:
            texts = (words for words in _TEXTS[section.name](programme) if words)
            yield Passage(section.heading, section.anchor, " ".join(map(_sentence, texts)))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", ":")) else f"{words}."


def _prose(written: MarkdownText | None) -> str:
    return plain(written.html) if written else ""


def _purpose(programme: Programme) -> Iterator[str]:
    yield _prose(programme.purpose)


def _eligibility(programme: Programme) -> Iterator[str]:
    if eligibility := programme.eligibility:
        yield from (requirement.text for requirement in eligibility.requirements)
        yield _prose(eligibility.note)
        for assessment in eligibility.assessed_on:
            yield from (assessment.name, assessment.text or "", *assessment.questions)


def _selection(programme: Programme) -> Iterator[str]:
    if selection := programme.selection:
        yield _prose(selection.note)
        yield from (f"{step.who}: {step.does}" for step in selection.steps)


def _manager(programme: Programme) -> Iterator[str]:
    for part in manager_parts(programme):
        yield from (part.name, part.purpose, _prose(part.description))


def _not_selected(programme: Programme) -> Iterator[str]:
    if programme.selection and (not_selected := programme.selection.not_selected):
        yield _prose(not_selected.text)
        yield not_selected.manager or ""
        yield from not_selected.questions


def _topics(programme: Programme) -> Iterator[str]:
    for topic in programme.topics:
        yield from (topic.name, topic.text or "")


def _elements(programme: Programme) -> Iterator[str]:
    for element in programme.elements:
        yield from (element.name, element.purpose or "", _prose(element.description))


def _time(programme: Programme) -> Iterator[str]:
    yield programme.time_note or ""
    yield from (element.note or "" for element in programme.elements)


def _dates(programme: Programme) -> Iterator[str]:
    for offering in programme.offerings:
        yield from (offering.name, offering.note or "")
        yield from (f"{dated.label}: {shown(dated.when)}" for dated in in_order(offering))


def _results(programme: Programme) -> Iterator[str]:
    yield from (result.text for result in programme.results)


def _background(programme: Programme) -> Iterator[str]:
    yield _prose(programme.background)


def _contacts(programme: Programme) -> Iterator[str]:
    yield text("search.contact") if programme.contacts else ""
    for contact in programme.contacts:
        yield f"{contact.name}: {contact.about}" if contact.about else contact.name


_TEXTS = {
    "purpose": _purpose,
    "eligibility": _eligibility,
    "selection": _selection,
    "manager": _manager,
    "not-selected": _not_selected,
    "topics": _topics,
    "elements": _elements,
    "time": _time,
    "dates": _dates,
    "results": _results,
    "background": _background,
    "contacts": _contacts,
}
