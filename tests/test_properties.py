"""What holds for every value, not only for those in the tables."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator import markdown
from generator.model.amounts import Amount, Count, Effort, Workload
from generator.model.dates import FullDate, PartialDate
from generator.model.points import MONTHS, PARTS, SEASONS
from generator.model.references import Citation
from generator.model.text import suggest_identifier
from generator.model.timing import Deadline, StepDate, When
from generator.problems.problem import wordings

KINDS = (Amount, Citation, Count, Deadline, Effort, FullDate, PartialDate, StepDate, When, Workload)

numbers = st.integers(0, 400_000).map(lambda number: Decimal(number) / 100)


@st.composite
def counts(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal]) -> Count:
    low, high = sorted([draw(numbers), draw(numbers)])
    return Count(low, draw(st.sampled_from([low, high])), draw(st.booleans()))


whole_counts = counts(st.integers(0, 999_999).map(Decimal))
any_counts = counts(numbers)
written_efforts = st.one_of(
    st.builds("{} {}".format, any_counts, st.sampled_from(["dage", "timer"])),
    # Minutes come whole; nobody plans in parts of them.
    st.builds("{} {}".format, whole_counts, st.just("minutter")),
)


@st.composite
def written_points(draw: st.DrawFn) -> str:
    year = draw(st.sampled_from(["", " 2024", " 2027", " 2028"]))
    named = [*MONTHS, *SEASONS, *(f"{part} {month}" for part in PARTS for month in MONTHS)]
    in_year = st.sampled_from(named).map(lambda name: name + year)
    day = st.builds(
        lambda number, month: f"{number}. {month}{year}",
        st.integers(1, 31),
        st.sampled_from(MONTHS),
    )
    years = st.sampled_from(["2024", "2027", *(f"{part} 2027" for part in PARTS)])
    iso = st.dates().map(str)
    return draw(st.one_of(in_year, day, years, iso))


points = written_points()
days = st.integers(1, 31)
written_dates = st.one_of(
    points,
    st.builds("{} - {}".format, points, points),
    st.builds("{}-{}".format, points, points),
    st.builds("{}.-{}. {}".format, days, days, st.sampled_from(["marts", "april 2027"])),
)
# Text near the grammars finds more than text from anywhere.
words = st.sampled_from(
    [
        *(*MONTHS, *SEASONS, *PARTS, "1.", "31", "2027", "2027-03-01", "-", "–", " - ", "ca.", "½"),
        *("3,5", "1.000", "dage", "timer", "uger", "og", "frist", "løbende", "efter", "mellem"),
        *("folder", ",", '"', "»"),
    ]
)
any_text = st.one_of(
    st.text(),
    st.lists(words, max_size=6).map(" ".join),
    st.lists(words, max_size=6).map("".join),
)


def read(kind: Any, text: str) -> Any:
    """The value of a text, or None where the text is refused; it is never met otherwise."""
    try:
        return kind.parse(text)
    except PydanticCustomError as error:
        refused = error.type
    assert refused in wordings()
    return None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(text=st.one_of(any_text, written_dates, written_efforts))
def test_any_text_is_read_or_refused(kind: Any, text: str) -> None:
    value = read(kind, text)
    if value is not None:
        assert kind.parse(str(value)) == value
        assert re.fullmatch(kind.form, text), "an editor's program would underline it"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_examples_are_read(kind: Any) -> None:
    for text in kind.examples:
        assert read(kind, text)


@given(value=whole_counts)
def test_count_reads_as_it_is_written(value: Count) -> None:
    assert Count.parse(str(value)) == value


@given(
    count=any_counts, unit=st.sampled_from(["minutter", "time", "dage", "uger", "måneder", "år"])
)
def test_amount_reads_as_it_is_written(count: Count, unit: str) -> None:
    value = Amount.parse(f"{count} {unit}")
    assert (value.count, Amount.parse(str(value))) == (count, value)


@given(written=st.lists(written_efforts, min_size=1, max_size=5))
@example(written=["20 minutter"])
@example(written=["45 minutter"])
def test_workload_reads_as_it_is_written(written: list[str]) -> None:
    value = Workload.parse(" og ".join(written))
    assert Workload.parse(str(value)) == value


@given(written=st.lists(written_efforts, max_size=8), cut=st.integers(0, 8))
def test_sum_is_the_sum_of_its_parts(written: list[str], cut: int) -> None:
    efforts = [Effort.parse(text) for text in written]
    whole, first, rest = map(Workload.of, (efforts, efforts[:cut], efforts[cut:]))
    assert Workload.of(reversed(efforts)) == whole
    assert str(Workload.of([*first.amounts, *rest.amounts])) == str(whole)
    added = first.in_hours(Decimal("7.4")) + rest.in_hours(Decimal("7.4"))
    assert str(added) == str(whole.in_hours(Decimal("7.4")))


@given(written=written_dates)
@example(written="2027-03-00")
@example(written="ultimo marts - primo marts 2027")
@example(written="forår - februar 2027")
@example(written="marts 2027 - april")
def test_date_has_an_order(written: str) -> None:
    value = read(PartialDate, written)
    if value is None:
        return
    assert (value.earliest is None) == (value.latest is None), "bounded at both ends or at none"
    assert value.earliest is None or value.earliest <= value.latest
    assert value.has_year == (value.earliest is not None)
    assert value.has_year or "X" in (value.edtf or "X"), "a year that nobody wrote"


@given(written=written_dates)
def test_date_reads_as_it_is_written(written: str) -> None:
    value = read(PartialDate, written)
    if value is not None:
        again = PartialDate.parse(str(value))
        assert (again, again.edtf) == (value, value.edtf)


@given(written=any_text)
def test_suggested_date_is_a_date(written: str) -> None:
    try:
        PartialDate.parse(written)
    except PydanticCustomError as refused:
        if meant := (refused.context or {}).get("meant"):
            assert PartialDate.parse(meant)


@given(written=any_text)
@example(written="ca 2.5 til 3 tim.")
def test_suggested_amount_is_an_amount(written: str) -> None:
    for kind in (Amount, Effort):
        try:
            kind.parse(written)
        except PydanticCustomError as refused:
            if meant := (refused.context or {}).get("meant"):
                assert kind.parse(meant)


@given(
    source=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    part=st.text(st.characters(exclude_characters='"»«”“', exclude_categories=["Cs"])),
)
def test_citation_reads_as_it_is_written(source: str, part: str) -> None:
    value = Citation(source, part)
    assert Citation.parse(str(value)) == value


@given(text=st.text())
def test_suggested_identifier_is_one(text: str) -> None:
    meant = suggest_identifier(text)
    assert suggest_identifier(meant) == meant
    assert meant.isascii()


@given(st.from_regex(markdown.PLAIN, fullmatch=True))
def test_a_plain_text_needs_no_converter(text: str) -> None:
    assert markdown.convert(text) == markdown.read(text)
