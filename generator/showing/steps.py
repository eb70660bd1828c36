"""How one is chosen: who does what, and by when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.admission import Step
from generator.model.programme import Programme
from generator.problems.problem import listed
from generator.showing.texts import text
from generator.showing.wording import shown


class StepView(NamedTuple):
    who: str
    does: str
    by: str
    until: date | None
    """The last day on which it can be done, when that is known."""
    involves_manager: bool


def step_views(programme: Programme) -> Iterator[StepView]:
    for step in programme.selection.steps if programme.selection else ():
        yield StepView(step.who, step.does, *_by(programme, step), bool(step.involves_manager))


def _by(programme: Programme, step: Step) -> tuple[str, date | None]:
    if not step.by:
        return "", None
    if step.by.date == "frist":
        deadlines = [offering.deadline_date for offering in programme.open_offerings]
    else:
        deadlines = [step.by.date]
    dates = [deadline for deadline in deadlines if deadline]
    if not dates:
        return text("programme.by-deadline"), None
    # It has passed when it has for every offering; what takes people in at any time never does.
    last_days = [when.latest for when in deadlines if when and when.latest]
    until = max(last_days) if len(last_days) == len(deadlines) else None
    offerings = () if programme.is_over else programme.offerings
    is_rolling = step.by.date == "frist" and any(offering.is_rolling for offering in offerings)
    key = "programme.by-or-rolling" if is_rolling else "programme.by"
    return text(key, date=listed(map(shown, dates))), until
