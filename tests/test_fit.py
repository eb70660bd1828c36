"""Whether a programme is for somebody: the table that the browser is held to as well."""

import pytest

from generator.model.fit import excludes_everybody, fits, meets
from tests.support.cases import Row, rows
from tests.support.fit import MARKS, answers, expected, rules


@pytest.mark.parametrize("row", rows("fit"), ids=str)
def test_fit(row: Row) -> None:
    given = answers(row)
    each, whole = expected(row)
    assert [MARKS[meets(rule, given)] for rule in rules(row)] == each
    assert MARKS[fits(rules(row), given)] == whole


@pytest.mark.parametrize(
    ("found", "impossible"),
    [
        ([], False),
        ([{"rolle": ["leder"]}, {"sted": ["her"]}], False),
        ([{"rolle": ["leder", "chef"]}, {"rolle": ["chef"]}], False),
        ([{"rolle": ["leder"]}, {"rolle": ["chef"]}], True),
        ([{"rolle": ["a", "b"]}, {"rolle": ["b", "c"]}, {"rolle": ["c", "a"]}], True),
    ],
)
def test_requirements_that_nobody_meets(
    found: list[dict[str, list[str]]], impossible: bool
) -> None:
    assert excludes_everybody(found) is impossible
