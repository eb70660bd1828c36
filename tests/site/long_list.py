"""A catalogue of many programmes, each made by its number, so that a test can tell what fits."""

from typing import Any

from tests.site.building import PROGRAMME

NUMBER = 120
A_PAGE = 48
"""Cards on each page of the list, and those that a script shows at a time."""

# By name: æ, ø and å come last, and aa is å.
BY_NAME = (
    "Anerkendelse",
    "Økonomi",
    "Byggeri",
    "Ærlighed",
    "Zoner",
    "Åbenhed",
    "Bæredygtighed",
    "Aarhus",
)
IN_ORDER = (
    "Anerkendelse",
    "Byggeri",
    "Bæredygtighed",
    "Zoner",
    "Ærlighed",
    "Økonomi",
    "Åbenhed",
    "Aarhus",
)
DAYS = (None, 2, 1, 12)
DEADLINES: tuple[tuple[str, ...], ...] = (
    (),
    ("1. marts 2027",),
    ("1. maj 2027",),
    ("løbende",),
    ("1. marts 2027", "1. maj 2027"),
)
LATE = 100
"""From this number on they are for the late, all on the last page, and none is known to be open."""
MENTOR = 10
"""Each tenth speaks of a mentor."""


def title(number: int) -> str:
    return f"{BY_NAME[number % len(BY_NAME)]} {number:03}"


def by_name(number: int) -> tuple[int, int]:
    return IN_ORDER.index(BY_NAME[number % len(BY_NAME)]), number


def by_time(number: int) -> float:
    return DAYS[number % len(DAYS)] or float("inf")


def deadlines(number: int) -> tuple[str, ...]:
    return DEADLINES[number % len(DEADLINES)]


def closes(number: int) -> tuple[str, ...]:
    """The deadlines that can be reached; nobody confirms that the late ones take people in."""
    return tuple(d for d in deadlines(number) if d != "løbende" or number < LATE)


def titles(numbers: list[int]) -> list[str]:
    return [title(number) for number in numbers]


def _programme(number: int) -> dict[str, Any]:
    days = DAYS[number % len(DAYS)]
    time = {"total": {"time": f"{days} dage" if days != 1 else "1 dag", "source": "folder"}}
    mentor = " Du får en mentor." if number % MENTOR == 0 else ""
    return {
        **PROGRAMME,
        "title": title(number),
        "status": "unconfirmed" if number >= LATE else "open",
        "summary": f"Et forløb med et nummer.{mentor}",
        "fields": ["sen" if number >= LATE else "tidlig"],
        **(time if days else {}),
        "offerings": [
            {"name": f"Hold {place}", "deadline": deadline}
            for place, deadline in enumerate(deadlines(number), 1)
        ],
    }


REGISTER = {"fields": {"tidlig": "Tidligt i livet", "sen": "Sent i livet"}}
PROGRAMMES = {f"p{number:03}": _programme(number) for number in range(NUMBER)}
