"""How one is chosen: who does what, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.admission import Step
from generator.model.programme import Programme
from generator.showing.texts import text
from generator.showing.wording import listed, shown


@dataclass(frozen=True, slots=True)
class StepView:
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
        deadlines = [o.deadline.date for o in programme.offerings if o.deadline]
    else:
        deadlines = [step.by.date]
    dates = [deadline for deadline in deadlines if deadline]
    if not dates:
        return text("programme.by-deadline"), None
    last_days = [when.latest for when in dates if when.latest]
    until = max(last_days) if len(last_days) == len(dates) else None
    return text("programme.by", date=listed(map(shown, dates))), until
