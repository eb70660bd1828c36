"""Figures as a table: in a terminal's columns, or in Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.rounds import Figures


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """What to hold the figures against."""


def compared(title: str, found: Mapping[str, Figures], note: str = "") -> Table:
    """A row for each, and the ratios of the first to each other: medians, with least and most.

    A ratio is that of the two values of one round, since these were measured beside each other.
    """
    first, *others = found
    columns = list(dict.fromkeys(column for figures in found.values() for column in figures))
    rows = [
        (name, *(_spread(figures.get(column, ())) for column in columns))
        for name, figures in found.items()
    ]
    for other in others:
        ratios = [
            _ratios(found[first].get(column, ()), found[other].get(column, ()))
            for column in columns
        ]
        rows.append((f"{first} ÷ {other}", *map(_spread, ratios)))
    return Table(title, ("", *columns), tuple(rows), note)


def as_text(table: Table) -> str:
    """The first column to the left, figures to the right."""
    cells = [table.head, *table.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join([table.title, *lines, *([table.note] if table.note else []), ""])


def as_markdown(table: Table) -> str:
    marks = ("---", *("---:" for _ in table.head[1:]))
    lines = [f"| {' | '.join(row)} |" for row in (table.head, marks, *table.rows)]
    note = ["", table.note] if table.note else []
    return "\n".join([f"### {table.title}", "", *lines, *note, ""])


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ours, theirs, strict=False) if other]


def _spread(values: Sequence[float]) -> str:
    if not values:
        return "–"
    number = _count if all(value == int(value) for value in values) else _number
    least, middle, most = map(number, (min(values), median(values), max(values)))
    return middle if least == most else f"{middle} ({least}–{most})"


def _count(value: float) -> str:
    return f"{value:,.0f}"


def _number(value: float) -> str:
    """As few figures as tell something: `0.46`, `2.10`, `31.2`, `1,024`."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else _count(value)
