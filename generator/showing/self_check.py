"""The self-check: what it asks, and the requirements that the answers are held against."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.fit import Rule
from generator.model.programme import Programme
from generator.model.register import Question
from generator.showing.addresses import FIND
from generator.showing.cards import Card
from generator.showing.environment import pieces
from generator.showing.page import Page, root_from
from generator.showing.programme import sections
from generator.showing.texts import text

_GROUPS = ("yes", "maybe", "no")
_FEW = 12
"""Programmes up to which the requirements are shown before they are asked for."""


class Asked(NamedTuple):
    """A question, and how the answers are written."""

    id: str
    anchor: str
    question: Question


class Stated(NamedTuple):
    """A requirement: its text, and the answers that meet it, where questions can tell."""

    text: str
    rule: Rule
    questions: tuple[Asked, ...]


class Candidate(NamedTuple):
    card: Card
    is_over: bool
    """Whether nobody can join it any more, however well it fits."""
    requirements: tuple[Stated, ...]
    whom: str
    """Whom it is for in short, where it names no requirements."""
    has_more: bool
    """Whether its page tells more of who can join."""
    whom_to_ask: str
    """Its contacts; empty when it names none."""


def self_check_pages(
    catalogue: Catalogue, cards: Mapping[str, Card], register_file: str
) -> Iterator[Page]:
    """The page of the self-check, unless no requirement can be answered."""
    questions = {asked.id: asked for asked in _asked(catalogue)}
    if not questions:
        return
    yield Page(
        address=FIND,
        title=text("find.title"),
        description=text("find.description"),
        body=lambda: _html(catalogue, cards, questions),
        source=register_file,
        kind="find",
    )


def _html(
    catalogue: Catalogue, cards: Mapping[str, Card], questions: Mapping[str, Asked]
) -> Iterator[str]:
    found = [
        _candidate(catalogue.programmes[id], cards[id], questions) for id in catalogue.living_first
    ]
    return pieces(
        "find.html",
        questions=questions.values(),
        candidates=found,
        groups=_GROUPS,
        are_few=len(found) <= _FEW,
        root=root_from(FIND),
    )


def has_self_check(catalogue: Catalogue) -> bool:
    return bool(_used(catalogue))


def _asked(catalogue: Catalogue) -> Iterator[Asked]:
    """The questions that some requirement uses, in the register's order."""
    used = _used(catalogue)
    for id, question in catalogue.register.profile.items():
        if id in used:
            yield Asked(id, f"spoergsmaal-{id}", question)


def _used(catalogue: Catalogue) -> set[str]:
    return {
        question
        for programme in catalogue.programmes.values()
        if programme.eligibility
        for requirement in programme.eligibility.requirements
        for question in requirement.profile
    }


def _candidate(programme: Programme, card: Card, questions: Mapping[str, Asked]) -> Candidate:
    eligibility = programme.eligibility
    return Candidate(
        card=card,
        is_over=programme.is_over,
        requirements=tuple(
            Stated(each.text, each.profile, tuple(questions[name] for name in each.profile))
            for each in (eligibility.requirements if eligibility else ())
        ),
        whom=card.audience,
        has_more=any(section.name == "eligibility" for section in sections(programme)),
        whom_to_ask="; ".join(contact.name for contact in programme.contacts),
    )
