"""What a cell of a spreadsheet shows, as text in Danish."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from generator.model.points import Point

# Text in quotation marks, what is said in brackets of language and colour, and escaped signs.
_NO_CODES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')


FAULTS = {
    "#DIV/0!": "#DIVISION/0!",
    "#N/A": "#I/T",
    "#NAME?": "#NAVN?",
    "#NULL!": "#NUL!",
    "#REF!": "#REFERENCE!",
    "#VALUE!": "#VÆRDI!",
}
"""What a Danish Excel shows for the errors that a file holds in English."""


_FAULT = re.compile(r"#(?:[A-ZÆØÅ/0]+[!?]|N/A|I/T)")


def fault(text: str) -> str:
    """The error that Excel shows in Danish for a text; empty if the text is none."""
    return FAULTS.get(text, text) if _FAULT.fullmatch(text) else ""


class HalfDate(Exception):  # noqa: N818  # no error: the cell is what it is
    """A cell that shows only part of the date it holds: somebody wrote `1. marts`.

    Excel adds the year of the day or the first of the month, which nobody has said.
    """

    def __init__(self, stored: str, text: str) -> None:
        super().__init__(text)
        self.stored, self.text = stored, text


def shown(value: Any, number_format: str) -> str:
    """The text of a value; raises HalfDate for a date of which not all is shown."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case int() | float():
            percent = "%" in _NO_CODES.sub("", number_format)
            return f"{_number(value * 100)} %" if percent else _number(value)
        case datetime():
            day = _date(value, number_format)
            return f"{day} kl. {_time(value.time())}" if value.time() != time() else day
        case date():
            return _date(value, number_format)
        case time():
            return _time(value)
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value).replace("_x000D_", "")


def _number(value: int | float) -> str:
    if isinstance(value, int):
        return str(value)
    # What is beyond ten decimals is how computers count, not what anybody wrote.
    text = f"{value:.10f}"
    return text.rstrip("0").rstrip(".").replace(".", ",")


def _time(value: time) -> str:
    return f"{value.hour}.{value.minute:02}"


def _date(value: date, number_format: str) -> str:
    codes = _NO_CODES.sub("", number_format).partition(";")[0].lower()
    stored = Point(value.year, value.month, value.day)
    seen = Point(
        year=value.year if "y" in codes else None,
        month=value.month if "m" in codes else None,
        day=value.day if "d" in codes and "m" in codes else None,
    )
    if seen != stored:
        raise HalfDate(str(stored), str(seen))
    return str(stored)
