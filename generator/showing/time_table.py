"""What a programme asks of one's time: a row for each timed element, and derived totals."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.model.amounts import Count, Workload
from generator.model.content import Element, Part
from generator.model.programme import Programme
from generator.showing.texts import text
from generator.showing.wording import NBSP, sentence, shown


class Row(NamedTuple):
    name: str
    notes: tuple[str, ...]
    time: str


class TimeTable(NamedTuple):
    rows: tuple[Row, ...]
    total: str
    comparable: str
    """The total as one figure, and how it was made; empty when the total is one figure already."""
    stated: str
    """The total that the source itself gives, when it gives one."""
    untimed: tuple[str, ...]
    """Elements whose time is not told."""


def time_table(programme: Programme, working_day: Decimal) -> TimeTable | None:
    """The table, or None when neither an element nor a total has a time."""
    timed = [element for element in programme.elements if element.workload]
    if not timed and not programme.total:
        return None
    derived = sum((element.workload for element in timed), Workload())
    return TimeTable(
        rows=tuple(map(_row, timed)),
        total=time_in_words(derived),
        comparable=_comparable(programme, working_day),
        stated=_stated(programme),
        untimed=tuple(e.name for e in programme.elements if not e.workload),
    )


def workload(programme: Programme) -> Workload:
    """The time that the source states, else what its parts add up to."""
    if programme.total:
        return programme.total.time
    return sum((element.workload for element in programme.elements), Workload())


def time_in_short(programme: Programme) -> str:
    """The time for a card or a fact box: what the source states, else what its parts add up to."""
    return _stated(programme) or time_in_words(workload(programme))


def parts_in_words(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """`5 møder à ½–1 dag`, `Eget arbejde: ca. 1 dag ad gangen`."""
    return tuple(sentence(_part(part)) for part in parts)


def _row(element: Element) -> Row:
    when = text("time.when", when=shown(element.when)) if element.when else ""
    notes = (*parts_in_words(element.parts), sentence(when), element.note or "")
    return Row(element.name, tuple(note for note in notes if note), time_in_words(element.workload))


def _part(part: Part) -> str:
    if part.count and part.time:
        count, time = shown(part.count), shown(part.time)
        return text("time.part-timed", count=count, name=part.name, time=time)
    if part.count:
        return text("time.part", count=shown(part.count), name=part.name)
    if part.time:
        return text("time.part-uncounted", name=part.name, time=shown(part.time))
    return part.name


def time_in_words(workload: Workload) -> str:
    """`23–24 dage og 11,5–21 timer`, which breaks after `og` if it must."""
    return f"{NBSP}og ".join(shown(amount) for amount in workload.amounts)


def _stated(programme: Programme) -> str:
    if not programme.total:
        return ""
    time = time_in_words(programme.total.time)
    return f"{time} plus {programme.total.plus}" if programme.total.plus else time


def _comparable(programme: Programme, working_day: Decimal) -> str:
    total = workload(programme)
    if not total.days:
        return ""
    hours = total.in_hours(working_day)
    rounded = Count(_whole(hours.minimum), _whole(hours.maximum))
    day = Count(working_day, working_day)
    told = text("time.comparable", total=time_in_words(total), hours=shown(rounded), day=shown(day))
    plus = programme.total.plus if programme.total else None
    return f"{told} {text('time.comparable-plus', plus=plus)}" if plus else told


def _whole(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1), ROUND_HALF_UP)
