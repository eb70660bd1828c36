"""How well the answers to graded queries are: the measures that search is judged by."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RIGHT = 2
"""The grade from which on a page is a right answer; 3 is just what is meant, 1 touches on it."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    category: str
    grades: Mapping[str, int]
    """By the id of a programme; none when nothing should be found."""


@dataclass(frozen=True, slots=True)
class Answer:
    query: Query
    found: Sequence[str]
    """The ids of the first ten programmes, the best first."""
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Scores:
    number: int
    """Queries that have a right answer."""
    success: float
    """The share of them whose first programme is right."""
    recall: float
    """The mean share of right programmes among the first five; of five where there are more."""
    gain: float
    """The mean normalised discounted cumulative gain of the first ten."""
    without_result: int
    negatives: int
    false_hits: int
    """Queries without an answer that found something."""
    median: float
    nearly_all: float
    """Milliseconds within which half and 95 % of the queries were answered."""


def scores(answers: Sequence[Answer]) -> Scores:
    positive = [answer for answer in answers if answer.query.grades]
    negative = [answer for answer in answers if not answer.query.grades]
    times = sorted(answer.milliseconds for answer in answers)
    return Scores(
        number=len(positive),
        success=_mean([float(is_right(answer)) for answer in positive]),
        recall=_mean([_recall(answer) for answer in positive]),
        gain=_mean([_gain(answer) for answer in positive]),
        without_result=sum(not answer.found for answer in positive),
        negatives=len(negative),
        false_hits=sum(bool(answer.found) for answer in negative),
        median=times[len(times) // 2] if times else 0,
        nearly_all=times[int(len(times) * 0.95)] if times else 0,
    )


def is_right(answer: Answer) -> bool:
    """Whether the first programme is a right answer; of a negative query, whether there is none."""
    if not answer.query.grades:
        return not answer.found
    return bool(answer.found) and answer.query.grades.get(answer.found[0], 0) >= RIGHT


def _recall(answer: Answer) -> float:
    right = {id for id, grade in answer.query.grades.items() if grade >= RIGHT}
    return len(right & set(answer.found[:5])) / min(5, len(right)) if right else 0


def _gain(answer: Answer) -> float:
    grades = answer.query.grades
    ideal = _discounted(sorted(grades.values(), reverse=True)[:10])
    return _discounted([grades.get(id, 0) for id in answer.found[:10]]) / ideal


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0
