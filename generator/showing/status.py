"""A programme's status as a word; the reader's browser knows what has passed since the build."""

from datetime import date
from typing import NamedTuple

from generator.model.programme import Programme, Status
from generator.showing.texts import text
from generator.showing.wording import sentence, shown


class StatusView(NamedTuple):
    key: str
    word: str
    headline: str
    """What must be said first; empty when the word says it all."""
    note: str
    until: date | None
    """The last day on which the word holds, when that is known."""
    after: str
    """The word from then on."""
    has_passed: bool = False
    """Whether the word tells that what the status says has passed already."""


def status_view(programme: Programme) -> StatusView:
    status = programme.status
    if programme.is_belied:
        word = text(f"status.{status}-closed")
        return StatusView(status.value, word, "", programme.status_note or "", None, "", True)
    until = programme.status_until
    return StatusView(
        status.value,
        sentence(status.danish),
        _headline(programme),
        programme.status_note or "",
        until,
        _after(programme) if until else "",
    )


def told_summary(programme: Programme) -> str:
    """The summary; what is over or not confirmed says so first, where nothing else would tell."""
    view = status_view(programme)
    is_unsure = programme.status is Status.UNCONFIRMED
    first = view.headline or (view.word if is_unsure else "")
    return f"{first}. {programme.summary}" if first else programme.summary


def tense(programme: Programme) -> str:
    """The group of texts that speaks of a programme as it is, or as it was."""
    return "programme-past" if programme.is_over else "programme"


def _headline(programme: Programme) -> str:
    if not programme.is_over:
        return ""
    if programme.period:
        return text("status.completed-in", period=shown(programme.period))
    return text("status.completed")


def _after(programme: Programme) -> str:
    """What has passed after the last day: a deadline only if there was one."""
    key = programme.status.value
    offerings = programme.rests_on
    if key == Status.OPEN and not any(offering.deadline_date for offering in offerings):
        is_rolling = any(offering.is_rolling for offering in offerings)
        key = Status.RUNNING.value if is_rolling else Status.PLANNED.value
    return text(f"status.{key}-passed")
