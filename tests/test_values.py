"""What an editor writes, and what it is read as: a line of a table in `cases/` is a case."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

import pytest
from edtf_validate.valid_edtf import isLevel0, isLevel1, isLevel2  # type: ignore[import-untyped]
from pydantic import TypeAdapter, ValidationError

from generator.model.amounts import Amount, Count, Effort, Workload
from generator.model.dates import FullDate, PartialDate
from generator.model.references import Citation
from generator.model.register import Register
from generator.model.text import Email, Identifier, Line, Link, Phone, Prose
from generator.model.timing import Deadline, StepDate, When
from generator.showing.wording import NBSP, shown
from tests.support.cases import Row, rows

_WORKING_DAY = Register.model_fields["working_day"]
_INTERVAL = Register.model_fields["review_interval"]


def _range(count: Count) -> list[object]:
    numbers = [f"{number.normalize():f}" for number in (count.minimum, count.maximum)]
    return [*numbers, "ca." if count.approximate else ""]


# The type of each table, and what a row tells of a value beside its written form.
_KINDS: dict[str, tuple[Any, Callable[[Any], list[object]]]] = {
    "counts": (Count, _range),
    "amounts": (Amount, lambda it: [*_range(it.count)[:2], it.unit, *_range(it.count)[2:]]),
    "efforts": (Effort, lambda it: [*_range(it.count)[:2], it.unit, *_range(it.count)[2:]]),
    "working-days": (Annotated[_WORKING_DAY.annotation, *_WORKING_DAY.metadata], lambda _: []),
    "review-intervals": (Annotated[_INTERVAL.annotation, *_INTERVAL.metadata], lambda _: []),
    "workloads": (Workload, lambda it: [it.days, it.minutes]),
    "dates": (PartialDate, lambda it: [it.edtf, it.earliest, it.latest]),
    "full-dates": (FullDate, lambda _: []),
    "deadlines": (Deadline, lambda it: [it.date and it.date.edtf]),
    "whens": (When, lambda it: [it.date and it.date.edtf]),
    "step-dates": (StepDate, lambda it: [it.date.edtf if it.date != "frist" else ""]),
    "citations": (Citation, lambda it: [it.source, it.part]),
    "links": (Link, lambda _: []),
    "emails": (Email, lambda _: []),
    "phones": (Phone, lambda _: []),
    "identifiers": (Identifier, lambda _: []),
    "lines": (Line, lambda _: []),
    "prose": (Prose, lambda _: []),
}


def _read(table: str, written: str) -> list[str]:
    """The cells that `written` should have after it in its table."""
    kind, told = _KINDS[table]
    try:
        value = TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        [refused] = error.errors()
        return [f"! {refused['type']}", str(refused.get("ctx", {}).get("meant", ""))]
    canonical = value.html.replace("\n", " ") if table == "prose" else str(value)
    return [canonical, *("" if cell is None else str(cell) for cell in told(value))]


def _filled(cells: list[str], width: int) -> list[str]:
    """Empty cells at the end of a row need not be written."""
    return cells + [""] * (width - len(cells))


@pytest.mark.parametrize("row", [row for table in _KINDS for row in rows(table)], ids=str)
def test_written_value(row: Row) -> None:
    written, *expected = row.cells
    actual = _read(row.table, written)
    width = max(len(expected), len(actual))
    assert _filled(actual, width) == _filled(expected, width)


@pytest.mark.parametrize("row", rows("shown"), ids=str)
def test_shown_value(row: Row) -> None:
    table, written, expected = row.cells
    value = TypeAdapter(_KINDS[table][0]).validate_python(written)
    assert shown(value).replace(NBSP, "·") == expected


@pytest.mark.parametrize("row", rows("sums"), ids=str)
def test_sum_of_times(row: Row) -> None:
    parts, total, hours = row.cells
    workload = Workload.of(Effort.parse(part) for part in parts.split(", "))
    assert [str(workload), str(workload.in_hours(Decimal("7.4")))] == [total, hours]
    # What looks the same must be the same, or a check would call 0,75 another number than 0,75.
    assert workload == Workload.parse(total)


def _dates() -> list[Row]:
    return [row for row in rows("dates") if len(row.cells) > 2 and not row.cells[1].startswith("!")]


@pytest.mark.parametrize("row", _dates(), ids=str)
def test_edtf_is_valid(row: Row) -> None:
    """A parser of others' making agrees: level 0 or 1 with a year, level 2 without."""
    edtf = PartialDate.parse(row.cells[0]).edtf
    assert not edtf or isLevel0(edtf) or isLevel1(edtf) or ("X" in edtf and isLevel2(edtf))
